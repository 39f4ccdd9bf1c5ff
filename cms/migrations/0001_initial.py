import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cms.fields
import coordination.foundation.clock
import coordination.foundation.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ArticlePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("lead", models.TextField(blank=True, max_length=400, verbose_name="Lead")),
                ("body", cms.fields.BlocksField([], blank=True, verbose_name="Content")),
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("what_is", "what an expert by experience is"),
                            ("how_to_order", "how to order"),
                            ("join", "how to take part"),
                            ("contact", "contact and feedback"),
                            ("privacy", "privacy notice"),
                            ("accessibility", "accessibility statement"),
                            ("cookies", "cookies"),
                        ],
                        db_index=True,
                        help_text="The foot of every page and other screens link to the page by its purpose. One page a language.",
                        max_length=20,
                        verbose_name="Purpose",
                    ),
                ),
            ],
            options={
                "verbose_name": "page to read",
                "verbose_name_plural": "pages to read",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="FolderPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("lead", models.TextField(blank=True, max_length=400, verbose_name="Lead")),
            ],
            options={
                "verbose_name": "public CV folder",
                "verbose_name_plural": "public CV folders",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="NewsIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("lead", models.TextField(blank=True, max_length=400, verbose_name="Lead")),
            ],
            options={
                "verbose_name": "list of news",
                "verbose_name_plural": "lists of news",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="NewsPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "day",
                    models.DateField(db_index=True, default=coordination.foundation.clock.today, verbose_name="Day"),
                ),
                ("lead", models.TextField(max_length=400, verbose_name="Lead")),
                ("body", cms.fields.BlocksField([], blank=True, verbose_name="Content")),
            ],
            options={
                "verbose_name": "piece of news",
                "verbose_name_plural": "news",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="OrganisationSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", coordination.foundation.fields.TextsField(blank=True, verbose_name="Name")),
                ("office", coordination.foundation.fields.TextsField(blank=True, verbose_name="Name of the office")),
                (
                    "address",
                    coordination.foundation.fields.TextsField(blank=True, verbose_name="Visiting and postal address"),
                ),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="Phone")),
                (
                    "email",
                    models.EmailField(
                        blank=True, help_text="Of the office, not of a person.", max_length=254, verbose_name="E-mail"
                    ),
                ),
                (
                    "hours",
                    coordination.foundation.fields.TextsField(blank=True, verbose_name="When the phone is answered"),
                ),
                (
                    "expert_word",
                    coordination.foundation.fields.TextsField(
                        blank=True,
                        help_text="For example kokemusasiantuntija or kokemustoimija; small first letter.",
                        verbose_name="Word for an expert",
                    ),
                ),
                (
                    "experts_word",
                    coordination.foundation.fields.TextsField(blank=True, verbose_name="The same after a number"),
                ),
                (
                    "benefits",
                    coordination.foundation.fields.TextsField(
                        blank=True,
                        help_text="Shown beside every fee. Say where to ask; give no advice.",
                        verbose_name="Note on fees and benefits",
                    ),
                ),
                ("benefits_url", models.URLField(blank=True, verbose_name="Where to read more on fees and benefits")),
                (
                    "controller",
                    coordination.foundation.fields.TextsField(
                        blank=True,
                        help_text="The name and business identity code of the organisation.",
                        verbose_name="Controller of the personal data",
                    ),
                ),
                (
                    "controller_contact",
                    coordination.foundation.fields.TextsField(
                        blank=True, verbose_name="Contact in matters of data protection"
                    ),
                ),
                (
                    "legal_basis",
                    coordination.foundation.fields.TextsField(
                        blank=True,
                        help_text="The controller decides: a public task of a county, an agreement or a legitimate interest of an association.",
                        verbose_name="Legal basis of the register",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation's details",
                "verbose_name_plural": "organisation's details",
            },
        ),
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("hero_title", models.CharField(max_length=80, verbose_name="Main heading")),
                ("lead", models.TextField(max_length=300, verbose_name="Lead")),
                ("hero_links", cms.fields.BlocksField([], blank=True, verbose_name="Buttons")),
                (
                    "pattern",
                    models.CharField(
                        default="kuuluviin",
                        help_text="Any word: each draws a pattern of its own.",
                        max_length=30,
                        verbose_name="Pattern",
                    ),
                ),
                ("doors", cms.fields.BlocksField([], blank=True, verbose_name="Doors")),
                ("quote", models.TextField(blank=True, max_length=200, verbose_name="In own words")),
                ("quote_by", models.CharField(blank=True, max_length=120, verbose_name="Who says so")),
                (
                    "quote_page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="Read more on",
                    ),
                ),
            ],
            options={
                "verbose_name": "home page",
                "verbose_name_plural": "home pages",
            },
            bases=("wagtailcore.page",),
        ),
    ]
