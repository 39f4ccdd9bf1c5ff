"""Letters posted in the same moment: one waits only for another of the same person."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection, transaction

from coordination.fees.domain import statement
from coordination.foundation import clock
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person, Role
from tests.factories import money, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres(only=True)]

LAST = clock.today().year - 1


def posts(coordinator: Person, payee: Person) -> None:
    """Gives up where it would wait."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '1s'")
        statement.post(payee, LAST, Actor.of(coordinator.user).acting_for(payee))
    finally:
        connection.close()


def test_a_letter_that_names_its_coordinator_waits_for_no_letter_to_that_coordinator():
    """Each of two coordinators is named in the other's letter: with full locks on both this is a deadlock."""
    home = {"street": "Kuja 1", "postcode": "00100", "town": "Havukumpu"}
    kaisa, aino = people.kaisa(), people.person("Aino", "Aalto", **home)
    Person.objects.filter(pk=kaisa.pk).update(**home)
    kati = people.person("Kati", unit=kaisa.unit, email="kati@example.org")
    people.user_for(kati)
    people.role_for(kati, Role.Kind.COORDINATOR)
    for payee in (kaisa, aino):
        money.fee_owed(payee, earned_on=date(LAST, 3, 1))

    with transaction.atomic(), ThreadPoolExecutor(1) as pool:
        statement.post(kaisa, LAST, Actor.of(kati.user).acting_for(kaisa))
        pool.submit(posts, kati, aino).result()

    assert set(Message.objects.values_list("person", flat=True)) == {kaisa.pk, aino.pk}
