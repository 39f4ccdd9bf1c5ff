"""The certificate of a training: what it was, and what it is not (EX-09). PDF for the archive, in the expert's language."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import clock, formats, pdf
from coordination.foundation.refused import Refused
from experts.models import Mark, Training

from .training_words import extent


def sheet(training: Training) -> bytes:
    """One certificate in the expert's language. Raises `Refused` before it has been completed."""
    return sheets([training], language=training.expert.person.language)


def sheets(trainings: Sequence[Training], language: str) -> bytes:
    """Certificates one after the other, each in its expert's language: to print, sign and post. Raises `Refused`."""
    rows = [row for row in trainings if row.certificate_number]
    if not rows:
        raise Refused(_("There are no certificates yet: mark first who has completed the training."), code="none")
    with translation.override(language):
        title = pgettext("training", "Certificate of training")
    pages = [_page(row) for row in rows]
    return pdf.render(
        "training_certificate",
        {"pages": pages},
        language=language,
        title=title,
        version=rows[0].certificate_number if len(rows) == 1 else "",
        standards=pdf.ARCHIVE,
    )


def _page(training: Training) -> dict:
    person = training.expert.person
    with translation.override(person.language):
        marks = [str(mark.label) for mark in Mark if mark.value in training.marks]
        facts = [
            [pgettext("training", "Training"), training.name],
            [_("Arranged by"), training.provider],
            [pgettext("certificate", "When"), _when(training)],
            [pgettext("training", "Extent"), extent(training)],
            [pgettext("certificate", "Number"), training.certificate_number],
        ]
        return {
            "language": person.language.split("-")[0],
            "heading": pgettext("training", "Certificate of training"),
            "name": person.full_name,
            "did": _("has completed this training for experts by experience."),
            "facts": [pair for pair in facts if pair[1]],
            "held": _("The training held:") if marks else "",
            "marks": marks,
            "is_not": _(
                "This certificate tells that the training was completed. It is not a professional qualification, and it "
                "gives no right to practise a profession in health care or social welfare."
            ),
            "made": formats.day(clock.today()),
            "signer": str(training.expert.unit.organisation().names),
        }


def _when(training: Training) -> str:
    first, last = training.started_on, training.completed_on
    if first and last and first != last:
        return f"{formats.day(first)} – {formats.day(last)}"
    return formats.day(last) if last else str(training.completed_year or "")
