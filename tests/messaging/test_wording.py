"""A coordinator's words: filled, never run."""

import pytest

from coordination.foundation.refused import Refused
from coordination.messaging.domain import wording

KNOWN = ["first_name", "link", "place"]


def test_places_are_filled_and_what_is_filled_is_never_read_again():
    text = wording.fill("Hei {{first_name}},\n{{ place }}", {"first_name": "{{ link }}", "place": "Torikatu 7"})

    assert text == "Hei {{ link }},\nTorikatu 7"


@pytest.mark.parametrize(
    ("line", "greets"), [("Hei Aino,", True), ("Hei Aino!", True), ("Hei,", True), ("Kiitos!", False), ("Aino.", False)]
)
def test_a_greeting_is_known_in_either_form(line, greets):
    assert wording.is_greeting(line, "Aino") is greets


def test_a_line_of_empty_places_falls_away():
    assert wording.fill("A\n\n{{ place }}\n\nB", {"place": ""}) == "A\n\nB"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{{ first_name.unit.delete }} {{ link }}", "braces"),
        ("{{ link }} {{ settings }}", "unknown"),
        ("{{ link }} {% include 'x' %}", "braces"),
        ("{{ link }} {{ link|safe }}", "braces"),
        ("{{ link }} {# hidden #}", "braces"),
        ("{{ link }} [[link:7]]", "braces"),
        ("{{ link }} {{ {{ link }} }}", "braces"),
        ("{{ link }} {\u200b% load %}", "braces"),
        ("Hei!", "lost"),
        ("", "empty"),
        ("{{ link }} 131052-308T", "identity_code"),
        ("{{ link }} " + "a" * 8000, "long"),
    ],
)
def test_what_is_not_fit_is_refused_beside_its_field(body, code):
    with pytest.raises(Refused) as refusal:
        wording.refuse_unfit("Aihe", body, KNOWN, ["link"])

    assert (refusal.value.code, refusal.value.field) == (code, "body")


@pytest.mark.parametrize("subject", ["", "Kaksi\nriviä"])
def test_a_subject_is_one_line(subject):
    with pytest.raises(Refused) as refusal:
        wording.refuse_unfit(subject, "{{ link }}", KNOWN, ["link"])

    assert refusal.value.field == "subject"


def test_a_text_that_keeps_its_places_passes():
    assert wording.refuse_unfit("{{ first_name }}", "{{ link }}", KNOWN, ["link"]) is None
