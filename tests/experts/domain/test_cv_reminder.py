"""Once a year each expert is asked whether the CV is still up to date (CM-12)."""

import pytest

from coordination.messaging.models import Message
from experts.domain import cv_reminder
from tests.factories import experts

pytestmark = pytest.mark.django_db


def test_a_cv_confirmed_over_a_year_ago_is_asked_about_once():
    experts.confirmed_last_year(experts.aino())

    due = [cv_reminder.remind() for __ in range(2)]

    assert (due, Message.objects.filter(kind="experts.cv.due").count()) == ([1, 1], 1)


def test_a_fresh_cv_is_left_in_peace():
    experts.aino()

    assert (cv_reminder.remind(), Message.objects.filter(kind="experts.cv.due").count()) == (0, 0)
