"""What happens round the folder: a client has chosen, readers have told what is out of date, a consent runs out soon."""

from __future__ import annotations

from datetime import timedelta

from coordination.demo.past import days_ago
from coordination.demo.register import Register
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.privacy.domain import consent, consent_renewal
from coordination.privacy.models import Consent, Purpose
from experts.domain import client_choice, out_of_date
from experts.domain.out_of_date import About
from experts.models import BookingRequest, OutOfDate

NEARLY_A_YEAR = timedelta(days=352)


def build(register: Register, orderer: Actor, coordinator: Actor) -> None:
    """After the orders have been made."""
    _client_has_chosen(register, orderer)
    with days_ago(3):
        mended = out_of_date.report(About(expert=register["Göran"]), orderer, wrong=OutOfDate.Wrong.TEXT)
    with days_ago(1):
        out_of_date.handle(mended, coordinator, fixed=True, answer="Uusi teksti on nyt kansiossa.")
        out_of_date.report(
            About(expert=register["Pekka"]), orderer, wrong=OutOfDate.Wrong.TIMES, words="Muutti kuulemma Havukumpuun."
        )
    _consent_runs_out(register, coordinator)


def _client_has_chosen(register: Register, orderer: Actor) -> None:
    order = BookingRequest.objects.get(topic="Velka-asiat alkuun", orderer=orderer.person, status="sent")
    client_choice.choose(order, [register["Veera"], register["Amina"]], orderer)


def _consent_runs_out(register: Register, coordinator: Actor) -> None:
    """Given on paper nearly a year ago; the question has been sent."""
    person = register["Tuulia"].person
    given = consent.give(
        person,
        Purpose.CV_PUBLIC,
        coordinator.acting_for(person),
        channel=Consent.Channel.PAPER,
        given_at=clock.now() - NEARLY_A_YEAR,
    )
    consent_renewal.ask_again(given, coordinator)
