import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("experts", "0011_session_price_parts"),
        ("recruitment", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="expert",
            name="expert_admitted",
        ),
        migrations.RenameField(
            model_name="expert",
            old_name="admitted_without",
            new_name="admitted_before",
        ),
        migrations.AlterField(
            model_name="expert",
            name="admitted_before",
            field=models.CharField(
                blank=True,
                help_text="How the person was admitted before interviews were kept here: date and by whom.",
                max_length=200,
                verbose_name="Admitted before interviews were kept here",
            ),
        ),
        migrations.AddField(
            model_name="expert",
            name="admitted_before_on",
            field=models.DateField(blank=True, null=True, verbose_name="Admitted on"),
        ),
        migrations.AddField(
            model_name="expert",
            name="interview",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="recruitment.summary",
                verbose_name="Interview",
            ),
        ),
        migrations.AddConstraint(
            model_name="expert",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("interview__isnull", False), models.Q(("admitted_before", ""), _negated=True), _connector="OR"
                ),
                name="expert_interviewed",
            ),
        ),
    ]
