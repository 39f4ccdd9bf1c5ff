import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import coordination.foundation.clock
import coordination.records.models.stored_file


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "file",
                    models.FileField(
                        storage=coordination.records.models.stored_file.private_storage,
                        upload_to=coordination.records.models.stored_file.place,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=30)),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("stored_at", models.DateTimeField(auto_now_add=True)),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=60)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "failed"),
                            ("stopped", "stopped"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("cursor", models.JSONField(blank=True, default=dict)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="records.storedfile",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="records.storedfile",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AccessEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="When")),
                ("role", models.CharField(blank=True, max_length=40, verbose_name="In the role")),
                (
                    "action",
                    models.CharField(
                        choices=[("view", "viewed"), ("search", "searched"), ("export", "exported")],
                        max_length=10,
                        verbose_name="What",
                    ),
                ),
                ("about", models.CharField(max_length=80, verbose_name="About")),
                ("subjects", models.JSONField(default=list)),
                (
                    "reader",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Who",
                    ),
                ),
            ],
            options={
                "verbose_name": "access entry",
                "verbose_name_plural": "access log",
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["about", "at"], name="records_acc_about_36c89d_idx"),
                    models.Index(fields=["at"], name="records_acc_at_a9c1e2_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60, verbose_name="Rule")),
                ("value", models.JSONField(verbose_name="Value")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="Source")),
                (
                    "valid_from",
                    models.DateField(default=coordination.foundation.clock.today, verbose_name="In force from"),
                ),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="Until")),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="In the branch",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule",
                "verbose_name_plural": "rules",
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "key", "valid_from"), name="rule_once_a_day"),
                    models.UniqueConstraint(
                        condition=models.Q(("unit", None)),
                        fields=("key", "valid_from"),
                        name="rule_once_a_day_everywhere",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="storedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("size__lte", 52428800)), name="stored_file_at_most_50_mb"
            ),
        ),
    ]
