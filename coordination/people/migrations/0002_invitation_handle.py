"""An invitation is found by its handle, so that wrong secrets are counted against it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="signininvitation",
            name="handle",
            field=models.CharField(max_length=4, unique=True, default=""),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="signininvitation",
            name="digest",
            field=models.CharField(max_length=64),
        ),
    ]
