"""Forms of a council's ideas and statements, in the languages of the council."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardedTextField, GuardsTexts
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from councils.domain import statement as verbs
from councils.domain import statement_silence
from councils.domain.minutes_names import Names
from councils.models import AgendaItem, Council, Forwarding, Statement, Topic

ALL_READ = _("the members, whoever answers, and everybody if it stands on the public page")


class Asking(forms.Form):
    """A form whose `save` calls a verb; False when the domain refused, the reason then stands on the form."""

    def save(self) -> bool:
        try:
            self.made = self.act()
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True

    def act(self) -> Any:
        """Calls the verb."""
        raise NotImplementedError


class InLanguages(Asking):
    """Boxes in the council's languages, the main one first: `title_fi`, `title_sv`; a box in one language is `title`'s alone."""

    council: Council
    names = dict(settings.LANGUAGES)

    def languages(self) -> list[str]:
        return [code for code in self.council.languages or ["fi"] if code in self.names] or ["fi"]

    def add(self, name: str, label: object, *, value: object = None, required: bool = True, **facts: Any) -> None:
        """A box a language; only the main language's is required."""
        several = len(self.languages()) > 1
        for code in self.languages():
            is_main = code == self.council.main_language
            make = GuardedTextField if "widget" in facts else GuardedCharField
            field = make(
                label=label, required=required and is_main, initial=Texts.of(value or {}).get(code, ""), **facts
            )
            if several:
                field.label = f"{label} ({self.names[code].lower()})"
            field.widget.attrs["lang"] = code
            self.fields[f"{name}_{code}"] = field

    def texts(self, name: str) -> Texts:
        """What was written under one name, in each language."""
        said = {code: self.cleaned_data.get(f"{name}_{code}", "") for code in self.languages()}
        return Texts({code: text for code, text in said.items() if text})

    def save(self) -> bool:
        try:
            self.made = self.act()
        except Refused as refusal:
            self.add_error(refusal.field and self._box_of(refusal.field), refusal.message)
            return False
        return True

    def _box_of(self, field: str) -> str | None:
        main = f"{field}_{self.council.main_language}"
        return next((name for name in (field, main) if name in self.fields), None)


class WriteForm(InLanguages):
    """An idea or a statement, new or a draft."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("statement", "Which is it?"),
        choices=Statement.Kind.choices,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        initial=Statement.Kind.IDEA,
    )

    def __init__(
        self,
        *args: object,
        council: Council,
        by: Actor,
        statement: Statement | None = None,
        item: AgendaItem | None = None,
        topic: Topic | None = None,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.council, self.by, self.statement = council, by, statement
        self.item, self.topic = item, topic or (item.topic if item else None)
        begun = _begun(council, statement, item, self.topic)
        is_sent = statement is not None and statement.status != Statement.Status.DRAFT
        if is_sent:
            del self.fields["kind"]
        else:
            self.fields["kind"].initial = statement.kind if statement else Statement.Kind.IDEA
            self.add(
                "title", pgettext_lazy("statement", "Title"), value=begun["title"], max_length=120, readers=ALL_READ
            )
            self._add_long("text", pgettext_lazy("statement", "What the council says"), begun["text"], readers=ALL_READ)
        plain = pgettext_lazy("statement", "The same in plain language")
        self._add_long("plain_text", plain, begun["plain_text"], required=False)
        self._add_rest(is_sent=is_sent)

    def _add_long(self, name: str, label: object, value: object, **facts: Any) -> None:
        self.add(name, label, value=value, max_length=verbs.LONGEST, widget=forms.Textarea(attrs={"rows": 6}), **facts)

    def _add_rest(self, *, is_sent: bool) -> None:
        row = self.statement
        if not is_sent:
            made_on = FinnishDateField(label=pgettext_lazy("statement", "Made on"))
            made_on.initial = row.made_on if row else clock.today()
            self.fields["made_on"] = made_on
        self.fields["is_public"] = forms.BooleanField(
            label=_("Seen on the council's public page"), required=False, initial=row.is_public if row else True
        )

    def act(self) -> Statement:
        names = [name for name in verbs.TEXTS if f"{name}_{self.languages()[0]}" in self.fields]
        facts: dict[str, Any] = {name: self.texts(name) for name in names}
        facts |= {name: self.cleaned_data[name] for name in ("kind", "made_on", "is_public") if name in self.fields}
        if self.statement:
            return verbs.change(self.statement, self.by, **facts)
        return verbs.write(self.council, self.by, item=self.item, topic=self.topic, **facts)


class AnswerForm(GuardsTexts, Asking):
    """An answer that came by phone, on paper or in a meeting, written down by a leader."""

    via = forms.ChoiceField(
        label=pgettext_lazy("statement", "How did the answer come?"),
        choices=[
            ("phone", pgettext_lazy("answer", "by phone")),
            ("post", pgettext_lazy("answer", "on paper or by e-mail")),
            ("meeting", pgettext_lazy("answer", "in a meeting")),
        ],
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        initial="phone",
    )
    text = GuardedTextField(
        label=_("The answer"),
        help_text=_("In the words of whoever answered."),
        readers=_("the members, and everybody once you publish it"),
        max_length=verbs.LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: object, way: Forwarding, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.way, self.by = way, by
        self.fields["text"].initial = way.answer
        self.fields["seen"].initial = stamp(way)

    def save(self) -> bool:
        """Refused because another answer came: it is shown, and this one may be sent again over it."""
        is_saved = super().save()
        if not is_saved:
            self.way.refresh_from_db()
            self.data = self.data.copy()
            self.data["seen"] = stamp(self.way)
        return is_saved

    def act(self) -> Forwarding:
        said = self.cleaned_data
        return verbs.answer(
            self.way, self.by, said["text"], via=said.get("via", ""), replaces=seen(self.way, said["seen"])
        )


class LinkAnswerForm(AnswerForm):
    """The recipient's own answer, behind the link."""

    via = None

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Your answer")
        self.fields["text"].help_text = _("A few sentences are enough. Do not write anybody's name or client data.")
        self.fields["text"].readers = _("the members of the council; if it is published, everybody, under your title")


class CalledForm(Asking):
    note = GuardedCharField(
        label=_("What was said on the phone?"),
        help_text=_("If the answer came at once, write it down as an answer instead."),
        readers=_("the leaders of the council"),
        max_length=300,
        required=False,
    )
    promised_on = FinnishDateField(
        label=_("Was a new day promised?"),
        help_text=_("The council is told, and reminders follow the new day. Empty: the day stays as it was."),
        required=False,
    )

    def __init__(self, *args: object, way: Forwarding, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.way, self.by = way, by

    def act(self) -> Forwarding:
        said = self.cleaned_data
        return statement_silence.called(self.way, self.by, said["note"], promised_on=said["promised_on"])


class InUseForm(InLanguages):
    """What is seen in the service, and since when."""

    def __init__(self, *args: object, statement: Statement, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.statement, self.council, self.by = statement, statement.council, by
        label = _("What is seen in the service?")
        self.add("outcome", label, max_length=300, readers=ALL_READ, widget=forms.Textarea(attrs={"rows": 3}))
        self.fields["since"] = FinnishDateField(label=pgettext_lazy("statement", "Seen since"), initial=clock.today())

    def act(self) -> Statement:
        return verbs.mark_in_use(
            self.statement, self.by, outcome=self.texts("outcome"), since=self.cleaned_data["since"]
        )


class CloseForm(Asking):
    because = GuardedTextField(
        label=_("Why is it closed?"),
        help_text=_("Plainly: for example “Will not be done, because the house is pulled down in 2028.”"),
        readers=ALL_READ,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: object, statement: Statement, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.statement, self.by = statement, by

    def act(self) -> Statement:
        return verbs.close(self.statement, self.by, self.cleaned_data["because"])


def stamp(way: Forwarding) -> str:
    """Which answer one has before one's eyes; empty while there is none."""
    return way.answered_at.isoformat() if way.answered_at else ""


def seen(way: Forwarding, stamped: str) -> Any:
    """The moment of the answer that was seen: what the stamp does not match, stands for another answer."""
    if not stamped:
        return None
    return way.answered_at if stamped == stamp(way) else clock.now()


def _begun(council: Council, row: Statement | None, item: AgendaItem | None, topic: Topic | None) -> dict[str, Any]:
    """What stands in the boxes at first: the draft, what was said of the agenda item, or the topic.

    What is taken further may be read by everybody: a mark stands where a member was named in the meeting.
    """
    if row:
        return {name: getattr(row, name) for name in verbs.TEXTS}
    if item:
        begun = {
            "title": item.title,
            "text": item.outcome_text or item.notes or item.text,
            "plain_text": item.plain_notes,
        }
        names = Names(council, in_public=True)
        return {
            name: {code: names.blanked(text, code) for code, text in Texts.of(words or {}).items()}
            for name, words in begun.items()
        }
    if topic:
        main = council.main_language
        return {"title": {main: topic.title}, "text": {main: topic.text}, "plain_text": None}
    return dict.fromkeys(verbs.TEXTS)
