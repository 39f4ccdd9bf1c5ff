"""What an interviewer writes: own notes by the prepared questions, an idea to pass on, the summary together."""

from __future__ import annotations

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.asking import Asking
from coordination.foundation.fields import GuardedCharField, GuardedTextField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.recruitment.domain import health_words, interview_note, interview_summary, interview_topic
from coordination.recruitment.models import Campaign, GuideQuestion, Interview, InterviewNote, Summary

OUTCOMES = [(value, capfirst(label)) for value, label in Summary.Outcome.choices]
BIG = {"class": "choices--big"}
TOGETHER = _("those who recruit in this campaign")


class NoteForm(Asking):
    """A box for each question, in the guide's order. `finish` in the POST finishes the notes, too."""

    impression = GuardedTextField(
        label=_("Anything else you noticed"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=interview_note.LONGEST,
    )
    suits = forms.ChoiceField(
        label=_("Your own view: could the person take part?"),
        help_text=_("Only this is kept of the life situation: now, later or no. Never a diagnosis."),
        choices=OUTCOMES,
        widget=forms.RadioSelect(attrs=BIG),
        error_messages={"required": _("Tell your own view first: now, later or no.")},
    )

    def __init__(
        self, *args: object, interview: Interview, by: Actor, note: InterviewNote | None, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.interview, self.by = interview, by
        self.questions = list(GuideQuestion.objects.filter(campaign=interview.applicant.campaign_id))
        for number, question in enumerate(self.questions, start=1):
            name = interview_note.field_of(question.pk)
            self.fields[name] = GuardedTextField(
                label=f"{number}. {question.texts}",
                required=False,
                widget=forms.Textarea(attrs={"rows": 4}),
                max_length=interview_note.LONGEST,
            )
            self.initial[name] = note.answers.get(str(question.pk), "") if note else ""
        # A view of one's own is asked for when the notes are finished, not while one types.
        self.fields["suits"].required = not self.is_bound or "finish" in self.data
        self.order_fields([*(interview_note.field_of(row.pk) for row in self.questions), "impression", "suits"])
        self.initial |= {"impression": note.impression, "suits": note.suits} if note else {}

    def act(self) -> InterviewNote:
        facts = self.cleaned_data
        note = interview_note.write(
            self.interview,
            self.by,
            answers={str(row.pk): facts[interview_note.field_of(row.pk)] for row in self.questions},
            impression=facts["impression"],
            suits=facts["suits"],
        )
        return interview_note.finish(self.interview, self.by) if "finish" in self.data else note

    @property
    def texts(self) -> list[forms.BoundField]:
        """The boxes for words, in their order."""
        return [self[name] for name in self.fields if name != "suits"]

    @property
    def health_words(self) -> list[str]:
        """Words that may tell of somebody's health, as they stand on the form now."""
        return health_words.found(*(str(box.value() or "") for box in self.texts))


class TopicForm(Asking):
    """An idea raised in the talk, passed on without the name."""

    text = GuardedTextField(
        label=_("An idea or a problem to pass on"),
        help_text=_("It is passed on without a name. Write it so that nobody is recognised."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write the idea first. A few words are enough.")},
    )

    def __init__(self, *args: object, interview: Interview, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, prefix="idea", **kwargs)
        self.interview, self.by = interview, by

    def act(self) -> object:
        return interview_topic.pass_on(self.interview, self.by, self.cleaned_data["text"])


class SummaryForm(Asking):
    """Together: how the life situation is, the three criteria, the outcome, a few words."""

    life_situation = forms.ChoiceField(
        label=_("Does the life situation let the person take part?"),
        help_text=_("Only now, later or no. The reasons are not written down."),
        choices=OUTCOMES,
        widget=forms.RadioSelect(attrs=BIG),
        error_messages={"required": _("Choose now, later or no.")},
    )
    criteria = forms.MultipleChoiceField(
        label=_("What is met today"),
        help_text=_("Each is kept with today's date."),
        choices=[(name, Summary._meta.get_field(name).verbose_name) for name in interview_summary.CRITERIA],
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--one"}),
    )
    outcome = forms.ChoiceField(
        label=pgettext_lazy("interview", "What did you come to together?"),
        help_text=_("Now: the person can be chosen. Later: you agree when to come back to it. No: not this time."),
        choices=OUTCOMES,
        widget=forms.RadioSelect(attrs=BIG),
        error_messages={"required": _("Choose now, later or no.")},
    )
    words = GuardedTextField(
        label=_("In a few words"),
        help_text=_("What interests the person, and what they bring along. No illnesses, no client matters."),
        required=False,
        readers=TOGETHER,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=interview_summary.LONGEST,
    )
    alone_because = GuardedCharField(
        label=_("Why was there only one interviewer?"), required=False, max_length=200, readers=TOGETHER
    )

    def __init__(self, *args: object, interview: Interview, by: Actor, alone: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.interview, self.by = interview, by
        if not alone:
            del self.fields["alone_because"]
        if interview.applicant.campaign.kind != Campaign.Kind.EXPERTS:
            del self.fields["criteria"]

    def act(self) -> Summary:
        return interview_summary.close(self.interview, self.by, **self.cleaned_data)

    def refuse(self, refusal: Refused) -> None:
        """A criterion that is missing is told beside the criteria."""
        if refusal.field in interview_summary.CRITERIA:
            refusal.field = "criteria"
        super().refuse(refusal)

    @property
    def health_words(self) -> list[str]:
        return health_words.found(str(self["words"].value() or ""))
