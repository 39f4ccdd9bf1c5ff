"""One's own page: where it stands, withdrawing behind a question, correcting; and nothing for anybody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from coordination.foundation import clock, formats
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.recruitment.domain import interview, steps, told
from coordination.recruitment.models import Applicant, Interview, Slot
from coordination.recruitment.views import application
from tests.factories import interviews, people, recruitment

pytestmark = pytest.mark.django_db
Status = Applicant.Status


def address(row: Applicant, page: str = "") -> str:
    name = f"application_{page}_link" if page else "application_link"
    return reverse(name, args=[safe_link.token(told.link_of(row))])


def test_the_page_tells_where_it_stands_and_shows_no_address():
    row = recruitment.applicant()

    answer = Client().get(address(row))

    text = answer.content.decode()
    assert (answer.status_code, steps.next_words(row) in text) == (200, True)
    assert [word in text for word in (row.person.email, row.person.last_name)] == [False, False]
    assert "no-store" in answer["Cache-Control"]


def test_looking_withdraws_nobody_and_the_press_does():
    row, page = recruitment.applicant(), "withdraw"
    looked = Client().get(address(row, page)).status_code
    before = Applicant.objects.get(pk=row.pk).status

    answer = Client().post(address(row, page))

    row.refresh_from_db()
    assert (looked, before, answer.url, row.status) == (200, "interested", address(row), "withdrawn")


def test_a_press_at_the_moment_of_erasing_is_told_that_the_link_is_over(rf):
    row = recruitment.applicant()

    def page(request, reader):
        Applicant.objects.filter(pk=reader.row.pk).delete()
        return application.withdraw(request, reader)

    answer = application.linked(page, "POST")(rf.post("/"), safe_link.token(told.link_of(row)))

    assert answer.status_code == 410


def test_a_second_withdrawal_is_told_kindly():
    row = recruitment.applicant(status=Status.WITHDRAWN)

    assert Client().post(address(row, "withdraw")).status_code == 200


def test_one_corrects_what_has_changed_and_empty_boxes_change_nothing():
    row = recruitment.applicant()

    done = Client().post(address(row, "correct"), {"phone": "040 765 4321"}).status_code
    asked = Client().post(address(row, "correct"), {}).status_code

    row.person.refresh_from_db()
    assert (done, asked, row.person.phone, row.person.email) == (
        302,
        200,
        "040 765 4321",
        "hilla.hakija@example.org",
    )


@pytest.mark.parametrize("page", ["", "withdraw", "correct"])
def test_a_link_that_is_wrong_or_old_tells_whom_to_call(page):
    name = f"application_{page}_link" if page else "application_link"
    row = recruitment.applicant()
    old = address(row, page)
    safe_link.revoke(row.link)

    answers = [Client().get(found).status_code for found in (reverse(name, args=["ei.ole"]), old)]

    assert answers == [410, 410]


@pytest.mark.parametrize("status", [Status.SELECTED, Status.RESERVE, Status.LATER, Status.NOT_CHOSEN])
def test_a_choice_shows_only_after_it_has_been_told(status):
    now = clock.now()
    row = recruitment.applicant(status=status, interviewed_at=now, decided_at=now, told_at=now - timedelta(days=1))
    untold = steps.shown(Applicant.objects.get(pk=row.pk)).status
    told.stamp([row])

    assert (untold, steps.shown(Applicant.objects.get(pk=row.pk)).status) == ("interviewed", status)


def test_the_step_of_choosing_a_time_tells_no_day_before_one_is_chosen():
    """The day of the invitation stood beside “a time to talk”, as if the talk were that day."""
    row = recruitment.applicant(status=Status.INVITED, invited_at=clock.now())

    now = [step["when"] for step in steps.steps(row) if step["state"] == "now"]

    assert now == [""]


@pytest.mark.parametrize("status", Status.values)
def test_every_state_has_words_and_steps(status):
    row = recruitment.applicant(status=status, decided_at=clock.now())

    assert (bool(steps.next_words(row)), len(steps.steps(row)) > 1) == (True, True)


def test_the_signed_in_find_their_own_and_nobody_elses():
    matti = people.matti()
    own, other = recruitment.applicant("Matti", "Meriläinen", person=matti), recruitment.applicant()
    client = people.sign_in(Client(), matti)

    answers = [client.get(reverse("recruitment:application", args=[row.pk])).status_code for row in (own, other)]

    mine = client.get(reverse("recruitment:mine"))
    assert (answers, mine.url) == ([200, 404], reverse("recruitment:application", args=[own.pk]))


def test_what_happens_next_is_to_choose_a_time_and_then_the_talk_at_that_time():
    asked = interviews.asked()
    words = [steps.next_words(asked.applicant)]

    talk = interview.choose(asked, Slot.objects.free().first(), Actor.by_link(asked.applicant.person))
    words.append(steps.next_words(talk.applicant))
    over = clock.now() - timedelta(hours=1)
    Interview.objects.filter(pk=talk.pk).update(starts_at=over - timedelta(hours=1), ends_at=over)
    words.append(steps.next_words(Applicant.objects.get(pk=asked.applicant_id)))

    assert formats.span(talk.starts_at, talk.ends_at) in words[1]
    assert len(set(words)) == 3
