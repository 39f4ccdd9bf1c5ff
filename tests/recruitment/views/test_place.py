"""Answering an offered place behind the personal link: GET shows, a press answers."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.messaging.domain import safe_link
from coordination.recruitment.domain import told
from coordination.recruitment.models import Applicant
from tests.factories import selection

pytestmark = pytest.mark.django_db


def address(row: Applicant, name: str = "application_place_link") -> str:
    return reverse(name, args=[safe_link.token(told.link_of(row))])


@pytest.mark.parametrize(("answer", "status"), [("kylla", "selected"), ("ei", "reserve")])
def test_a_place_is_answered_once(client: Client, answer, status):
    row = selection.offered()
    client.get(address(row))
    assert Applicant.objects.get().place_offered_at

    done = client.post(address(row), {"vastaus": answer})
    again = client.post(address(row), {"vastaus": "kylla"})

    row.refresh_from_db()
    assert (done.url, row.status, row.place_offered_at) == (address(row, "application_link"), status, None)
    assert (again.status_code, again.context["refusal"].code) == (200, "not_offered")


def test_an_answer_is_asked_again_where_none_was_given_and_an_old_link_is_gone(client: Client):
    row = selection.offered()

    nothing = client.post(address(row), {})

    assert (nothing.status_code, nothing.context["unsaid"]) == (200, True)
    assert client.get(reverse("application_place_link", args=["no-such-link"])).status_code == 410
