import re

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from coordination.foundation.templatetags import fields


class MeetingForm(forms.Form):
    goal = forms.CharField(label="Tavoite", help_text="Sovittu yhdessä", widget=forms.Textarea)
    permission = forms.ChoiceField(label="Lupa?", choices=[("yes", "Kyllä"), ("no", "Ei")], widget=forms.RadioSelect)
    note = forms.CharField(label="Muuta", required=False)
    agreed = forms.BooleanField(label="Sovittu", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["goal"].readers = "Kaisa"


class TimeForm(forms.Form):
    day = forms.CharField(label="Päivä")


def drawn(source: str, **context) -> str:
    with translation.override("fi"):
        return Template("{% load fields %}" + source).render(Context(context))


def test_label_help_readers_error_and_input_stand_in_that_order():
    html = drawn("{% field form.goal %}", form=MeetingForm({}))

    places = [html.index(part) for part in ("<label", "_helptext", "_readers", "_error", "<textarea")]
    assert places == sorted(places)


def test_the_input_names_every_line_about_it():
    html = drawn("{% field form.goal %}", form=MeetingForm({}))

    assert re.search(r'aria-describedby="([^"]*)"', html)[1] == "id_goal_helptext id_goal_readers id_goal_error"
    assert 'aria-invalid="true"' in html


def test_choices_are_a_named_group_of_tiles():
    html = drawn("{% field form.permission %}", form=MeetingForm())

    assert html.count("<fieldset") == 1
    assert html.count('class="choice"') == 2
    assert "<legend>Lupa?</legend>" in html


@pytest.mark.parametrize(
    ("labels", "own", "expected"),
    [
        (["Kyllä", "Ei"], "", ""),
        (["Kyllä", "Ei"], "choices--big", "choices--big"),
        (["varajäsen", "sihteeri tai muu", "puheenjohtaja"], "", "choices--long"),
        (["raati", "kehittäjäasiakasryhmä"], "choices--big", "choices--big choices--two"),
        (["kehittäjäasiakasryhmä"], "choices--one", "choices--one"),
    ],
)
def test_tiles_are_as_wide_as_their_longest_word(labels, own, expected):
    form = forms.Form()
    radios = forms.RadioSelect(attrs={"class": own})
    form.fields["kind"] = forms.ChoiceField(choices=[(label, label) for label in labels], widget=radios)

    assert fields.columns(form["kind"]) == expected


def test_a_tick_carries_its_own_label():
    html = drawn("{% field form.agreed %}", form=MeetingForm())

    assert '<label class="choice" for="id_agreed">' in html
    assert html.count("Sovittu") == 1


def test_only_what_may_be_left_out_says_so():
    html = drawn("{{ form }}", form=MeetingForm())

    assert html.count("field__optional") == 1


def test_the_summary_counts_and_leads_to_the_fields():
    html = drawn("{% error_summary form %}", form=MeetingForm({}))

    assert re.findall(r'<a href="([^"]+)">', html) == ["#id_goal", "#id_permission_0"]


def test_the_summary_is_silent_when_all_is_well():
    assert drawn("{% error_summary form %}", form=MeetingForm()).strip() == ""


def test_errors_of_a_formset_are_counted_too():
    times = forms.formset_factory(TimeForm, min_num=2, validate_min=True)
    formset = times({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-day": ""})

    assert fields.count_errors(MeetingForm({}), formset) == 4


def test_a_label_that_asks_needs_no_colon():
    form = MeetingForm({"permission": ""})

    assert fields.mend(form["permission"]).startswith("Lupa? ")
    assert fields.mend(form["goal"]).startswith("Tavoite: ")
