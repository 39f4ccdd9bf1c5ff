"""The standard CV form, CV-01…CV-16 in their order; the name and the birth year are the person's own and not asked here."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from coordination.people.actor import Actor
from experts.domain import cv
from experts.models import CVRevision, Expert, ServiceArea

READERS = _("your coordinator, and after approval those you have agreed to")
MOST_SKILLS = 12


def _text(label: str, rows: int, most: int, help_text: str = "") -> GuardedTextField:
    return GuardedTextField(
        label=label,
        required=False,
        max_length=most,
        help_text=help_text,
        readers=READERS,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class CVForm(forms.Form):
    """Saves into a draft, which it starts if there is none. Fields that the browser did not send stay as they are."""

    training_year = forms.IntegerField(
        label=_("Expert training completed in year"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--short"}),
    )
    trainer = GuardedCharField(label=_("Who arranged the training"), required=False, max_length=120, readers=READERS)
    background = _text(
        _("My background as an expert by experience"),
        5,
        3000,
        _("What have you done as an expert? What are you good at with people?"),
    )
    motto = GuardedCharField(
        label=_("My motto"),
        required=False,
        max_length=200,
        readers=READERS,
        help_text=_("One sentence. It stands beside your name."),
    )
    story = _text(
        _("What is my story like?"),
        12,
        8000,
        _(
            "A short story of your life, as much as you want to tell. Leave out other people's names and what would tell who they are."
        ),
    )
    special_skills = _text(_("Special skills"), 5, 900, _("One on each line, for example: debt restructuring."))

    def __init__(self, *args, expert: Expert, language: str, by: Actor, revision: CVRevision | None, **kwargs) -> None:
        self.expert, self.language, self.by = expert, language, by
        texts = {row.area_id: row.text for row in revision.area_texts.all()} if revision else {}
        super().__init__(*args, initial=_initial(expert, revision), **kwargs)
        # An area that has gone out of use stays on the form while it has a text.
        self.areas = [area for area in ServiceArea.objects.all() if area.in_use or area.pk in texts]
        for area in self.areas:
            self.fields[f"area_{area.pk}"] = _text(
                _("My experience: %(area)s") % {"area": area},
                4,
                3000,
                _("What was it like? What helped, what should be done otherwise?"),
            )
            self.initial[f"area_{area.pk}"] = texts.get(area.pk, "")
        self.order_fields([*(name for name in self.fields if name != "special_skills"), "special_skills"])
        for name, field in self.fields.items():
            if name != "training_year":
                field.widget.attrs["lang"] = language

    def area_fields(self) -> list[tuple[ServiceArea, forms.BoundField]]:
        return [(area, self[f"area_{area.pk}"]) for area in self.areas]

    def clean_training_year(self) -> int | None:
        year = self.cleaned_data["training_year"]
        if year is not None and not 1990 <= year <= clock.today().year:
            raise forms.ValidationError(_("Write the year with four digits, for example 2021."), code="year")
        return year

    def clean_special_skills(self) -> list[str]:
        skills = [line.strip(" \t-•") for line in self.cleaned_data["special_skills"].splitlines()]
        skills = list(dict.fromkeys(skill for skill in skills if skill))
        if len(skills) > MOST_SKILLS:
            raise forms.ValidationError(_("Choose at most 12 skills."), code="many")
        if any(len(skill) > 60 for skill in skills):
            raise forms.ValidationError(_("Keep each skill short: at most 60 letters."), code="long")
        return skills

    def save(self) -> CVRevision:
        """Write the sound part into the draft. Raises `Refused`."""
        draft = cv.start(self.expert, self.language, self.by)
        told = {
            name: self.cleaned_data[name]
            for name in cv.FIELDS
            if name in self.cleaned_data and self.add_prefix(name) in self.data
        }
        area_texts = {
            area: self.cleaned_data[f"area_{area.pk}"]
            for area in self.areas
            if f"area_{area.pk}" in self.cleaned_data and self.add_prefix(f"area_{area.pk}") in self.data
        }
        return cv.write(draft, self.by, area_texts=area_texts, **told)


class SubmitForm(forms.Form):
    agreed = forms.BooleanField(
        label=_("I have read the text and agree that it is shown to those I have consented to.")
    )


class SendBackForm(forms.Form):
    comment = GuardedTextField(
        label=_("What should be mended?"),
        max_length=2000,
        readers=_("the expert"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


def _initial(expert: Expert, revision: CVRevision | None) -> dict:
    if revision is None:
        return {"training_year": expert.training_year}
    facts = {name: getattr(revision, name) for name in cv.FIELDS}
    return {**facts, "special_skills": "\n".join(revision.special_skills)}
