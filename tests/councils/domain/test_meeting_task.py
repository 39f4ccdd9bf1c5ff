"""The tasks of a meeting: who touched them stands in the log."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry

from councils.domain import meeting_task
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def test_whatever_is_done_to_a_task_is_logged_once():
    made = councils.meeting()
    elina = people.actor(councils.elina())

    task = meeting_task.add(made, elina, what="Varaa tila")
    meeting_task.change(task, elina, what="Varaa tila ja kahvi")
    for __ in range(2):
        meeting_task.tick(task, elina)
    meeting_task.remove(task, elina)

    rows = ModelLogEntry.objects.filter(object_id=made.pk, content_type__model="meeting").order_by("pk")
    told = [set(row.data) & {"task_added", "fields", "done", "task_removed"} for row in rows]
    assert told == [{"task_added"}, {"fields"}, {"done"}, {"task_removed"}]
