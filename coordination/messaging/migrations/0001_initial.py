import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=60, verbose_name="Message")),
                (
                    "address",
                    models.EmailField(
                        blank=True,
                        help_text="Only where the message must go to an address other than the person's own.",
                        max_length=254,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "e-mail"), ("post", "post"), ("phone", "phone")],
                        max_length=10,
                        verbose_name="Channel",
                    ),
                ),
                ("language", models.CharField(max_length=8)),
                ("subject", models.CharField(max_length=200, verbose_name="Subject")),
                ("body", models.TextField()),
                ("html", models.TextField(blank=True)),
                ("reply_to", models.CharField(blank=True, max_length=200)),
                ("about", models.CharField(max_length=80, verbose_name="Cause")),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("queued", "waiting to leave"),
                            ("sending", "leaving"),
                            ("sent", "sent"),
                            ("failed", "did not go"),
                            ("uncertain", "uncertain"),
                            ("by_hand", "to be posted or called"),
                            ("superseded", "replaced by a newer one"),
                            ("expired", "too old to send"),
                            ("stopped", "stopped"),
                        ],
                        default="queued",
                        max_length=12,
                        verbose_name="State",
                    ),
                ),
                (
                    "secret",
                    models.BooleanField(
                        default=False, help_text="A sign-in code: shown to nobody, blanked once it has left."
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("queued_at", models.DateTimeField(verbose_name="Written")),
                ("not_before", models.DateTimeField(blank=True, null=True)),
                ("valid_until", models.DateTimeField(blank=True, null=True)),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "handed_at",
                    models.DateTimeField(
                        blank=True, help_text="When it was given to the mail server; no answer yet.", null=True
                    ),
                ),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="Left")),
                ("message_id", models.CharField(max_length=120, unique=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="To whom",
                    ),
                ),
            ],
            options={
                "verbose_name": "message",
                "verbose_name_plural": "messages",
                "ordering": ["-queued_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                ("content_type", models.CharField(max_length=100)),
                ("body", models.BinaryField(blank=True, default=bytes)),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.storedfile",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attachments", to="messaging.message"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MessageName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="messaging.message"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SafeLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purpose", models.CharField(max_length=40)),
                ("nonce", models.CharField(max_length=32, unique=True)),
                ("code_digest", models.CharField(max_length=64, unique=True)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["status", "not_before"], name="messaging_m_status_cb6bb6_idx"),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["about"], name="messaging_m_about_895d5a_idx"),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["-queued_at", "-id"], name="messaging_m_queued__d172e0_idx"),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(fields=("about", "kind", "person", "version"), name="message_once"),
        ),
        migrations.AddConstraint(
            model_name="messagename",
            constraint=models.UniqueConstraint(fields=("message", "person"), name="message_name_once"),
        ),
    ]
