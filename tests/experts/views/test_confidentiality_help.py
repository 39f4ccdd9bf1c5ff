"""What confidentiality covers is told where the goal of a client meeting is written (MD-01)."""

import pytest
from django.urls import reverse

from tests.factories import orders, people

pytestmark = pytest.mark.django_db

PART = "experts/agreement/_confidentiality.html"


@pytest.mark.parametrize(
    ("task", "step", "is_told"),
    [("client-meeting", "tavoite", True), ("client-meeting", "aika", False), ("lecture", "tavoite", False)],
)
def test_confidentiality_is_told_on_the_goal_step_of_a_client_meeting(client, task, step, is_told):
    order = orders.order_draft(task)
    people.sign_in(client, order.orderer)

    response = client.get(reverse("experts:order_edit", args=[order.number, step]))

    assert (PART in {template.name for template in response.templates}) is is_told
