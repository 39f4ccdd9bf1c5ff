import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import coordination.foundation.constraints
import coordination.foundation.fields
import experts.models.expert


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("calendar", "0001_initial"),
        ("fees", "0001_initial"),
        ("messaging", "0001_initial"),
        ("people", "0001_initial"),
        ("records", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CV",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=8, verbose_name="Language")),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="Confirmed up to date")),
            ],
            options={
                "verbose_name": "CV",
                "verbose_name_plural": "CVs",
            },
        ),
        migrations.CreateModel(
            name="ServiceArea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True, verbose_name="Code")),
                ("names", coordination.foundation.fields.TextsField(verbose_name="Name")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="Position")),
                ("heavy", models.BooleanField(default=False, verbose_name="Heavy topic")),
                ("in_use", models.BooleanField(default=True, verbose_name="In use")),
            ],
            options={
                "verbose_name": "service area",
                "verbose_name_plural": "service areas",
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="TaskType",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True, verbose_name="Code")),
                ("names", coordination.foundation.fields.TextsField(verbose_name="Name")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="Position")),
                (
                    "is_client_meeting",
                    models.BooleanField(
                        default=False,
                        help_text="The client's permission, a goal and the agreement are then required.",
                        verbose_name="A client takes part",
                    ),
                ),
                ("is_media", models.BooleanField(default=False, verbose_name="Media, recording or photographs")),
                ("asks_audience", models.BooleanField(default=True, verbose_name="Ask for the audience")),
                ("asks_preparation", models.BooleanField(default=False, verbose_name="Ask for preparation")),
                ("usual_experts", models.PositiveSmallIntegerField(default=1, verbose_name="Usual number of experts")),
                ("usual_minutes", models.PositiveSmallIntegerField(default=60, verbose_name="Usual length, minutes")),
                ("debrief_minutes", models.PositiveSmallIntegerField(default=15, verbose_name="Debrief, minutes")),
                ("price_code", models.CharField(blank=True, max_length=10, verbose_name="Usual price class")),
                ("in_use", models.BooleanField(default=True, verbose_name="In use")),
            ],
            options={
                "verbose_name": "task type",
                "verbose_name_plural": "task types",
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="Booking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seat", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("confirmed", "confirmed"),
                            ("held", "held"),
                            ("no_show", "did not take place"),
                            ("cancelled", "cancelled"),
                        ],
                        default="confirmed",
                        max_length=10,
                        verbose_name="State",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="Starts")),
                ("ends_at", models.DateTimeField(verbose_name="Ends")),
                ("confirmed_at", models.DateTimeField()),
                (
                    "fee_choice",
                    models.CharField(
                        choices=[("fee", "fee and costs"), ("costs_only", "costs only")], default="fee", max_length=12
                    ),
                ),
                ("price_code", models.CharField(blank=True, max_length=10)),
                ("price_name", models.CharField(blank=True, max_length=120)),
                ("rate", models.DecimalField(decimal_places=2, default=0, max_digits=8)),
                ("quantity", models.DecimalField(decimal_places=2, default=1, max_digits=6)),
                ("amount", models.DecimalField(decimal_places=2, default=0, max_digits=8)),
                ("amount_reason", models.CharField(blank=True, max_length=300)),
                ("ended_because", models.CharField(blank=True, max_length=300, verbose_name="What happened")),
                (
                    "entry",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="calendar.entry",
                    ),
                ),
                (
                    "fee",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="fees.fee",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="messaging.safelink",
                    ),
                ),
            ],
            options={
                "verbose_name": "booking",
                "verbose_name_plural": "bookings",
                "ordering": ["starts_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("orderer_confidentiality_at", models.DateTimeField(blank=True, null=True)),
                ("orderer_roles_at", models.DateTimeField(blank=True, null=True)),
                ("orderer_division_at", models.DateTimeField(blank=True, null=True)),
                ("expert_confidentiality_at", models.DateTimeField(blank=True, null=True)),
                ("expert_roles_at", models.DateTimeField(blank=True, null=True)),
                ("expert_division_at", models.DateTimeField(blank=True, null=True)),
                (
                    "booking",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="agreement", to="experts.booking"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BookingRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="Number")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("sent", "sent"),
                            ("offered", "offered"),
                            ("unmatched", "nobody found yet"),
                            ("confirmed", "confirmed"),
                            ("held", "held"),
                            ("closed", "closed"),
                            ("cancelled", "cancelled"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="State",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=0, help_text="Rises with every change the parties are told of."
                    ),
                ),
                (
                    "client_meeting",
                    models.BooleanField(default=False, help_text="As the task type was when the order was sent."),
                ),
                (
                    "topic",
                    models.CharField(blank=True, max_length=120, verbose_name="What is it about, in a few words?"),
                ),
                ("need", models.TextField(blank=True, verbose_name="What do you need?")),
                ("goal", models.TextField(blank=True, verbose_name="Goal")),
                ("audience", models.CharField(blank=True, max_length=200, verbose_name="Who takes part?")),
                (
                    "audience_size",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="How many take part?"),
                ),
                ("with_minors", models.BooleanField(default=False, verbose_name="Children or young people take part")),
                ("languages", models.JSONField(default=list, verbose_name="Languages")),
                (
                    "seats",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="How many experts?",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("place", "on the spot"), ("remote", "remotely"), ("either", "either way")],
                        default="place",
                        max_length=8,
                        verbose_name="On the spot or remotely",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="Place")),
                ("directions", models.TextField(blank=True, verbose_name="How to get there")),
                (
                    "venue_access",
                    models.CharField(blank=True, max_length=200, verbose_name="Accessibility of the place"),
                ),
                ("online_url", models.URLField(blank=True, verbose_name="Remote link")),
                (
                    "preparation_minutes",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(480)],
                        verbose_name="Preparation, minutes",
                    ),
                ),
                ("preparation", models.CharField(blank=True, max_length=200, verbose_name="What the preparation is")),
                (
                    "debrief_minutes",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(120)],
                        verbose_name="Debrief, minutes",
                    ),
                ),
                (
                    "permission",
                    models.CharField(
                        choices=[("not_asked", "not asked yet"), ("given", "yes, the client gave permission")],
                        default="not_asked",
                        max_length=10,
                        verbose_name="Client's permission",
                    ),
                ),
                (
                    "permission_on",
                    models.DateField(blank=True, null=True, verbose_name="When was the permission given?"),
                ),
                (
                    "permission_asked_by",
                    models.CharField(blank=True, max_length=120, verbose_name="Who asked the client?"),
                ),
                ("professional", models.CharField(blank=True, max_length=120, verbose_name="Responsible professional")),
                (
                    "offered_amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="Fee, €",
                    ),
                ),
                ("amount_reason", models.CharField(blank=True, max_length=300, verbose_name="Why another fee?")),
                ("cost_centre", models.CharField(blank=True, max_length=40, verbose_name="Cost centre")),
                ("reference", models.CharField(blank=True, max_length=60, verbose_name="Reference")),
                ("greeting", models.TextField(blank=True, verbose_name="Message to the coordinator")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("saved_at", models.DateTimeField(auto_now=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="Arrived")),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("cancel_reason", models.CharField(blank=True, max_length=300, verbose_name="Why it was cancelled")),
                (
                    "coordinator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="Coordinator",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followers",
                        to="experts.bookingrequest",
                    ),
                ),
                (
                    "orderer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="Orderer",
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="Who pays",
                    ),
                ),
                (
                    "price_class",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="fees.priceclass",
                        verbose_name="Fee class",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="Unit",
                    ),
                ),
                (
                    "areas",
                    models.ManyToManyField(blank=True, to="experts.servicearea", verbose_name="Wished experience"),
                ),
                (
                    "task_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="experts.tasktype",
                        verbose_name="Task",
                    ),
                ),
            ],
            options={
                "verbose_name": "order",
                "verbose_name_plural": "orders",
                "ordering": ["-sent_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="booking",
            name="booking_request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="bookings", to="experts.bookingrequest"
            ),
        ),
        migrations.CreateModel(
            name="CVRevision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "waiting for approval"),
                            ("returned", "sent back"),
                            ("approved", "approved"),
                            ("superseded", "replaced"),
                        ],
                        default="draft",
                        max_length=12,
                    ),
                ),
                (
                    "training_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="Expert training completed in year"
                    ),
                ),
                ("trainer", models.CharField(blank=True, max_length=120, verbose_name="Who arranged the training")),
                ("background", models.TextField(blank=True, verbose_name="My background as an expert by experience")),
                ("motto", models.CharField(blank=True, max_length=200, verbose_name="My motto")),
                ("story", models.TextField(blank=True, verbose_name="What is my story like?")),
                ("special_skills", models.JSONField(blank=True, default=list, verbose_name="Special skills")),
                ("comment", models.TextField(blank=True, verbose_name="Coordinator's comment")),
                ("written_at", models.DateTimeField()),
                ("expert_agreed_at", models.DateTimeField(blank=True, null=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cv",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="revisions", to="experts.cv"
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="CVWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=26)),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="words", to="experts.cvrevision"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Debrief",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("side", models.CharField(choices=[("orderer", "orderer"), ("expert", "expert")], max_length=8)),
                ("talked", models.BooleanField(verbose_name="Was there a talk after the meeting?")),
                (
                    "feeling",
                    models.CharField(
                        choices=[("good", "good"), ("mixed", "both good and hard"), ("heavy", "heavy")],
                        max_length=8,
                        verbose_name="How did it feel?",
                    ),
                ),
                (
                    "next",
                    models.CharField(
                        choices=[
                            ("nothing", "nothing for now"),
                            ("meeting", "a new meeting"),
                            ("supervision", "I would like supervision"),
                            ("call", "I would like the coordinator to call"),
                        ],
                        default="nothing",
                        max_length=12,
                        verbose_name="What next?",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="What should the coordinator know?")),
                ("recorded_at", models.DateTimeField()),
                ("handled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "booking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="debriefs", to="experts.booking"
                    ),
                ),
            ],
            options={
                "verbose_name": "debrief",
                "verbose_name_plural": "debriefs",
            },
        ),
        migrations.CreateModel(
            name="Expert",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("training", "in training"),
                            ("active", "active"),
                            ("leave", "on leave"),
                            ("ended", "ended"),
                        ],
                        default="training",
                        max_length=10,
                        verbose_name="State",
                    ),
                ),
                (
                    "staff_key",
                    models.CharField(
                        default=experts.models.expert.random_key, editable=False, max_length=20, unique=True
                    ),
                ),
                (
                    "public_key",
                    models.CharField(
                        default=experts.models.expert.random_key, editable=False, max_length=20, unique=True
                    ),
                ),
                ("list_name", models.CharField(blank=True, max_length=80)),
                ("list_number", models.CharField(blank=True, max_length=20)),
                ("locality", models.CharField(blank=True, max_length=80, verbose_name="Town")),
                (
                    "remote",
                    models.CharField(
                        choices=[("no", "on the spot only"), ("also", "also remotely"), ("only", "remotely only")],
                        default="no",
                        max_length=6,
                        verbose_name="Where",
                    ),
                ),
                (
                    "training_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Training completed in"),
                ),
                (
                    "fee_mode",
                    models.CharField(
                        choices=[("fee", "fee and costs"), ("costs_only", "costs only")],
                        default="fee",
                        max_length=12,
                        verbose_name="Fee",
                    ),
                ),
                (
                    "max_per_month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(31),
                        ],
                        verbose_name="Bookings a month at most",
                    ),
                ),
                (
                    "rest_days",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(60)],
                        verbose_name="Rest days after a booking",
                    ),
                ),
                ("no_media", models.BooleanField(default=False, verbose_name="No media")),
                ("photo_words", models.CharField(blank=True, max_length=200, verbose_name="The photo in words")),
                ("note", models.TextField(blank=True, verbose_name="Coordinator's note")),
                (
                    "admitted_without",
                    models.CharField(
                        help_text="How the person was admitted before interviews were kept here: date and by whom.",
                        max_length=200,
                        verbose_name="Admitted",
                    ),
                ),
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="Since")),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.storedfile",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="Kept in the register of",
                    ),
                ),
                (
                    "areas",
                    models.ManyToManyField(blank=True, to="experts.servicearea", verbose_name="Areas of experience"),
                ),
                ("task_types", models.ManyToManyField(blank=True, to="experts.tasktype", verbose_name="Tasks")),
            ],
            options={
                "verbose_name": "expert by experience",
                "verbose_name_plural": "experts by experience",
            },
        ),
        migrations.AddField(
            model_name="cv",
            name="expert",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="cvs", to="experts.expert"
            ),
        ),
        migrations.CreateModel(
            name="BusyTime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "booking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="busy_times", to="experts.booking"
                    ),
                ),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="busy_times", to="experts.expert"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="booking",
            name="expert",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="bookings", to="experts.expert"
            ),
        ),
        migrations.CreateModel(
            name="AwayPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="First day away")),
                ("ends_on", models.DateField(verbose_name="Last day away")),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="away_periods", to="experts.expert"
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on"],
            },
        ),
        migrations.CreateModel(
            name="Availability",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                            (5, "Saturday"),
                            (6, "Sunday"),
                        ],
                        verbose_name="Day",
                    ),
                ),
                ("starts", models.TimeField(verbose_name="From")),
                ("ends", models.TimeField(verbose_name="Until")),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="availabilities", to="experts.expert"
                    ),
                ),
            ],
            options={
                "ordering": ["weekday", "starts"],
            },
        ),
        migrations.CreateModel(
            name="Audience",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("own", "staff of the own organisation"),
                            ("partners", "staff of partner organisations"),
                            ("public", "everybody on the site"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        choices=[("first", "first name only"), ("full", "whole name"), ("alias", "another name")],
                        default="first",
                        max_length=6,
                        verbose_name="Name",
                    ),
                ),
                ("alias", models.CharField(blank=True, max_length=40, verbose_name="Another name")),
                (
                    "birth",
                    models.CharField(
                        choices=[("hidden", "not shown"), ("decade", "decade"), ("year", "year")],
                        default="decade",
                        max_length=6,
                        verbose_name="Birth",
                    ),
                ),
                ("photo", models.BooleanField(default=False, verbose_name="Show the photo")),
                ("locality", models.BooleanField(default=True, verbose_name="Show the town")),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="audiences", to="experts.expert"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ExpertImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("list_name", models.CharField(blank=True, max_length=80, verbose_name="Name of the list")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("checking", "being checked"),
                            ("checked", "checked"),
                            ("refused", "could not be read"),
                            ("storing", "being stored"),
                            ("stored", "stored"),
                            ("cancelled", "cancelled"),
                        ],
                        default="checking",
                        max_length=10,
                    ),
                ),
                ("sound_only", models.BooleanField(default=False)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("counts", models.JSONField(blank=True, default=dict)),
                ("made_at", models.DateTimeField()),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="records.job",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="records.storedfile",
                    ),
                ),
                (
                    "rest",
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
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="Into the register of",
                    ),
                ),
            ],
            options={
                "verbose_name": "import of a list",
                "verbose_name_plural": "imports of lists",
                "ordering": ["-made_at"],
            },
        ),
        migrations.CreateModel(
            name="ExpertLanguage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=8)),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="languages", to="experts.expert"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ImportedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("list_name", models.CharField(max_length=80)),
                ("digests", models.JSONField(default=dict)),
                ("imported_at", models.DateTimeField()),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="imported_rows", to="experts.expert"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "waits for an answer"),
                            ("accepted", "accepted"),
                            ("declined", "declined"),
                            ("expired", "expired"),
                            ("withdrawn", "withdrawn"),
                            ("filled", "another expert was chosen"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="State",
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answered_via", models.CharField(blank=True, max_length=10)),
                (
                    "fee_choice",
                    models.CharField(
                        choices=[("fee", "fee and costs"), ("costs_only", "costs only")], default="fee", max_length=12
                    ),
                ),
                (
                    "reasons",
                    models.JSONField(blank=True, default=dict, help_text="Why this expert: the match as it stood."),
                ),
                (
                    "overruled_because",
                    models.CharField(blank=True, max_length=300, verbose_name="Why offered in spite of the warning?"),
                ),
                (
                    "expert_asked_on",
                    models.DateField(blank=True, null=True, verbose_name="When was the expert asked about the limit?"),
                ),
                (
                    "booking_request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="offers", to="experts.bookingrequest"
                    ),
                ),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="offers", to="experts.expert"
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="messaging.safelink",
                    ),
                ),
            ],
            options={
                "verbose_name": "offer",
                "verbose_name_plural": "offers",
            },
        ),
        migrations.AddField(
            model_name="booking",
            name="offer",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="booking", to="experts.offer"
            ),
        ),
        migrations.CreateModel(
            name="RefusedUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="refused_units", to="experts.expert"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="Unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RequestedTime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("main", "meeting"), ("preparation", "preparation"), ("rehearsal", "rehearsal")],
                        default="main",
                        max_length=12,
                    ),
                ),
                ("option", models.PositiveSmallIntegerField(default=1)),
                ("starts_at", models.DateTimeField(verbose_name="Starts")),
                ("ends_at", models.DateTimeField(verbose_name="Ends")),
                ("chosen", models.BooleanField(default=False)),
                (
                    "booking_request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="times", to="experts.bookingrequest"
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "option"],
            },
        ),
        migrations.CreateModel(
            name="OfferTime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="times", to="experts.offer"
                    ),
                ),
                (
                    "time",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="experts.requestedtime"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="booking",
            name="time",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="experts.requestedtime"
            ),
        ),
        migrations.CreateModel(
            name="PausedTopic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until", models.DateField(blank=True, null=True, verbose_name="Until")),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="paused_topics", to="experts.expert"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="experts.servicearea",
                        verbose_name="Topic",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CVAreaText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="area_texts", to="experts.cvrevision"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="experts.servicearea"
                    ),
                ),
            ],
            options={
                "ordering": ["area__position"],
            },
        ),
        migrations.CreateModel(
            name="SpecialDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="Date")),
                ("starts", models.TimeField(verbose_name="From")),
                ("ends", models.TimeField(verbose_name="Until")),
                ("available", models.BooleanField(default=True, verbose_name="Can come")),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="special_days", to="experts.expert"
                    ),
                ),
            ],
            options={
                "ordering": ["day", "starts"],
            },
        ),
        migrations.CreateModel(
            name="PastBooking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField(verbose_name="Date")),
                ("starts", models.TimeField(blank=True, null=True, verbose_name="From")),
                ("ends", models.TimeField(blank=True, null=True, verbose_name="Until")),
                ("unit_text", models.CharField(blank=True, max_length=120, verbose_name="Unit")),
                ("orderer_text", models.CharField(blank=True, max_length=120, verbose_name="Orderer")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="Place")),
                (
                    "amount",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True, verbose_name="Fee, €"),
                ),
                ("travel", models.CharField(blank=True, max_length=60, verbose_name="Travel")),
                ("paid", models.CharField(blank=True, max_length=60, verbose_name="Paid")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("held", "held"),
                            ("cancelled", "cancelled"),
                            ("moved", "moved"),
                            ("client_absent", "the client did not come"),
                        ],
                        default="held",
                        max_length=14,
                        verbose_name="What happened",
                    ),
                ),
                ("source", models.CharField(max_length=80)),
                ("row_digest", models.CharField(max_length=64)),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="past_bookings", to="experts.expert"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
                (
                    "task_type",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="experts.tasktype",
                    ),
                ),
            ],
            options={
                "verbose_name": "imported booking",
                "verbose_name_plural": "imported bookings",
                "ordering": ["-held_on"],
            },
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rank", models.PositiveSmallIntegerField(default=1)),
                (
                    "booking_request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="wishes", to="experts.bookingrequest"
                    ),
                ),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="experts.expert"
                    ),
                ),
            ],
            options={
                "ordering": ["rank"],
            },
        ),
        migrations.AddConstraint(
            model_name="cvrevision",
            constraint=models.UniqueConstraint(fields=("cv", "number"), name="cv_revision_number"),
        ),
        migrations.AddConstraint(
            model_name="cvrevision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "approved")), fields=("cv",), name="cv_one_approved"
            ),
        ),
        migrations.AddConstraint(
            model_name="cvrevision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "draft")), fields=("cv",), name="cv_one_draft"
            ),
        ),
        migrations.AddConstraint(
            model_name="cvrevision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "submitted")), fields=("cv",), name="cv_one_submitted"
            ),
        ),
        migrations.AddConstraint(
            model_name="cvrevision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "approved"), _negated=True),
                    ("expert_agreed_at__isnull", False),
                    _connector="OR",
                ),
                name="cv_approved_has_agreement",
            ),
        ),
        migrations.AddConstraint(
            model_name="cvword",
            constraint=models.UniqueConstraint(fields=("token", "revision"), name="cv_word_once"),
        ),
        migrations.AddConstraint(
            model_name="debrief",
            constraint=models.UniqueConstraint(fields=("booking", "side"), name="debrief_one_a_side"),
        ),
        migrations.AddConstraint(
            model_name="cv",
            constraint=models.UniqueConstraint(fields=("expert", "language"), name="cv_one_a_language"),
        ),
        migrations.AddIndex(
            model_name="busytime",
            index=models.Index(fields=["expert", "ends_at", "starts_at"], name="experts_bus_expert__6650f3_idx"),
        ),
        migrations.AddConstraint(
            model_name="busytime",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="busy_time_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="busytime",
            constraint=coordination.foundation.constraints.NoOverlap(
                end="ends_at",
                name="busy_time_no_overlap",
                scope="expert",
                start="starts_at",
                violation_error_code="overlap",
            ),
        ),
        migrations.AddIndex(
            model_name="awayperiod",
            index=models.Index(fields=["expert", "starts_on"], name="experts_awa_expert__31e0bb_idx"),
        ),
        migrations.AddConstraint(
            model_name="awayperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="away_dates"
            ),
        ),
        migrations.AddIndex(
            model_name="availability",
            index=models.Index(fields=["expert", "weekday"], name="experts_ava_expert__f75e28_idx"),
        ),
        migrations.AddConstraint(
            model_name="availability",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gt", models.F("starts"))), name="availability_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="availability",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekday__gte", 0), ("weekday__lte", 6)), name="availability_weekday"
            ),
        ),
        migrations.AddConstraint(
            model_name="audience",
            constraint=models.UniqueConstraint(fields=("expert", "kind"), name="audience_once"),
        ),
        migrations.AddConstraint(
            model_name="audience",
            constraint=models.CheckConstraint(
                condition=models.Q(("alias", ""), ("name", "alias"), _negated=True), name="audience_alias_given"
            ),
        ),
        migrations.AddIndex(
            model_name="expertimport",
            index=models.Index(fields=["made_at"], name="experts_exp_made_at_71789f_idx"),
        ),
        migrations.AddIndex(
            model_name="expertlanguage",
            index=models.Index(fields=["code", "expert"], name="experts_exp_code_04a5ba_idx"),
        ),
        migrations.AddConstraint(
            model_name="expertlanguage",
            constraint=models.UniqueConstraint(fields=("expert", "code"), name="expert_language_once"),
        ),
        migrations.AddConstraint(
            model_name="importedrow",
            constraint=models.UniqueConstraint(fields=("expert", "list_name"), name="imported_row_once"),
        ),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(fields=["expert", "status"], name="experts_off_expert__ddb42c_idx"),
        ),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(fields=["status", "expires_at"], name="experts_off_status_c7d0a8_idx"),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["open", "accepted"])),
                fields=("booking_request", "expert"),
                name="offer_one_alive",
            ),
        ),
        migrations.AddConstraint(
            model_name="refusedunit",
            constraint=models.UniqueConstraint(fields=("expert", "unit"), name="refused_unit_once"),
        ),
        migrations.AddConstraint(
            model_name="requestedtime",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="requested_time_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="requestedtime",
            constraint=models.UniqueConstraint(
                fields=("booking_request", "kind", "option"), name="requested_time_option"
            ),
        ),
        migrations.AddConstraint(
            model_name="requestedtime",
            constraint=models.UniqueConstraint(
                condition=models.Q(("chosen", True), ("kind", "main")),
                fields=("booking_request",),
                name="requested_time_one_chosen",
            ),
        ),
        migrations.AddConstraint(
            model_name="offertime",
            constraint=models.UniqueConstraint(fields=("offer", "time"), name="offer_time_once"),
        ),
        migrations.AddIndex(
            model_name="booking",
            index=models.Index(fields=["expert", "ends_at", "starts_at"], name="experts_boo_expert__7bb830_idx"),
        ),
        migrations.AddIndex(
            model_name="booking",
            index=models.Index(fields=["status", "starts_at"], name="experts_boo_status_19cf1f_idx"),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "cancelled"), _negated=True),
                fields=("booking_request", "seat"),
                name="booking_seat",
            ),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "cancelled"), _negated=True),
                fields=("booking_request", "expert"),
                name="booking_expert_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.CheckConstraint(condition=models.Q(("seat__gte", 1)), name="booking_seat_from_one"),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "held"), _negated=True), ("fee__isnull", False), _connector="OR"
                ),
                name="booking_held_has_fee",
            ),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="booking_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="pausedtopic",
            constraint=models.UniqueConstraint(fields=("expert", "area"), name="paused_topic_once"),
        ),
        migrations.AddConstraint(
            model_name="cvareatext",
            constraint=models.UniqueConstraint(fields=("revision", "area"), name="cv_area_once"),
        ),
        migrations.AddIndex(
            model_name="specialday",
            index=models.Index(fields=["expert", "day"], name="experts_spe_expert__420bde_idx"),
        ),
        migrations.AddConstraint(
            model_name="specialday",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gt", models.F("starts"))), name="special_day_ends_after_start"
            ),
        ),
        migrations.AddIndex(
            model_name="pastbooking",
            index=models.Index(fields=["expert", "held_on"], name="experts_pas_expert__941b94_idx"),
        ),
        migrations.AddConstraint(
            model_name="pastbooking",
            constraint=models.UniqueConstraint(fields=("row_digest",), name="past_booking_once"),
        ),
        migrations.AddIndex(
            model_name="expert",
            index=models.Index(fields=["status", "unit"], name="experts_exp_status_f4a7d6_idx"),
        ),
        migrations.AddIndex(
            model_name="expert",
            index=models.Index(fields=["locality"], name="experts_exp_localit_0dcbef_idx"),
        ),
        migrations.AddConstraint(
            model_name="expert",
            constraint=models.CheckConstraint(
                condition=models.Q(("admitted_without", ""), _negated=True), name="expert_admitted"
            ),
        ),
        migrations.AddConstraint(
            model_name="expert",
            constraint=models.UniqueConstraint(
                condition=models.Q(("list_number", ""), _negated=True),
                fields=("unit", "list_name", "list_number"),
                name="expert_list_number",
            ),
        ),
        migrations.AddIndex(
            model_name="bookingrequest",
            index=models.Index(fields=["status", "-sent_at", "-id"], name="experts_boo_status_3d847d_idx"),
        ),
        migrations.AddIndex(
            model_name="bookingrequest",
            index=models.Index(fields=["orderer", "-id"], name="experts_boo_orderer_b98a7c_idx"),
        ),
        migrations.AddConstraint(
            model_name="bookingrequest",
            constraint=models.CheckConstraint(condition=models.Q(("seats__gte", 1)), name="order_seats"),
        ),
        migrations.AddConstraint(
            model_name="bookingrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("permission", "given"), _negated=True),
                    models.Q(("permission_on__isnull", False), models.Q(("permission_asked_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="order_permission_complete",
            ),
        ),
        migrations.AddConstraint(
            model_name="bookingrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "draft"),
                    ("client_meeting", False),
                    models.Q(
                        ("permission", "given"),
                        models.Q(("goal", ""), _negated=True),
                        models.Q(("professional", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="order_client_meeting_has_permission",
            ),
        ),
        migrations.AddConstraint(
            model_name="bookingrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("status", "draft"), ("sent_at__isnull", False), _connector="OR"),
                name="order_sent_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="wish",
            constraint=models.UniqueConstraint(fields=("booking_request", "expert"), name="wish_once"),
        ),
        migrations.AddConstraint(
            model_name="wish",
            constraint=models.UniqueConstraint(fields=("booking_request", "rank"), name="wish_rank"),
        ),
        migrations.AddConstraint(
            model_name="wish",
            constraint=models.CheckConstraint(
                condition=models.Q(("rank__gte", 1), ("rank__lte", 3)), name="wish_three_at_most"
            ),
        ),
    ]
