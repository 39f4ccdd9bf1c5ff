"""The guide of one interview to write on: the prepared questions with room under each (CC-11, EX-08)."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import formats, pdf
from coordination.recruitment.models import Interview

TEMPLATE = "interview_guide"
BLANK = "_" * 24


def make(interview: Interview, language: str) -> bytes:
    """One PDF for one interviewer. It names the person by the first name only, since papers lie on tables."""
    campaign = interview.applicant.campaign
    with translation.override(language):
        when = formats.span(interview.starts_at, interview.ends_at) if interview.starts_at else ""
        data = {
            "heading": _("Questions for a talk"),
            "facts": [
                [pgettext("interview guide", "When"), when or "–"],
                [pgettext("interview guide", "With whom"), interview.applicant.person.first_name],
                [pgettext("interview guide", "Whose notes"), BLANK],
            ],
            "intro": _(
                "Listen first: the order is free. Write no names, no diagnoses and no personal identity codes. Type the notes into the service and destroy this paper."
            ),
            "questions": [
                f"{number}. {question.texts}" for number, question in enumerate(campaign.questions.all(), start=1)
            ],
            "own": _("Anything else you noticed"),
            "view": _("Your own view: could the person take part?"),
            "choices": [
                pgettext("interview guide", "Now"),
                pgettext("interview guide", "Later"),
                pgettext("interview guide", "No"),
            ],
        }
        title = _("Questions for a talk")
    return pdf.render(TEMPLATE, data, language=language, title=title)
