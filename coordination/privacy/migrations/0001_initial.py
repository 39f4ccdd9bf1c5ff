import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import coordination.foundation.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        ("records", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsentText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("cv_own", "CV for the staff of the own organisation"),
                            ("cv_partners", "CV for the staff of partner organisations"),
                            ("cv_public", "Public profile on the site"),
                            ("media", "Media, recording and photographs"),
                            ("knowledge", "Use in knowledge production"),
                        ],
                        max_length=20,
                    ),
                ),
                ("language", models.CharField(max_length=8)),
                ("version", models.PositiveIntegerField()),
                ("body", models.TextField()),
                ("valid_from", models.DateField(default=coordination.foundation.clock.today)),
            ],
            options={
                "verbose_name": "consent text",
                "verbose_name_plural": "consent texts",
                "constraints": [
                    models.UniqueConstraint(fields=("purpose", "language", "version"), name="consent_text_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("cv_own", "CV for the staff of the own organisation"),
                            ("cv_partners", "CV for the staff of partner organisations"),
                            ("cv_public", "Public profile on the site"),
                            ("media", "Media, recording and photographs"),
                            ("knowledge", "Use in knowledge production"),
                        ],
                        max_length=20,
                        verbose_name="Purpose",
                    ),
                ),
                ("given_at", models.DateTimeField(blank=True, null=True, verbose_name="Given")),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="In force until")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("screen", "on screen"),
                            ("paper", "on paper"),
                            ("phone", "by phone"),
                            ("import", "from an earlier list"),
                        ],
                        default="screen",
                        max_length=10,
                        verbose_name="How it was given",
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="Withdrawn")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.storedfile",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.consenttext",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent",
                "verbose_name_plural": "consents",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("person", "purpose"),
                        name="consent_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("given_at", None), ("text__isnull", False), ("channel", "import"), _connector="OR"
                        ),
                        name="consent_given_has_words",
                    ),
                ],
            },
        ),
    ]
