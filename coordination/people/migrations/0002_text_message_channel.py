from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="person",
            name="channel",
            field=models.CharField(
                choices=[("email", "e-mail"), ("post", "post"), ("phone", "phone"), ("sms", "text message")],
                default="email",
                max_length=10,
                verbose_name="Messages come by",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel", "sms"), ("phone", ""), _negated=True),
                name="person_sms_channel_has_phone",
                violation_error_message="Messages cannot go by text message: there is no phone number.",
            ),
        ),
    ]
