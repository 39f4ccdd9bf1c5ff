"""The tests' own machinery works: copies of the database, the post, the browser."""

from __future__ import annotations

import pytest
from django.db import connection


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_transactional_test_starts_from_the_migrated_database(turn):
    from wagtail.models import Locale, Page, Site

    assert (Page.objects.filter(depth=1).count(), Site.objects.count()) == (1, 1)
    assert not Locale.objects.filter(language_code="xx").exists()

    Site.objects.all().delete()
    Locale.objects.create(language_code="xx")


@pytest.mark.postgres(only=True)
@pytest.mark.django_db
def test_postgres_is_real():
    assert connection.vendor == "postgresql"


def test_mail_goes_through_a_real_server(smtp):
    from django.core.mail import send_mail

    send_mail("Tervetuloa mukaan", "Äiti ja öljy", "kaisa@example.org", ["aino@example.org"])

    assert [(message["Subject"], message.get_content().strip()) for message in smtp.messages] == [
        ("Tervetuloa mukaan", "Äiti ja öljy")
    ]
    assert smtp.recipients == [["aino@example.org"]]


def test_the_post_can_refuse(smtp):
    from smtplib import SMTPRecipientsRefused

    from django.core.mail import send_mail

    smtp.answers.append("451 try later")

    with pytest.raises(SMTPRecipientsRefused):
        send_mail("Aihe", "Teksti", "kaisa@example.org", ["aino@example.org"])

    assert smtp.messages == []


def test_axe_sees_a_violation(browser, axe):
    page = browser.new_page()
    page.set_content("<html lang='fi'><title>t</title><main><h1>Otsikko</h1><input></main></html>")

    with pytest.raises(AssertionError, match="label: "):
        axe(page)

    page.close()


def test_axe_passes_a_sound_page(browser, axe):
    page = browser.new_page()
    page.set_content("<html lang='fi'><title>t</title><main><h1>Otsikko</h1><label>Nimi <input></label></main></html>")

    axe(page)

    page.close()


def test_a_page_tells_of_third_parties_and_script_errors(browser):
    from tests.plugins.browser import watch

    complaints: list[str] = []
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    watch(page, complaints, "http://127.0.0.1:8000")

    page.set_content("<img src='https://elsewhere.example.org/x.png'><script>nonsense()</script>")

    assert sorted(complaints) == [
        "about:blank asks a third party for https://elsewhere.example.org/x.png",
        "about:blank: nonsense is not defined",
    ]
    page.close()
