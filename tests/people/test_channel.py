"""Choosing a channel: what each needs, on one's own page as on the coordinator's."""

import pytest

from coordination.people.forms.me import MyDetailsForm
from coordination.people.models import Person
from tests.factories import people

pytestmark = pytest.mark.django_db


def errors(**given: str) -> list[str]:
    data = {"email": "matti@example.org", "language": "fi", "format": "normal", **given}
    return sorted(MyDetailsForm(data, instance=people.matti()).errors)


@pytest.mark.parametrize(
    ("given", "lacking"),
    [
        ({"channel": "email"}, []),
        ({"channel": "email", "email": ""}, ["__all__"]),
        ({"channel": "post"}, ["postcode", "street", "town"]),
        ({"channel": "post", "street": "Kuja 1", "postcode": "00100", "town": "Helsinki"}, []),
        ({"channel": "phone"}, ["phone"]),
        ({"channel": "phone", "phone": "09 123 456"}, []),
        ({"channel": "sms", "phone": "040 123 4567"}, []),
        ({"channel": "sms"}, ["phone"]),
        ({"channel": "sms", "phone": "vaihde, pyydä Mattia"}, ["phone"]),
    ],
)
def test_each_way_asks_for_what_it_needs(settings, given, lacking):
    settings.SMS_BACKEND = "file"

    assert errors(**given) == lacking


@pytest.mark.parametrize(("backend", "ways"), [("off", 3), ("http", 4)])
def test_text_messages_are_offered_where_they_can_be_sent(settings, backend, ways):
    settings.SMS_BACKEND = backend

    assert len(MyDetailsForm(instance=people.matti()).fields["channel"].choices) == ways


def test_one_who_chose_text_messages_keeps_the_choice_while_they_are_off(settings):
    someone = people.matti()
    Person.objects.filter(pk=someone.pk).update(channel="sms", phone="040 123 4567")
    someone.refresh_from_db()

    assert "sms" in dict(MyDetailsForm(instance=someone).fields["channel"].choices)
