"""The roof: every door of the house, in one place.

Doors outside the language trees: machines, sign-in, the back office, calendar feeds and safe links
(whose language is their person's). Inside a tree (`/fi/`): one's own matters under `oma/`, then Wagtail's pages.
"""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from cms.sitemap import PageSitemap
from cms.views import picture, robots
from coordination.portal.views import admin_history, admin_login, health, root
from coordination.privacy.views import confirm

urlpatterns: list[URLPattern | URLResolver] = [
    path("", root.root),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap}}, name="sitemap"),
    path("robots.txt", robots.show, name="robots"),
    path("media/images/<path:path>", picture.show, name="picture"),
    path("tili/", include("coordination.people.urls.account")),
    path("tili/", include("allauth.urls")),
    path("hallinta/login/", admin_login.to_sign_in),
    path("hallinta/reports/site-history/", admin_history.show),
    path("hallinta/reports/site-history/results/", admin_history.show, {"results_only": True}),
    path("hallinta/", include(wagtailadmin_urls)),
    path("asiakirjat/", include(wagtaildocs_urls)),
    path("l/", include("coordination.messaging.urls")),
    path("l/", include("experts.urls.links")),
    path("l/", include("councils.urls.links")),
    path("l/", include("coordination.events.urls.links")),
    path("l/", include("coordination.recruitment.urls.links")),
    path("k/", include("coordination.recruitment.urls.short")),
    path("l/suostumus/<str:token>/", confirm.by_link, name="consent_link"),
    path("kalenteri/", include("coordination.calendar.urls.feeds")),
    path("syote/", include("councils.urls.feeds")),
    path("syote/", include("coordination.events.urls.feeds")),
]

if settings.DEMO:
    urlpatterns += [path("demo/", include("coordination.demo.urls"))]

urlpatterns += i18n_patterns(
    path("oma/", include("coordination.portal.urls")),
    path("oma/", include("experts.urls.portal")),
    path("oma/raati/", include("councils.urls.portal")),
    path("oma/tiedot/", include("coordination.people.urls.portal")),
    path("oma/kalenteri/", include("coordination.calendar.urls.portal")),
    path("oma/rahat/", include("coordination.fees.urls")),
    path("oma/suostumukset/", include("coordination.privacy.urls")),
    path("oma/tyot/", include("coordination.records.urls")),
    path("oma/tapahtumat/", include("coordination.events.urls.portal")),
    path("oma/rekrytointi/", include("coordination.recruitment.urls.portal")),
    # Wagtail's form for private pages takes a password without a second factor.
    path("_util/login/", admin_login.to_sign_in),
    path("tilaa/", include("experts.urls.street")),
    path("raatiin/", include("councils.urls.street")),
    path("tapahtumat/", include("coordination.events.urls.street")),
    path("mukaan/", include("coordination.recruitment.urls.street")),
    path("", include("cms.urls")),
    path("", include(wagtail_urls)),
)
