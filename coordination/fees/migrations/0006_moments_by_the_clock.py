from django.db import migrations, models

import coordination.foundation.clock


def moment() -> models.DateTimeField:
    return models.DateTimeField(default=coordination.foundation.clock.now, editable=False)


class Migration(migrations.Migration):
    dependencies = [
        ("fees", "0005_batches_and_approvers"),
    ]

    operations = [
        migrations.AlterField(model_name="fee", name="created_at", field=moment()),
        migrations.AlterField(model_name="feeinquiry", name="asked_at", field=moment()),
        migrations.AlterField(model_name="ledgerexport", name="asked_at", field=moment()),
        migrations.AlterField(model_name="paymentbatch", name="opened_at", field=moment()),
    ]
