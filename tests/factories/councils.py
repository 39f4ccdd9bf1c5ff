"""Councils in situations: one with its leader and members, its meetings, papers, minutes and statements.

Rows are written straight: the verbs have tests of their own. Functions named after people give the same row again.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from coordination.foundation import clock
from coordination.people.models import Person, Role
from councils.models import (
    AgendaItem,
    Council,
    Forwarding,
    Invitation,
    Meeting,
    Membership,
    Minutes,
    Staff,
    Statement,
    Topic,
)
from tests.factories import people

if TYPE_CHECKING:
    from coordination.people.models import Unit

ADMITTED = "Haastateltu 1.2.2025, Kaisa Koordinaattori"
NAME = "Nuorten raati"
LATEST_HOUR = 20


def council(name: str = NAME, unit: Unit | None = None, **fields: object) -> Council:
    """A regular council of Youth services, found again by its name; no staff, no members yet."""
    home = unit or people.unit()
    found = Council.objects.filter(names__fi=name, unit=home).first()
    if found:
        return found
    facts = {"status": Council.Status.REGULAR, "languages": ["fi"], "is_public": True, "place": "Kuulaspiha, Koivu"}
    return Council.objects.create(names={"fi": name}, unit=home, **{**facts, **fields})


def elina() -> Person:
    """The responsible leader of the youth council: a social worker with the leader's role in Youth services."""
    someone = people._cast("Elina", "Esimerkki", "elina@example.org", people.unit(), Role.Kind.LEADER)
    Staff.objects.get_or_create(
        council=council(),
        person=someone,
        ended_on=None,
        defaults={"is_responsible": True, "is_social_worker": True, "duty": Staff.Duty.CHAIR},
    )
    return someone


def ville() -> Person:
    """Another leader of the youth council, who takes the minutes."""
    someone = people._cast("Ville", "Kirjaaja", "ville@example.org", people.unit(), Role.Kind.LEADER)
    Staff.objects.get_or_create(
        council=council(), person=someone, ended_on=None, defaults={"duty": Staff.Duty.SECRETARY}
    )
    return someone


def other_leader() -> Person:
    """Leads another council of the same unit."""
    someone = people._cast("Liisa", "Muuvetäjä", "liisa@example.org", people.unit(), Role.Kind.LEADER)
    Staff.objects.get_or_create(
        council=council("Toinen raati"), person=someone, ended_on=None, defaults={"is_responsible": True}
    )
    return someone


def seat(person: Person, board: Council | None = None, **fields: object) -> Membership:
    """The person's seat in the council, the next free one; the same again while it is open."""
    board = board or council()
    found = Membership.objects.open().filter(council=board, person=person).first()
    if found:
        return found
    taken = set(Membership.objects.open().filter(council=board).values_list("seat", flat=True))
    fields.setdefault("seat", next(number for number in range(1, 21) if number not in taken))
    return Membership.objects.create(council=board, person=person, admitted_before=ADMITTED, **fields)


def matti() -> Membership:
    """Matti of the cast, a member of the youth council with e-mail and an account."""
    return seat(people.matti())


def irja() -> Membership:
    """A member without e-mail or account, who reads large print by post."""
    found = Membership.objects.filter(person__first_name="Irja", council=council()).first()
    return found or seat(
        people.person(
            "Irja",
            "Kuvitelma",
            unit=people.unit(),
            format=Person.Format.LARGE,
            street="Esimerkkikuja 7",
            postcode="00000",
            town="Havukumpu",
        )
    )


def members(number: int, board: Council | None = None) -> list[Membership]:
    """Further members with e-mail and no account."""
    board = board or council()
    home = board.unit
    return [
        seat(people.person(f"Jäsen{n}", "Testilä", unit=home, email=f"jasen{n}@example.org"), board)
        for n in range(number)
    ]


def staffed() -> Council:
    """The youth council with Elina and Ville leading, Matti and Irja as members."""
    elina(), ville(), matti(), irja()
    return council()


def meeting(board: Council | None = None, days: float = 10, **fields: object) -> Meeting:
    """A meeting being planned `days` from now at the hour, two hours long; its chair is Elina, its secretary Ville."""
    board = board or staffed()
    last = Meeting.objects.filter(council=board).order_by("number").last()
    start = _hour(days)
    facts: dict[str, object] = {
        "number": last.number + 1 if last else 1,
        "starts_at": start,
        "ends_at": start + timedelta(hours=2),
        "mode": Council.Mode.PLACE,
        "place": "Kuulaspiha, Koivu",
        "purpose": {"fi": "Kuulla raatia"},
        "chair": elina(),
        "secretary": ville(),
    }
    return Meeting.objects.create(council=board, **{**facts, **fields})


def item(meeting: Meeting, title: str = "Odotustilan viihtyisyys", **fields: object) -> AgendaItem:
    """An item at the end of the agenda."""
    fields.setdefault("position", meeting.items.count())
    return AgendaItem.objects.create(council=meeting.council, meeting=meeting, title={"fi": title}, **fields)


def opened(days: float = 10, **fields: object) -> Meeting:
    """A meeting that has been opened: everybody of the council invited, nobody has answered."""
    made = meeting(days=days, status=Meeting.Status.OPEN, opened_at=clock.now(), **fields)
    item(made)
    for row in made.council.memberships.open():
        role = Invitation.Role.MEMBER if row.seat else Invitation.Role.SUBSTITUTE
        Invitation.objects.create(meeting=made, person=row.person, role=role)
    for row in made.council.staff.open():
        Invitation.objects.create(meeting=made, person=row.person, role=Invitation.Role.STAFF)
    return made


def held(days: float = -20, **fields: object) -> Meeting:
    """A meeting that was held, with one item whose outcome is noted."""
    made = opened(days=days)
    facts = {"status": Meeting.Status.HELD, "began_at": made.starts_at, "ended_at": made.ends_at, **fields}
    Meeting.objects.filter(pk=made.pk).update(**facts)
    made.items.update(outcome=AgendaItem.Outcome.NOTED, notes={"fi": "Tila on ahdas."})
    return Meeting.objects.get(pk=made.pk)


def minutes(meeting: Meeting | None = None, status: str = Minutes.Status.COMMENTABLE) -> Minutes:
    """The minutes of a held meeting, open for comments unless another state is asked for."""
    return Minutes.objects.create(meeting=meeting or held(), status=status, offered_at=clock.now())


def topic(title: str = "Puhelinjonot", board: Council | None = None, **fields: object) -> Topic:
    facts = {"proposed_at": clock.now(), **fields}
    return Topic.objects.create(council=board or staffed(), title=title, **facts)


def statement(title: str = "Kirjeet selkokielelle", board: Council | None = None, **fields: object) -> Statement:
    """An idea still being written."""
    board = board or staffed()
    facts = {
        "number": Statement.objects.filter(council=board).count() + 1,
        "title": {"fi": title},
        "text": {"fi": "Kirje alkaa päätöksellä."},
        "made_on": clock.today(),
        "moved_at": clock.now(),
    }
    return Statement.objects.create(council=board, **{**facts, **fields})


def forwarded(**fields: object) -> Forwarding:
    """A statement taken to the management, which has not answered."""
    made = statement(status=Statement.Status.FORWARDED)
    recipient = people.person("Jorma", "Johtaja", email="jorma@example.org")
    facts = {"to": Forwarding.To.MANAGEMENT, "recipient": recipient, "recipient_title": "Palvelujohtaja"}
    return Forwarding.objects.create(statement=made, sent_on=clock.today(), **{**facts, **fields})


def _hour(days: float) -> datetime:
    """This full hour, `days` away; by eight in the evening on another day, so that no meeting lasts past midnight."""
    hour = clock.local(clock.now() + timedelta(days=days)).replace(minute=0, second=0, microsecond=0)
    return (hour if days == 0 else hour.replace(hour=min(hour.hour, LATEST_HOUR))).astimezone(UTC)
