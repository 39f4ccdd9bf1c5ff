"""What waits about consents: one's own to confirm, and those of one's people that run out."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Person, User
from coordination.privacy.models import Consent
from coordination.records.domain import rule

from . import consent_renewal

SHOWN = 10


def for_person(person: Person) -> list[Todo]:
    """The person's own consents that run out soon or did lately, each by itself."""
    days = int(rule.on(person.unit, consent_renewal.RULE))
    own = Consent.objects.filter(person=person)
    lately = clock.today() - timedelta(days=consent_renewal.LINK_DAYS)
    rows = consent_renewal.running_out(own, days) | consent_renewal.run_out(own).filter(expires_on__gte=lately)
    return [
        Todo(
            title=_("Do you still agree? %(what)s") % {"what": consent.get_purpose_display()},
            text=_text(consent),
            url=reverse("privacy:confirm", args=[consent.purpose]),
            button=_("Read and answer"),
        )
        for consent in rows.order_by("expires_on")
    ]


def for_coordinator(user: User) -> list[Todo]:
    """Consents that have run out and wait to be asked by phone or paper, and how many run out soon."""
    seen = Consent.objects.visible_to(user)
    url = reverse("privacy_consent:index")
    found = []
    if gone := consent_renewal.run_out(seen).count():
        title = _("Consents that have run out: %(count)s") % {"count": gone}
        text = _("The CV is hidden until the person agrees again.")
        found.append(
            Todo(
                title=title, text=text, url=f"{url}?state=past", button=_("Ask again"), group=_("Consents"), tone="late"
            )
        )
    if soon := consent_renewal.running_out(seen, 30).count():
        title = _("Consents that run out within a month: %(count)s") % {"count": soon}
        text = _("Each person has been sent the question. Call those who have no e-mail.")
        found.append(
            Todo(title=title, text=text, url=f"{url}?state=soon", button=_("Look"), group=_("Consents"), tone="wait")
        )
    return found


def _text(consent: Consent) -> str:
    day = formats.day(consent.expires_on)
    if consent.expires_on < clock.today():
        return _("Your consent ran out on %(day)s.") % {"day": day}
    return _("Your consent is in force until %(day)s.") % {"day": day}
