"""When reminders leave: the organisation's distances, as each channel can keep them."""

from datetime import date, datetime, timedelta

import pytest

from coordination.foundation.clock import HELSINKI
from coordination.messaging.domain import reminder
from coordination.messaging.models import Message
from coordination.people.models import Person
from coordination.records.domain import rule_keeping
from coordination.records.forms.rule import RuleForm
from coordination.records.models import Rule
from experts.domain import booking
from tests.factories import orders, people

pytestmark = pytest.mark.django_db
# A Wednesday.
MEETING = datetime(2027, 3, 10, 13, 0, tzinfo=HELSINKI)


@pytest.fixture(autouse=True)
def _today(settings):
    settings.DEMO_TODAY = date(2027, 2, 1)


def keep(key="reminder.hours", value=(168, 24)):
    value = list(value) if isinstance(value, tuple) else value
    rule_keeping.keep(key, value, people.actor(people.kaisa()), unit=people.organisation())


def left(channel: str, starts_at: datetime = MEETING) -> list[str]:
    return [f"{each.astimezone(HELSINKI):%d.%m. %H:%M}" for each in reminder.moments(starts_at, people.unit(), channel)]


@pytest.mark.parametrize(
    ("channel", "moments"),
    [
        ("email", ["03.03. 13:00", "09.03. 13:00"]),
        ("sms", ["03.03. 13:00", "09.03. 13:00"]),
        ("phone", ["03.03. 13:00", "09.03. 13:00"]),
        ("post", ["27.02. 13:00", "05.03. 13:00"]),
    ],
)
def test_each_distance_is_a_reminder_and_a_letter_leaves_days_earlier(channel, moments):
    keep()

    assert left(channel) == moments


@pytest.mark.parametrize(
    ("channel", "starts_at", "moment"),
    [
        ("phone", MEETING.replace(hour=8), "08.03. 16:00"),
        ("phone", MEETING.replace(hour=18), "09.03. 16:00"),
        ("phone", MEETING.replace(day=8), "05.03. 16:00"),
        ("sms", MEETING.replace(hour=7), "08.03. 20:00"),
        ("sms", MEETING.replace(hour=21), "09.03. 20:00"),
    ],
)
def test_nobody_is_called_outside_working_hours_nor_woken_by_a_text_message(channel, starts_at, moment):
    keep(value=(24,))

    assert left(channel, starts_at) == [moment]


def test_what_would_leave_in_the_past_is_left_out(settings):
    keep()
    settings.DEMO_TODAY = date(2027, 3, 6)

    assert (left("post"), left("email")) == ([], ["09.03. 13:00"])


def test_clocks_turned_in_between_keep_the_distance_in_hours():
    keep(value=(24,))
    sunday = datetime(2027, 3, 28, 12, 0, tzinfo=HELSINKI)

    assert left("email", sunday) == ["27.03. 11:00"]


def test_a_rule_from_before_there_were_many_still_holds():
    Rule.objects.create(unit=people.organisation(), key="reminder.hours", value=72, valid_from=people.LONG_AGO)

    assert left("email") == ["07.03. 13:00"]


def test_each_side_is_reminded_by_its_own_channel_and_anew_when_the_time_moves(settings):
    settings.DEMO_TODAY = None
    keep()
    made = orders.booking_confirmed()
    Person.objects.filter(pk=made.expert.person_id).update(channel="post")
    made.expert.person.refresh_from_db()
    made.booking_request.version += 1

    booking.remind(made)

    rows = Message.objects.filter(kind="experts.booking.reminder", status__in=["queued", "by_hand"])
    found = {(row.channel, (made.starts_at - row.not_before) // timedelta(hours=1)) for row in rows}
    assert {each for each in found if each[0] == "email"} <= {("email", 168), ("email", 24)}
    assert {each for each in found if each[0] == "post"} <= {("post", 168 + 96), ("post", 24 + 96)}
    assert {row.version for row in rows} == {made.booking_request.version}


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("168, 24", [168, 24]),
        ("24 168;24", [168, 24]),
        ("48", [48]),
        ("0", None),
        ("kaksi", None),
        ("1,2,3,4,5,6", None),
        ("", None),
    ],
)
def test_the_rule_is_written_as_numbers_in_a_row(written, kept):
    form = RuleForm(
        {"value": written, "unit": people.organisation().pk}, user=people.kaisa().user, key="reminder.hours"
    )

    assert (form.cleaned_data["value"] if form.is_valid() else None) == kept


def test_the_rule_opens_with_what_is_in_force():
    keep(value=(168, 24))

    form = RuleForm(user=people.kaisa().user, key="reminder.hours")

    assert form["value"].value() == "168, 24"
