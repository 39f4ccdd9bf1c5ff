"""Interpreter, sign language and accessibility asked for on the public order form (GC-06)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from coordination.messaging.domain import safe_link
from experts.models import OutsideOrder
from tests.experts.views.test_outside_order_views import FORM, posted
from tests.factories import outside, people

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
CARE = ["interpreter", "arrangements", "venue_access"]


def fold_of_care(answer) -> dict:
    folds = [fold for group in answer.context["groups"] for fold in group["folds"]]
    return next(fold for fold in folds if [bound.name for bound in fold["fields"]] == CARE)


def test_the_boxes_stand_closed_until_asked_for_and_open_when_filled(client: Client) -> None:
    people.kaisa()
    empty = client.get(FORM)
    refused = client.post(FORM, posted(interpreter="arabia", topic=""))

    assert (fold_of_care(empty)["is_open"], fold_of_care(refused)["is_open"]) == (False, True)


def test_what_is_wished_for_is_kept_and_shown_before_confirming(client: Client) -> None:
    client.post(FORM, posted(interpreter="arabia", arrangements=["sign", "lift"]))
    row = OutsideOrder.objects.get()

    page = client.get(reverse("outside_order_link", args=[safe_link.token(row.link)]))

    asked = row.facts["order"]
    assert (asked["interpreter"], asked["arrangements"]) == ("arabia", ["sign", "lift"])
    assert "arabia" in page.content.decode()


def test_it_stands_in_the_order_once_confirmed() -> None:
    order = outside.order_confirmed(interpreter="arabia", arrangements=["sign"])

    assert (order.interpreter, order.arrangements) == ("arabia", ["sign"])


def test_no_identity_code_and_nothing_made_up(client: Client) -> None:
    answer = client.post(FORM, posted(interpreter="131052-308T", arrangements=["helicopter"]))

    assert sorted(answer.context["form"].errors) == ["arrangements", "interpreter"]
    assert OutsideOrder.objects.count() == 0
