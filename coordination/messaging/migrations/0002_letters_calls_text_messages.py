import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("messaging", "0001_initial"),
        ("people", "0002_text_message_channel"),
        ("records", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Call",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("is_reached", models.BooleanField()),
                ("note", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("posted_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["place"],
            },
        ),
        migrations.CreateModel(
            name="PrintRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(unique=True, verbose_name="Number")),
                (
                    "sort",
                    models.CharField(
                        choices=[("person", "by name"), ("postcode", "by postcode")],
                        default="person",
                        max_length=10,
                        verbose_name="Order of the letters",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("making", "being made"),
                            ("ready", "to be posted"),
                            ("posted", "posted"),
                            ("cancelled", "cancelled"),
                        ],
                        default="making",
                        max_length=10,
                        verbose_name="State",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="Made")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="Posted")),
            ],
            options={
                "verbose_name": "print run",
                "verbose_name_plural": "print runs",
                "ordering": ["-number"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="message",
            name="message_once",
        ),
        migrations.AddField(
            model_name="message",
            name="link",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="messaging.safelink",
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="part",
            field=models.PositiveSmallIntegerField(
                default=0, help_text="Which of several of the same kind: the first reminder, the second."
            ),
        ),
        migrations.AlterField(
            model_name="message",
            name="channel",
            field=models.CharField(
                choices=[("email", "e-mail"), ("post", "post"), ("phone", "phone"), ("sms", "text message")],
                max_length=10,
                verbose_name="Channel",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                fields=("about", "kind", "person", "version", "part"), name="message_once"
            ),
        ),
        migrations.AddField(
            model_name="call",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="call",
            name="message",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="calls", to="messaging.message"
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="message",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="letter", to="messaging.message"
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="posted_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="printrun",
            name="ended_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="printrun",
            name="job",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="records.job"
            ),
        ),
        migrations.AddField(
            model_name="printrun",
            name="made_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="printrun",
            name="pdf",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="records.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="printrun",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.unit",
                verbose_name="In the branch",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="run",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="letters", to="messaging.printrun"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(fields=("run", "place"), name="letter_place_once"),
        ),
    ]
