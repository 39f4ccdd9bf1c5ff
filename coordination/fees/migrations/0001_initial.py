import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import coordination.foundation.clock
import coordination.foundation.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FeeNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(unique=True)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Fee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="Number")),
                (
                    "kind",
                    models.CharField(
                        choices=[("fee", "fee"), ("travel", "travel"), ("correction", "correction")],
                        default="fee",
                        max_length=12,
                        verbose_name="Kind",
                    ),
                ),
                ("cost_centre", models.CharField(blank=True, max_length=40, verbose_name="Cost centre")),
                ("what", models.CharField(max_length=300, verbose_name="For what")),
                ("price_code", models.CharField(blank=True, max_length=10, verbose_name="Price class")),
                ("rate", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="Rate, €")),
                ("quantity", models.DecimalField(decimal_places=2, default=1, max_digits=6, verbose_name="Quantity")),
                ("share", models.DecimalField(decimal_places=2, default=1, max_digits=4, verbose_name="Share")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="Amount, €")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="Reason")),
                ("earned_on", models.DateField(verbose_name="Earned on")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("owed", "owed"),
                            ("approved", "approved"),
                            ("sent", "sent to payroll"),
                            ("paid", "paid"),
                            ("returned", "returned"),
                            ("void", "void"),
                        ],
                        default="owed",
                        max_length=10,
                        verbose_name="State",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "payee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="To whom",
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="Who pays",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="For which unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "fee",
                "verbose_name_plural": "fees",
                "ordering": ["-earned_on", "-pk"],
                "indexes": [
                    models.Index(fields=["-earned_on", "-id"], name="fees_fee_earned__ade439_idx"),
                    models.Index(fields=["payee", "earned_on"], name="fees_fee_payee_i_a9f19f_idx"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="fee_not_negative"),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="fee_zero_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriceClass",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=10, verbose_name="Code")),
                ("names", coordination.foundation.fields.TextsField(verbose_name="Name")),
                (
                    "per",
                    models.CharField(
                        choices=[("occasion", "occasion"), ("hour", "hour"), ("half_day", "half day"), ("day", "day")],
                        default="occasion",
                        max_length=10,
                        verbose_name="Paid by the",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=8,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="Amount, €",
                    ),
                ),
                ("includes", coordination.foundation.fields.TextsField(blank=True, verbose_name="What it includes")),
                (
                    "valid_from",
                    models.DateField(default=coordination.foundation.clock.today, verbose_name="In force from"),
                ),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="Until")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="In the branch",
                    ),
                ),
            ],
            options={
                "verbose_name": "price class",
                "verbose_name_plural": "price classes",
                "ordering": ["code", "-valid_from"],
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "code", "valid_from"), name="price_class_once_a_day"),
                    models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="price_class_not_negative"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until", None), ("valid_until__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="price_class_dates",
                    ),
                ],
            },
        ),
    ]
