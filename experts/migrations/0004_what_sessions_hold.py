from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("experts", "0003_a_session_for_each_booking")]

    operations = [
        migrations.RemoveField(
            model_name="booking",
            name="entry",
        ),
        migrations.RemoveField(
            model_name="booking",
            name="fee",
        ),
        migrations.RemoveField(
            model_name="booking",
            name="price_code",
        ),
        migrations.RemoveField(
            model_name="booking",
            name="price_name",
        ),
        migrations.RemoveField(
            model_name="booking",
            name="quantity",
        ),
        migrations.RemoveField(
            model_name="booking",
            name="rate",
        ),
    ]
