"""What one interviewer sees of an interview at the moment: own notes, the others' when it is time, what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from coordination.foundation import clock
from coordination.people.models import Person, User
from coordination.recruitment.models import Interview, InterviewNote, Summary

from . import interview_note, interview_summary, walk_in


@dataclass(frozen=True)
class Writer:
    """One of those who interview, and how far the notes are: "none", "writing" or "ready"."""

    person: Person
    state: str


@dataclass(frozen=True)
class Compared:
    """A question, and what each wrote of it."""

    question: str
    answers: list[tuple[str, str]]


@dataclass(frozen=True)
class Sheet:
    """The interview for one reader. `notes` are those that may be read now."""

    writers: list[Writer]
    is_interviewer: bool
    own: InterviewNote | None
    notes: list[InterviewNote]
    questions: list[str]
    compared: list[Compared]
    summary: Summary | None
    has_begun: bool
    may_write: bool
    may_sum_up: bool
    may_take_back: bool
    is_alone: bool

    @property
    def waits_for(self) -> list[str]:
        """The first names of those who are still writing."""
        return [row.person.first_name for row in self.writers if row.state == "writing"]

    @property
    def silent(self) -> list[str]:
        """The first names of those who have written nothing."""
        return [row.person.first_name for row in self.writers if row.state == "none"]


def of(interview: Interview, user: User) -> Sheet:
    """As it stands. The others' notes are not even read before they may be."""
    people = list(interview.interviewers.order_by("first_name", "pk"))
    states = dict(interview.notes.values_list("interviewer_id", "ready_at"))
    writers = [Writer(person, _state(person, states)) for person in people]
    is_interviewer = any(person.user_id == user.pk for person in people)
    notes = interview_note.readable(interview, user)
    own = next((row for row in notes if row.interviewer.user_id == user.pk), None)
    summary = getattr(interview, "summary", None)
    asked = list(interview.applicant.campaign.questions.all())
    is_open = interview.status in (Interview.Status.AGREED, Interview.Status.HELD) and summary is None
    has_begun = interview_note.may_begin(interview)
    is_finished = bool(own and own.ready_at)
    return Sheet(
        writers=writers,
        is_interviewer=is_interviewer,
        own=own,
        notes=notes,
        questions=[str(row.texts) for row in asked],
        compared=_compared(asked, notes) if is_finished else [],
        summary=summary,
        has_begun=has_begun,
        may_write=is_open and is_interviewer and has_begun and not is_finished,
        may_sum_up=is_open and is_finished and all(states.values()),
        may_take_back=is_interviewer and walk_in.is_such(interview) and not any(states.values()),
        is_alone=sum(moment is not None for moment in states.values()) < interview_summary.RECOMMENDED,
    )


def is_late(interview: Interview) -> bool:
    """The time is over, and nothing has been summed up."""
    return interview.status == Interview.Status.AGREED and interview.ends_at <= clock.now()


def _state(person: Person, states: dict) -> str:
    if person.pk not in states:
        return "none"
    return "ready" if states[person.pk] else "writing"


def _compared(asked: list, notes: list[InterviewNote]) -> list[Compared]:
    rows = [
        Compared(
            str(question.texts),
            [(note.interviewer.first_name, note.answers.get(str(question.pk), "")) for note in notes],
        )
        for question in asked
    ]
    return [*rows, Compared("", [(note.interviewer.first_name, note.impression) for note in notes])]
