"""Who was there in a series, time by time: attendance alone, no reasons (EX-14, EX-15)."""

from __future__ import annotations

from dataclasses import dataclass

from coordination.events.models import Event, EventSeries, Registration
from coordination.people.models import Person

Status = Registration.Status


@dataclass(frozen=True)
class Row:
    """One person and each of the times: a registration, or None where not invited."""

    person: Person
    cells: list[Registration | None]

    @property
    def there(self) -> int:
        return sum(cell is not None and cell.status == Status.ATTENDED for cell in self.cells)

    @property
    def missed(self) -> int:
        return sum(cell is not None and cell.status == Status.ABSENT for cell in self.cells)


def times(series: EventSeries) -> list[Event]:
    return list(series.events.exclude(status=Event.Status.CANCELLED).order_by("starts_at", "pk"))


def table(series: EventSeries, events: list[Event]) -> list[Row]:
    """A row a person, by name. One query."""
    cells: dict[int, dict[int, Registration]] = {}
    people: dict[int, Person] = {}
    for row in Registration.objects.filter(event__series=series).select_related("person"):
        people[row.person_id] = row.person
        cells.setdefault(row.person_id, {})[row.event_id] = row
    found = sorted(people.values(), key=lambda each: (each.last_name.casefold(), each.first_name.casefold(), each.pk))
    return [Row(person, [cells[person.pk].get(event.pk) for event in events]) for person in found]
