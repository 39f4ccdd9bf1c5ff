"""Forms of a campaign: what it tells, when and how many, who recruits, by which ways, with which questions."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.events.models import Event
from coordination.foundation import clock, formats
from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField, GuardedCharField, GuardedTextField
from coordination.foundation.guarded import GuardsTexts
from coordination.foundation.texts import MAIN_LANGUAGE, Texts
from coordination.foundation.texts_form import TextsFormField
from coordination.people.actor import Actor
from coordination.people.forms.choices import NamedField, PersonField, UnitField, head_of
from coordination.people.models import Person, Role, Unit, User
from coordination.people.permissions import branch
from coordination.recruitment.domain import campaign as verbs
from coordination.recruitment.domain import channel, guide
from coordination.recruitment.models import Campaign, Channel


def employees(campaign: Campaign, user: User) -> QuerySet[Person]:
    """Those who may be named: for a coordinator everybody at work in the organisation, for others those near the unit."""
    unit = campaign.unit
    near = Q(unit__path__in=unit.paths_up()) | Q(unit__path__startswith=unit.path)
    if branch.holds(user, unit, Role.Kind.COORDINATOR):
        near = Q(unit__path__startswith=unit.organisation().path)
    at_work = verbs.employed().filter(near)
    named = Q(pk__in=campaign.recruiters.values("person")) | Q(pk=campaign.contact_id)
    rows = Person.objects.living().filter(Q(pk__in=at_work.values("person"), user__isnull=False) | named)
    return rows.order_by("last_name", "first_name", "pk")


class KickOffField(NamedField):
    def label_from_instance(self, event: Event) -> str:
        return f"{formats.day(event.starts_at)}: {event.names}"


class PeopleField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, person: Person) -> str:
        return f"{person.full_name} ({person.title})" if person.title else person.full_name


def _lines(label: object, help_text: object, rows: int = 4) -> GuardedTextField:
    widget = forms.Textarea(attrs={"rows": rows})
    return GuardedTextField(label=label, help_text=help_text, required=False, max_length=4000, widget=widget)


class WordsForm(GuardsTexts, Asking):
    """What the public page and the papers tell in one language; where it says nothing, the Finnish text stands in."""

    names = GuardedCharField(
        label=pgettext_lazy("campaign", "Name"),
        help_text=_("Stands in large letters on the flyer: a few words."),
        required=False,
        max_length=120,
    )
    leads = _lines(pgettext_lazy("campaign", "In a sentence or two"), _("Whom you look for, and for what."), 3)
    texts = _lines(
        pgettext_lazy("campaign", "What it is about, and whom we look for"),
        _("An empty line begins a new paragraph."),
        10,
    )
    plain = _lines(
        pgettext_lazy("campaign", "The same in plain language"),
        _("Short sentences, one on a line. Everyday words. One matter at a time."),
        10,
    )
    offers = _lines(pgettext_lazy("campaign", "What you get"), _("One on each line: travel costs, coffee, training."))
    aims = _lines(
        pgettext_lazy("campaign", "Aims, for those who recruit"),
        _("For example whom the group still lacks. The public does not see this."),
    )

    def __init__(self, *args: object, campaign: Campaign, by: Actor, language: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.campaign, self.by, self.language = campaign, by, language
        for name, field in self.fields.items():
            field.initial = getattr(campaign, name).get(language, "")
            field.widget.attrs["lang"] = language
            field.required = language == MAIN_LANGUAGE and name in ("names", "leads", "texts")

    def act(self) -> Campaign:
        facts = {name: self._with(name, words.strip()) for name, words in self.cleaned_data.items()}
        return verbs.change(self.campaign, self.by, **facts)

    def _with(self, name: str, words: str) -> Texts:
        """The texts of a fact with the words in this language: those of the others stay."""
        others = {code: text for code, text in getattr(self.campaign, name).items() if code != self.language}
        return Texts({**others, self.language: words.replace("\r\n", "\n")} if words else others)


class FrameForm(forms.Form):
    """How many, when, whom one may call, whether the site tells of it."""

    seats = forms.IntegerField(
        label=pgettext_lazy("campaign", "How many are taken"),
        min_value=1,
        max_value=2000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--short"}),
    )
    starts_on = FinnishDateField(label=pgettext_lazy("campaign", "Begins"))
    ends_on = FinnishDateField(
        label=pgettext_lazy("campaign", "Last day to apply"), required=False, help_text=_("Empty: until you close it.")
    )
    contact = PersonField(
        label=_("Whom one may call and ask"),
        queryset=Person.objects.none(),
        help_text=_("The name, phone number and e-mail stand on the public page and on the papers."),
    )
    kick_off = KickOffField(
        label=_("Kick-off event"),
        queryset=Event.objects.none(),
        required=False,
        help_text=_("Everybody who has left contact details is invited to it."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of the papers"), choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple
    )
    is_public = forms.BooleanField(label=_("Tell of it on the public site"), required=False)

    def __init__(self, *args: object, campaign: Campaign, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contact"].queryset = employees(campaign, user)
        coming = Event.objects.led_by(user).standing().filter(kind=Event.Kind.KICK_OFF, ends_at__gte=clock.now())
        chosen = Event.objects.filter(pk=campaign.kick_off_id)
        self.fields["kick_off"].queryset = (coming | chosen).distinct().order_by("starts_at")


class RecruitersForm(Asking):
    """Who recruit and interview."""

    people = PeopleField(
        label=_("Who recruit"),
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They see the applicants and hold the interviews. Two interview together."),
    )

    def __init__(self, *args: object, campaign: Campaign, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.campaign, self.by = campaign, by
        self.fields["people"].queryset = employees(campaign, by.user)
        self.fields["people"].initial = list(campaign.recruiters.values_list("person", flat=True))

    def act(self) -> Campaign:
        return verbs.name_recruiters(self.campaign, self.by, self.cleaned_data["people"])


class ChannelForm(GuardsTexts, Asking):
    """One more way to tell of it."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("channel", "Way"),
        choices=[choice for choice in Channel.Kind.choices if choice[0] != Channel.Kind.SITE],
    )
    note = GuardedCharField(
        label=pgettext_lazy("channel", "More exactly"),
        required=False,
        max_length=80,
        help_text=_("For example the name of the newspaper or the notice board."),
    )

    def __init__(self, *args: object, campaign: Campaign, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.campaign, self.by = campaign, by

    def act(self) -> Channel:
        return channel.add(self.campaign, self.by, **{name: self.cleaned_data[name] for name in ("kind", "note")})


class GuideForm(Asking):
    """The questions of the interview in their order: those there are, and two empty boxes more."""

    SPARE = 2

    def __init__(self, *args: object, campaign: Campaign, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.campaign, self.by = campaign, by
        self.keys = {f"q{row.pk}": row.pk for row in campaign.questions.all()}
        for number, row in enumerate(campaign.questions.all(), start=1):
            self.fields[f"q{row.pk}"] = self._box(number, row.texts)
        for number in range(1, self.SPARE + 1):
            self.fields[f"new{number}"] = self._box(len(self.keys) + number)
            self.keys[f"new{number}"] = None

    def act(self) -> None:
        asked = [(key, self.cleaned_data[name]) for name, key in self.keys.items()]
        guide.change(self.campaign, self.by, asked)

    @staticmethod
    def _box(number: int, texts: object = None) -> TextsFormField:
        label = _("Question %(number)s") % {"number": number}
        return TextsFormField(label=label, required=False, initial=texts)


class BeginForm(forms.Form):
    """The little one must know to begin; the page then says what is missing."""

    unit = UnitField(label=pgettext_lazy("field", "Unit"), queryset=Unit.objects.none())
    names = TextsFormField(
        label=pgettext_lazy("campaign", "Name"), required=False, help_text=_("Empty: the usual one.")
    )
    seats = forms.IntegerField(
        label=pgettext_lazy("campaign", "How many are taken"),
        min_value=1,
        max_value=2000,
        initial=15,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--short"}),
    )
    starts_on = FinnishDateField(label=pgettext_lazy("campaign", "Begins"), initial=clock.today)
    ends_on = FinnishDateField(
        label=pgettext_lazy("campaign", "Last day to apply"), required=False, help_text=_("Empty: until you close it.")
    )

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        units = Unit.objects.within(user.branches(Role.Kind.COORDINATOR)).active()
        self.fields["unit"].queryset = units
        self.fields["unit"].initial = head_of(units)

    def facts(self) -> dict:
        """What the verb is told; the usual name stays where none was written."""
        given = {name: self.cleaned_data[name] for name in ("names", "seats", "starts_on", "ends_on")}
        return given if given["names"] else {name: value for name, value in given.items() if name != "names"}
