"""Forms of a council's ideas and statements, in the languages of the council."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardedTextField, GuardsTexts
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from councils.domain import statement as verbs
from councils.domain import statement_silence
from councils.domain.minutes_names import Names
from councils.models import AgendaItem, Council, Forwarding, Statement, Topic

from .in_languages import AskingInLanguages

ALL_READ = _("the members, whoever answers, and everybody if it stands on the public page")


class WriteForm(AskingInLanguages):
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
            title, said = pgettext_lazy("statement", "Title"), pgettext_lazy("statement", "What the council says")
            self.add_texts("title", title, value=begun["title"], required=True, max_length=120, readers=ALL_READ)
            self._add_long("text", said, begun["text"], required=True, readers=ALL_READ)
        plain = pgettext_lazy("statement", "The same in plain language")
        self._add_long("plain_text", plain, begun["plain_text"])
        self._add_rest(is_sent=is_sent)

    def _add_long(self, name: str, label: object, value: object, **facts: Any) -> None:
        self.add_texts(name, label, value=value, max_length=verbs.LONGEST, rows=6, **facts)

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
        facts: dict[str, Any] = {name: self.texts(name) for name in verbs.TEXTS if self.has(name)}
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


class InUseForm(AskingInLanguages):
    """What is seen in the service, and since when."""

    def __init__(self, *args: object, statement: Statement, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.statement, self.council, self.by = statement, statement.council, by
        label = _("What is seen in the service?")
        self.add_texts("outcome", label, required=True, max_length=300, rows=3, readers=ALL_READ)
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
