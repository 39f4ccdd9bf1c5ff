"""What the page of one text tells: which text it is, whose words hold, its places, how a person would read it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation.refused import Refused
from coordination.messaging.domain import catalogue, letter, text, wording
from coordination.messaging.domain.kind import Kind
from coordination.messaging.forms.message_text import BranchForm, TextForm
from coordination.messaging.models import MessageText
from coordination.people.models import Person, Unit
from coordination.records.domain import access
from coordination.records.models import AccessEntry

SHOWN_VERSIONS = 20
SHOWN_PEOPLE = 8
Family, Form = MessageText.Family, MessageText.Form


@dataclass(frozen=True)
class Which:
    """One text of the many: whose, for which message, by what way, in which language and form."""

    unit: Unit
    kind: Kind
    family: str
    language: str
    form: str

    @property
    def facts(self) -> dict[str, str]:
        return {"family": self.family, "language": self.language, "form": self.form}

    @property
    def is_sms(self) -> bool:
        return self.family == Family.SMS

    @property
    def url(self) -> str:
        return self.address()

    def address(self, **other: object) -> str:
        query = {"yksikko": self.unit.pk, "kanava": self.family, "kieli": self.language, "muoto": self.form, **other}
        return f"{reverse('message_text:page', args=[self.kind.name])}?{urlencode(query)}"

    @cached_property
    def versions(self) -> list[MessageText]:
        """The branch's own versions, the newest first."""
        rows = MessageText.objects.filter(unit=self.unit, kind=self.kind.name, **self.facts)
        return list(rows.select_related("changed_by__person").order_by("-version")[:SHOWN_VERSIONS])

    @property
    def seen(self) -> int:
        return self.versions[0].version if self.versions else 0

    @cached_property
    def holds(self) -> MessageText | None:
        """The own text that holds here, perhaps of a branch above; None where it is the product's."""
        return text.current(self.kind.name, self.unit, self.family, self.language, self.form)

    @cached_property
    def product(self) -> text.Source:
        return text.product_source(self.kind, self.family, self.language, self.form)


def which(request: HttpRequest, kind: Kind) -> Which:
    """The text the address means; what it does not say is the usual. Raises `PermissionDenied` without a branch."""
    branches = BranchForm(request.GET, user=request.user)
    unit = (branches.cleaned_data["yksikko"] if branches.is_valid() else None) or branches.usual
    if unit is None:
        raise PermissionDenied
    languages = [code for code, __ in settings.LANGUAGES]
    return Which(
        unit,
        kind,
        _one_of(request, "kanava", Family.values),
        _one_of(request, "kieli", languages),
        _one_of(request, "muoto", Form.values),
    )


def initial(which: Which) -> dict:
    ground = which.holds or which.product
    return {"subject": ground.subject, "body": ground.body, "seen": which.seen}


def kept(form: TextForm, which: Which, refusal: Refused) -> TextForm:
    """The form with what was typed and why it was not saved; the next press knows of what others have saved."""
    data = form.data.copy()
    data["seen"] = Which(which.unit, which.kind, **which.facts).seen
    again = TextForm(data, is_sms=which.is_sms)
    again.is_valid()
    refusal.as_form_error(again)
    return again


def facts(request: HttpRequest, which: Which, form: TextForm) -> dict:
    person = _named(request)
    said = {name: form[name].value() or "" for name in ("subject", "body")}
    seen_by = person or None
    if seen_by:
        key = f"people.person:{seen_by.pk}"
        access.record(request.user, AccessEntry.Action.VIEW, f"messaging.messagetext:{which.kind.name}", [key])
    subject, body = text.filled_by_sample(which.kind, said["subject"], said["body"], which.language, seen_by)
    others = Which(which.unit, which.kind, **which.facts) if form.is_bound else which
    return {
        "which": which,
        "title": which.kind.label,
        "form": form,
        "branches": BranchForm(initial={"yksikko": which.unit}, user=request.user),
        "tabs": _tabs(which),
        "places": _places(which),
        "is_own_here": which.holds is not None and which.holds.unit_id == which.unit.pk,
        "versions": others.versions,
        "theirs": others.versions[0] if form.is_bound and _is_overtaken(form, others) else None,
        "look": {"subject": letter.concealed(subject), "body": letter.concealed(body), "person": seen_by},
        "found": _found(request),
        "asked": request.GET.get("kuka", ""),
    }


def _is_overtaken(form: TextForm, others: Which) -> bool:
    return any(error.code == "changed" for error in form.non_field_errors().as_data()) and bool(others.versions)


def _one_of(request: HttpRequest, name: str, values: list[str]) -> str:
    asked = request.GET.get(name, "")
    return asked if asked in values else values[0]


def _tabs(which: Which) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """Three rows of choices by their titles: channel, language, form."""
    languages = [(code, str(name).capitalize()) for code, name in settings.LANGUAGES]
    rows = [
        (_("Channel"), "kanava", which.family, Family.choices),
        (pgettext("message text", "Language"), "kieli", which.language, languages),
        (pgettext("message text", "Form"), "muoto", which.form, Form.choices),
    ]
    return [
        (title, [(label, which.address(**{name: value}), value == now) for value, label in choices])
        for title, name, now, choices in rows
    ]


def _places(which: Which) -> list[dict]:
    """The places this text may have, in plain words, with what each would say."""
    rows = []
    for piece in catalogue.pieces_of(which.kind):
        __, sample = text.filled_by_sample(which.kind, "", wording.as_place(piece.name), which.language)
        must = piece.name in which.kind.must_have
        rows.append(
            {
                "place": wording.as_place(piece.name),
                "label": piece.label,
                "sample": letter.concealed(sample).strip(),
                "must": must,
            }
        )
    return rows


def _people(request: HttpRequest) -> QuerySet[Person]:
    return Person.objects.visible_to(request.user).living().select_related("unit")


def _named(request: HttpRequest) -> Person | None:
    key = request.GET.get("henkilo", "")
    return _people(request).filter(pk=int(key)).first() if key.isdecimal() and len(key) < 12 else None


def _found(request: HttpRequest) -> list[tuple[Person, str]]:
    """People by the beginning of a name, to look at the text as one of them."""
    words = request.GET.get("kuka", "").split()[:3]
    if not words:
        return []
    rows = _people(request)
    for word in words:
        rows = rows.filter(Q(first_name__istartswith=word) | Q(last_name__istartswith=word))
    query = request.GET.copy()
    query.pop("kuka", None)
    found = []
    for person in rows[:SHOWN_PEOPLE]:
        query["henkilo"] = person.pk
        found.append((person, f"?{query.urlencode()}"))
    return found
