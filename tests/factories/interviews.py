"""Interviews in situations: Kaisa and Sari recruit together, times are offered, one is chosen, both have written."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from coordination.foundation import clock, working_day
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.domain import guide, interview, interview_note, slot
from coordination.recruitment.models import Applicant, Campaign, Interview, Slot
from tests.factories import people, recruitment

PLACE = "Kuulaspiha, huone 2"


def kaisa() -> Actor:
    return people.actor(people.kaisa())


def sari() -> Actor:
    return people.actor(people.sari())


def campaign() -> Campaign:
    """With its usual questions; Sari, a plain employee, recruits in it beside the coordinator."""
    made = recruitment.campaign()
    recruitment.recruiter(made, people.sari())
    if not made.questions.exists():
        guide.seed(made)
    return made


def at(hour: int, minute: int = 0, days: int = 7) -> datetime:
    """A Finnish wall clock on a working day, a week from now unless told."""
    day = working_day.on_or_after(clock.today() + timedelta(days=days))
    return datetime.combine(day, time(hour, minute), tzinfo=clock.HELSINKI)


def day(*interviewers: Person, **more: object) -> dict[str, object]:
    """The form of a day's times as it is sent: from nine o'clock to eleven unless told."""
    when = at(9)
    return {
        "day": f"{when.day}.{when.month}.{when.year}",
        "begins": "9",
        "ends": "11",
        "minutes": "45",
        "pause": "15",
        "interviewers": [person.pk for person in interviewers],
        "way": "place",
        "place": "Huone 2",
        **more,
    }


def slots(count: int = 2, *interviewers: Person, home: Campaign | None = None) -> list[Slot]:
    """Whole hours from nine on, held by Kaisa and Sari unless told."""
    times = [(at(9 + number), at(9 + number, 45)) for number in range(count)]
    who = interviewers or (people.kaisa(), people.sari())
    return slot.offer(home or campaign(), kaisa(), times=times, interviewers=who, place=PLACE)


def asked(name: str = "Hilla", **fields: object) -> Interview:
    """Invited to choose a time; two are offered unless there are some."""
    home = campaign()
    if not Slot.objects.free().exists():
        slots()
    someone = recruitment.applicant(name, campaign=home, **fields)
    return interview.ask([someone], kaisa())[0]


def agreed(name: str = "Hilla", **fields: object) -> Interview:
    """The first free time chosen by the person's own link."""
    row = asked(name, **fields)
    free = Slot.objects.free().order_by("starts_at").first()
    return interview.choose(row, free, Actor.by_link(row.applicant.person))


def begun(name: str = "Hilla", **fields: object) -> Interview:
    """Its time is now."""
    return now(agreed(name, **fields))


def now(row: Interview) -> Interview:
    starts = clock.now() - timedelta(minutes=5)
    Interview.objects.filter(pk=row.pk).update(starts_at=starts, ends_at=starts + timedelta(minutes=45))
    row.refresh_from_db()
    return row


def write(row: Interview, by: Actor, words: str = "Kertoo rauhallisesti.", suits: str = "now") -> None:
    """Every question answered with the same words, and finished."""
    answers = {str(question.pk): words for question in row.applicant.campaign.questions.all()}
    interview_note.write(row, by, answers=answers, suits=suits)
    interview_note.finish(row, by)


def written(name: str = "Hilla") -> Interview:
    """Both have finished their notes."""
    row = begun(name)
    write(row, kaisa(), "Kaisan sanat.")
    write(row, sari(), "Sarin sanat.")
    return row


def status(row: Interview) -> tuple[str, str]:
    """How the interview and its applicant stand in the database."""
    return Interview.objects.get(pk=row.pk).status, Applicant.objects.get(pk=row.applicant_id).status
