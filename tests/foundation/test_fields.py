from datetime import date, time
from decimal import Decimal

import pytest
import time_machine
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.test.utils import isolate_apps
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from coordination.foundation import identity_code
from coordination.foundation.fields import (
    ClockField,
    ComingDateField,
    EuroField,
    FinnishDateField,
    GuardedCharField,
    GuardedTextField,
    TextsField,
)
from coordination.foundation.texts import Texts

LECTURE = {"fi": "Luento", "sv": "Föreläsning"}


@pytest.mark.parametrize(
    ("language", "shown"),
    [("fi", "Luento"), ("sv", "Föreläsning"), ("sv-fi", "Föreläsning"), ("en", "Luento"), ("se", "Luento")],
)
def test_texts_read_in_the_language_in_use(language, shown):
    with translation.override(language):
        assert str(Texts(LECTURE)) == shown


@pytest.mark.parametrize(("texts", "shown"), [({"sv": "Råd"}, "Råd"), ({"fi": "", "sv": "Råd"}, "Råd"), ({}, "")])
def test_texts_without_finnish_read_as_what_there_is(texts, shown):
    assert str(Texts(texts)) == shown


@pytest.fixture
def task_type_model():
    with isolate_apps("coordination.foundation"):

        class TaskType(models.Model):
            names = TextsField()
            help = TextsField(blank=True)

            class Meta:
                app_label = "foundation"

        yield TaskType


def test_a_new_row_reads_like_a_loaded_one(task_type_model):
    given_both = task_type_model(names=LECTURE)
    given_one = task_type_model(names="Luento")

    assert (str(given_both.names), given_one.names, given_one.help) == ("Luento", Texts(fi="Luento"), Texts())


def test_the_migration_of_a_texts_field_names_no_default():
    _name, path, args, kwargs = TextsField(blank=True).deconstruct()

    assert (path, args, kwargs) == ("coordination.foundation.fields.TextsField", [], {"blank": True})


def texts_form(task_type_model, data=None):
    return forms.modelform_factory(task_type_model, fields=["names", "help"])(data)


def test_a_texts_form_has_a_box_for_each_language(task_type_model, settings):
    settings.LANGUAGES = [("sv", "Svenska"), ("fi", "Suomi"), ("se", "Davvisámegiella")]

    form = texts_form(task_type_model, {"names_fi": " Luento ", "names_sv": "", "names_se": "Logaldallan"})

    assert form.is_valid()
    assert (form.cleaned_data["names"], form.cleaned_data["help"]) == ({"fi": "Luento", "se": "Logaldallan"}, {})


def test_the_boxes_of_a_texts_form_are_labelled(task_type_model, settings):
    settings.LANGUAGES = [("sv", "Svenska"), ("fi", "Suomi")]

    drawn = str(texts_form(task_type_model)["names"])

    assert '<label for="id_names_0">Suomi</label>' in drawn
    assert 'name="names_sv" lang="sv" id="id_names_1"' in drawn


@pytest.mark.parametrize(
    ("finnish", "code"),
    [("", "main_language"), ("Asiakas 131052-308T", identity_code.CODE)],
    ids=["no Finnish", "identity code"],
)
def test_what_a_texts_form_refuses(task_type_model, finnish, code):
    form = texts_form(task_type_model, {"names_fi": finnish, "names_sv": "Föreläsning"})

    assert form.errors.as_data()["names"][0].code == code


@pytest.mark.parametrize("field_class", [GuardedCharField, GuardedTextField])
def test_a_guarded_field_refuses_an_identity_code_and_tells_its_readers(field_class):
    field = field_class(readers="Kaisa lukee tämän.")

    with pytest.raises(ValidationError) as refusal:
        field.clean("Asiakas 131052 - 308T")

    assert (refusal.value.code, field.readers, field.clean("Tuki velkoihin")) == (
        identity_code.CODE,
        "Kaisa lukee tämän.",
        "Tuki velkoihin",
    )


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("50", "50.00"),
        ("50,00", "50.00"),
        ("50,00 €", "50.00"),
        ("50.5", "50.50"),
        ("1 000,50", "1000.50"),
        ("1\u00a0000,50\u00a0€", "1000.50"),
        ("1.000,50", "1000.50"),
        ("0,005", "0.01"),
    ],
)
def test_sums_as_people_write_them(written, amount):
    assert str(EuroField().clean(written)) == amount


@pytest.mark.parametrize("written", ["viisikymppiä", "50,00,00", "1.000", "5O", "NaN", "1e9", "--5", "€", "٥٠"])
def test_what_is_no_sum(written):
    with pytest.raises(ValidationError) as refusal:
        EuroField().clean(written)

    assert refusal.value.code == "invalid"


@pytest.mark.parametrize(
    ("written", "code"), [("-1", "min_value"), ("−1", "min_value"), ("201", "max_value"), ("", "required")]
)
def test_sums_out_of_bounds(written, code):
    with pytest.raises(ValidationError) as refusal:
        EuroField(max_value=Decimal(200)).clean(written)

    assert refusal.value.code == code


def test_a_correction_may_be_negative():
    assert EuroField(min_value=None).clean("−12,50") == Decimal("-12.50")


@given(st.decimals(0, 99999, places=2))
def test_a_sum_survives_its_form(amount):
    field = EuroField()

    assert field.clean(field.widget.format_value(amount)) == amount


@pytest.mark.parametrize("written", ["25.11.2026", "25.11.26", "2026-11-25", " 25. 11. 2026 "])
def test_days_as_people_write_them(written):
    assert FinnishDateField().clean(written) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("15.12.", date(2026, 12, 15)),
        ("22.11", date(2026, 11, 22)),
        ("7.1.", date(2027, 1, 7)),
        ("7.1.2026", date(2026, 1, 7)),
    ],
)
@time_machine.travel("2026-11-22 10:00+02:00")
def test_a_day_to_come_needs_no_year(written, day):
    assert ComingDateField().clean(written) == day


@pytest.mark.parametrize("written", ["31.11.", "0.1.", "15."])
def test_what_is_no_day_to_come(written):
    with pytest.raises(ValidationError) as refusal:
        ComingDateField().clean(written)

    assert refusal.value.code == "invalid"


@pytest.mark.parametrize("written", ["31.11.2026", "25.11.", "11/25/2026", "huomenna", "25.11.202"])
def test_what_is_no_day(written):
    with pytest.raises(ValidationError) as refusal:
        FinnishDateField().clean(written)

    assert refusal.value.code == "invalid"


@pytest.mark.parametrize(
    ("written", "clock"),
    [("13", (13, 0)), ("13.15", (13, 15)), ("13:15", (13, 15)), ("klo 9.05", (9, 5)), ("0", (0, 0))],
)
def test_times_as_people_write_them(written, clock):
    assert ClockField().clean(written) == time(*clock)


@pytest.mark.parametrize("written", ["24", "13.60", "13.5", "yksi", "1pm"])
def test_what_is_no_time(written):
    with pytest.raises(ValidationError) as refusal:
        ClockField().clean(written)

    assert refusal.value.code == "invalid"


@pytest.mark.parametrize(
    "field", [EuroField(required=False), FinnishDateField(required=False), ClockField(required=False)]
)
def test_an_empty_box_may_stay_empty(field):
    assert field.clean("") is None


@pytest.mark.parametrize(
    ("field", "initial", "written"),
    [
        (EuroField(), Decimal(50), "50,00 €"),
        (FinnishDateField(), date(2026, 11, 25), "25.11.26"),
        (ClockField(), time(13), "13.00"),
    ],
)
def test_the_same_value_written_otherwise_is_no_change(field, initial, written):
    assert field.has_changed(initial, written) is False
