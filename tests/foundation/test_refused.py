from django import forms
from django.utils.translation import gettext_lazy

from coordination.foundation.refused import Refused


class OrderForm(forms.Form):
    goal = forms.CharField(required=False)


def filled_form():
    form = OrderForm({"goal": "Tuki velkoihin"})
    form.full_clean()
    return form


def test_it_speaks_its_message():
    refused = Refused(gettext_lazy("Choose another time."), code="taken")

    assert (str(refused), refused.message, refused.field, refused.code) == (
        "Choose another time.",
        "Choose another time.",
        None,
        "taken",
    )


def test_it_stands_beside_its_field():
    form = filled_form()

    Refused("Write the goal.", field="goal").as_form_error(form)

    assert form.errors == {"goal": ["Write the goal."]}


def test_without_a_field_of_the_form_it_stands_above_the_form():
    form = filled_form()

    Refused("Ask Kaisa.", field="unit").as_form_error(form)

    assert form.errors == {"__all__": ["Ask Kaisa."]}
