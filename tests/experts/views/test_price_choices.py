"""The fees one chooses among, in the forms of an order: what a package includes costs no query of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coordination.fees.models import PriceClass
from coordination.foundation.texts import Texts
from experts.forms.booking_request_payer import PayerStep
from experts.forms.outside_order import OutsideOrderForm
from tests.factories import orders, people

pytestmark = pytest.mark.django_db


def package(code: str) -> str:
    """A training of one part. Returns the words for the part."""
    facts = {"names": {"fi": "Koulutus"}, "per": PriceClass.Per.PACKAGE, "amount": Decimal(50)}
    made = PriceClass.objects.create(unit=people.organisation(), code=code, valid_from=people.LONG_AGO, **facts)
    made.parts.create(price_class=orders.price_class(), minutes=60, what=Texts({"fi": f"Osa {code}"}))
    return f"Osa {code}"


@pytest.mark.parametrize("codes", ["T", "TUV"])
def test_an_order_from_outside_asks_the_same_of_one_package_and_three(codes, django_assert_num_queries):
    parts = [package(code) for code in codes]
    form = OutsideOrderForm(receivers=[people.organisation()])

    with django_assert_num_queries(2):
        labels = [label for __, label in form.fields["price"].choices]

    assert [part for part in parts if any(part in label for label in labels)] == parts


@pytest.mark.parametrize("codes", ["T", "TUV"])
def test_an_employees_order_asks_the_same_of_one_package_and_three(codes, django_assert_num_queries):
    parts, order = [package(code) for code in codes], orders.order_draft()

    with django_assert_num_queries(8):
        form = PayerStep(order=order, actor=people.actor(people.kaisa()))

    labels = [label for __, label in form.fields["price"].choices]
    assert [part for part in parts if any(part in label for label in labels)] == parts
