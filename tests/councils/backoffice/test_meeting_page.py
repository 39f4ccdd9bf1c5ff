from __future__ import annotations

import pytest
from django.urls import reverse

from councils.domain import agenda, meeting
from tests.factories import councils, people


@pytest.fixture
def leader(db):
    councils.staffed()
    return people.actor(councils.elina())


@pytest.fixture
def signed_in(client, leader):
    return people.sign_in(client, councils.elina())


def test_the_page_is_drawn(signed_in, leader):
    made = councils.meeting()

    page = signed_in.get(reverse("meeting:page", args=[made.pk]))

    assert page.status_code == 200
