"""What every answer carries, whoever asked, and what no request may talk the house into."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from coordination.calendar.domain import feed
from coordination.foundation import clock
from coordination.messaging.domain import safe_link
from tests.factories import experts, orders, people
from tests.house.sources import ROOT

pytestmark = pytest.mark.django_db


def signed_in(person):
    return people.sign_in(Client(), person)


def offer_path():
    return safe_link.path_of(orders.offer_open().link)


@pytest.mark.parametrize("address", ["/fi/oma/", "/fi/oma/tiedot/", "/hallinta/", "/nothing-here", "/fi/oma/kansio/"])
def test_nothing_seen_signed_in_is_kept(address):
    response = signed_in(people.kaisa()).get(address)

    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("address", ["/tili/login/", "/l/", "/l/tarjous/nobody.made/", "/kalenteri/nobody.ics"])
def test_nothing_behind_a_personal_door_is_kept(client, address):
    response = client.get(address)

    assert "no-store" in response["Cache-Control"]


def test_the_offer_behind_a_link_is_kept_nowhere_and_tells_no_other_site(client):
    response = client.get(offer_path())

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"


def test_a_calendar_programme_may_keep_its_feed_to_itself(client):
    made = feed.make(people.matti())

    response = client.get(reverse("feed", args=[feed.token(made)]))

    assert response["Cache-Control"] == "private, max-age=300"


@pytest.mark.parametrize(
    "address", ["/healthz", "/fi/", "/tili/login/", "/nothing", "/l/tarjous/x/", "/kalenteri/x.ics"]
)
def test_every_answer_has_its_policy_and_its_mark(client, address):
    response = client.get(address, follow=True)

    policy = response["Content-Security-Policy"]
    assert "script-src 'self';" in f"{policy};"
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert len(response["X-Request-ID"]) == 12


def test_a_strange_host_is_refused(client):
    response = client.get("/fi/", headers={"host": "evil.example"})

    assert response.status_code == 400


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_signing_in_leads_to_no_other_house(client, target):
    response = client.get("/hallinta/login/", {"next": target})

    assert response["Location"] == "/tili/login/?next=%2Fhallinta%2F"


def test_an_offer_is_not_answered_from_another_site():
    client = Client(enforce_csrf_checks=True)
    made = orders.offer_open()

    response = client.post(safe_link.path_of(made.link), {"answer": "no"})

    made.refresh_from_db()
    assert response.status_code == 403
    assert made.status == "open"


# One may be posted to without the cookie: the mail program itself switches notices off (RFC 8058). The token of the mail
# stands in for the cookie, one body is taken and no other, and it can only switch off (tests/messaging/test_notice.py).
EXEMPT = ["messaging:notice_off"]


def test_only_the_press_of_the_mail_program_is_exempt_from_the_check():
    from django.conf import settings
    from django.urls import get_resolver

    from tests.house.every_door import DOORS
    from tests.house.test_doors import callbacks

    views = dict(callbacks(get_resolver(settings.ROOT_URLCONF).url_patterns))
    assert [name for name in DOORS if name in views and getattr(views[name], "csrf_exempt", False)] == EXEMPT


# --- Links ---


def spoilt(token):
    nonce, __, digest = token.partition(".")
    other = "0" if digest[0] != "0" else "1"
    return [
        f"{nonce}.{other}{digest[1:]}",
        f"{nonce}.",
        nonce,
        f"{nonce}.ä{digest[1:]}",
        f"0{nonce[1:]}x.{digest}",
        token.upper(),
        f"{nonce}.{digest}0",
    ]


@pytest.mark.parametrize("way", range(7))
def test_a_tampered_link_opens_nothing(client, way):
    token = safe_link.token(orders.offer_open().link)

    response = client.get(reverse("offer_link", args=[spoilt(token)[way]]))

    assert response.status_code == 410


@pytest.mark.parametrize("way", range(7))
def test_a_tampered_feed_opens_nothing(client, way):
    token = feed.token(feed.make(people.matti()))

    response = client.get(reverse("feed", args=[spoilt(token)[way]]))

    assert response.status_code == 404


def test_a_link_opens_no_door_of_another_purpose(client):
    token = safe_link.token(orders.offer_open().link)

    response = client.get(reverse("agreement_link", args=[token]))

    assert response.status_code == 410


@pytest.mark.parametrize("fields", [{"expires_at": clock.now() - timedelta(minutes=1)}, {"revoked_at": clock.now()}])
def test_an_old_or_revoked_link_opens_and_does_nothing(client, fields):
    made = orders.offer_open()
    path = safe_link.path_of(made.link)
    type(made.link).objects.filter(pk=made.link.pk).update(**fields)

    seen, answered = client.get(path), client.post(path, {"answer": "no"})

    made.refresh_from_db()
    assert (seen.status_code, answered.status_code, made.status) == (410, 410, "open")


def test_a_link_signs_nobody_in(client):
    client.get(offer_path())

    assert "_auth_user_id" not in client.session
    assert client.get("/fi/oma/").status_code == 302


def test_a_link_answers_for_its_own_person_whoever_is_signed_in():
    made = orders.offer_open()

    signed_in(people.olli()).post(safe_link.path_of(made.link), {"answer": "no"})

    made.refresh_from_db()
    assert made.status == "declined"


# --- Sessions and the log ---


def test_signing_in_changes_the_session_key(client):
    client.get("/tili/login/")
    session = client.session
    session["planted"] = "x"
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted

    people.sign_in(client, people.matti())

    assert client.session.session_key != planted


def test_the_log_holds_no_token(client, caplog):
    token = safe_link.token(orders.offer_open().link)
    with caplog.at_level(logging.WARNING):
        client.get(reverse("agreement_link", args=[token]))

    from coordination.foundation.logs import Covering

    written = "\n".join(Covering().format(record) for record in caplog.records)
    assert token.partition(".")[0] not in written
    assert written.endswith("/l/keikka/•••/")


# --- Wagtail's own screens ---


@pytest.mark.parametrize("who", [people.kaisa, people.stranger_coordinator, people.admin, people.editor])
@pytest.mark.parametrize("address", ["/hallinta/reports/site-history/", "/hallinta/reports/site-history/results/"])
def test_the_history_of_every_organisation_is_nobodys_report(who, address):
    experts.aino()

    response = signed_in(who()).get(address)

    assert response.status_code == 404


def test_the_superuser_reads_the_history_of_everything():
    assert signed_in(people.superuser()).get("/hallinta/reports/site-history/").status_code == 200


# --- Production ---


def example() -> dict[str, str]:
    lines = (ROOT / "deploy" / "environment.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def test_production_is_strict(tmp_path):
    code = """
import json, django; django.setup()
from django.core.management import call_command
call_command("check", deploy=True, fail_level="WARNING")
from django.test import Client
answer = Client().get("/robots.txt", secure=True, headers={"host": "kuuluviin.example.org"})
plain = Client().get("/fi/", headers={"host": "kuuluviin.example.org"})
from django.conf import settings as s
print(json.dumps({"hsts": answer.headers.get("Strict-Transport-Security"), "plain": plain.status_code,
    "cookies": [s.SESSION_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE, s.CSRF_COOKIE_SECURE],
    "form": s.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"]}))
"""
    employer = {"OIDC_SERVER_URL": "https://login.example.org/realms/x", "OIDC_NAME": "x", "OIDC_CLIENT_ID": "x"}
    database = {"DATABASE_URL": f"sqlite://{tmp_path / 'x.sqlite3'}", "KUULUVIIN_DATA": str(tmp_path)}
    environ = {"PATH": os.environ["PATH"], **example(), **employer, "OIDC_SECRET": "x", **database}

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environ, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "hsts": "max-age=31536000; includeSubDomains; preload",
        "plain": 301,
        "cookies": [True, True, "Lax", True],
        "form": ["'self'", "https://login.example.org"],
    }
