"""The ledger's kept views, its files of any length, the invoicing basis and the budgets."""

from __future__ import annotations

import io
import tracemalloc
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from django.http import QueryDict
from django.test import RequestFactory
from django.urls import reverse

from coordination.fees.backoffice.fee import FeeFilter
from coordination.fees.domain import budget, invoicing, ledger_export, ledger_query, ledger_view
from coordination.fees.models import BatchRow, Fee, LedgerExport, LedgerView
from coordination.fees.tasks import ledger as task
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.records.models import AccessEntry, Job
from tests.factories import money, people

pytestmark = pytest.mark.django_db

MANY, LIMIT = 50_000, 10 * 1024 * 1024


def made(user: object, form: str, query: str = "") -> Job:
    asked = ledger_export.ask(user, query, form)
    task.make(asked.job_id)
    return Job.objects.select_related("result").get(pk=asked.job_id)


def test_the_file_opens_in_finnish_excel_and_taking_it_is_logged():
    row = money.fee_owed()

    job = made(people.kaisa().user, "csv")

    lines = money.content(job.result).decode("utf-8-sig").splitlines()
    entry = AccessEntry.objects.get(about="fees.fee")
    assert (lines[1].split(";")[0], lines[1].split(";")[10], len(lines)) == (row.number, "50,00", 2)
    assert (job.status, entry.action, entry.subjects) == (Job.Status.DONE, "export", [row.number])


def test_the_workbook_holds_what_the_filters_leave():
    money.fee_owed()
    paid = money.brought_to(money.fee_owed(amount="70.00"), "paid")

    job = made(people.kaisa().user, "xlsx", "status=paid&p=3")

    rows = list(openpyxl.load_workbook(io.BytesIO(money.content(job.result))).worksheets[0].values)
    assert [row[0] for row in rows[1:]] == [paid.number]
    assert (rows[1][10], rows[1][15].date()) == (70, clock.today())


def test_the_file_holds_what_the_income_register_asks():
    fee = money.batch_closed(1).rows.get().fee
    BatchRow.objects.update(income_type="216", reimbursement="303")

    job = made(people.kaisa().user, "csv", f"q={fee.number}")

    lines = money.content(job.result).decode("utf-8-sig").splitlines()
    assert lines[1].split(";")[-3:] == ["1234567-1", "216", "303"]


def test_the_worker_filters_as_the_screen_does():
    payer = people.unit("Päihdepalvelut")
    rows = [money.fee_owed(earned_on=date(2026, month, 3)) for month in (1, 2, 3)]
    rows += [money.brought_to(money.fee_owed(payer=payer), "approved")]
    request = RequestFactory().get("/")
    request.user = people.kaisa().user
    for query in (
        "status=owed&status=paid", "kind=fee", "earned_on_after=1.2.2026&earned_on_before=2026-02-28", f"payer={payer.pk}",
        "cost_centre=4100", "cost_centre=none", "status=owed&earned_on_after=2026-03-01",
    ):  # fmt: skip
        screen = FeeFilter(QueryDict(query), Fee.objects.all(), request=request).qs

        assert set(ledger_query.apply(Fee.objects.all(), query)) == set(screen), query


def test_a_kept_view_is_ones_own_and_holds_filters_only():
    kaisa = people.kaisa().user

    ledger_view.keep(kaisa, " Maksetut ", "p=2&status=paid&nonsense=1")
    ledger_view.keep(kaisa, "Maksetut", "status=paid&kind=fee")

    assert [(view.name, view.query) for view in LedgerView.objects.visible_to(kaisa)] == [
        ("Maksetut", "status=paid&kind=fee")
    ]
    assert not LedgerView.objects.visible_to(people.finance().user).exists()


def test_the_screens_keep_a_view_and_ask_for_a_file(client):
    money.fee_owed()
    people.sign_in(client, people.finance())

    kept = client.post(reverse("fees_fee:view"), {"name": "Avoimet", "query": "status=owed"})
    listed = client.get(reverse("fees_fee:index"))
    asked = client.post(reverse("fees_fee:export"), {"form": "csv", "query": "status=owed"})

    assert kept.url.endswith("?status=owed")
    assert [view.name for view in listed.context["views"]] == ["Avoimet"]
    assert asked.url == reverse("records:job", args=[LedgerExport.objects.get().job_id])


@pytest.mark.long
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_long_file_is_written_in_constant_memory(form):
    first = money.fee_owed()
    Fee.objects.bulk_create([copy_of(first, number) for number in range(2, MANY + 1)], batch_size=2000)
    asked = ledger_export.ask(people.kaisa().user, "", form)

    tracemalloc.start()
    task.make(asked.job_id)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    job = Job.objects.select_related("result").get(pk=asked.job_id)
    assert (job.status, job.total, peak < LIMIT) == (Job.Status.DONE, MANY, True)


def copy_of(fee: Fee, number: int) -> Fee:
    return Fee(
        number=f"X-{number:07}", payee_id=fee.payee_id, payer_id=fee.payer_id, unit_id=fee.unit_id, what=fee.what,
        cost_centre="4100", rate=fee.rate, amount=fee.amount, earned_on=fee.earned_on,
    )  # fmt: skip


def test_the_basis_of_a_month_agrees_with_the_ledger():
    __, payer = people.unit(), people.unit("Päihdepalvelut")
    for day, amount, unit in (
        (date(2026, 10, 1), "50.00", None), (date(2026, 10, 31), "33.35", None), (date(2026, 10, 9), "20.00", payer),
        (date(2026, 11, 1), "99.00", None), (date(2026, 9, 30), "88.00", None),
    ):  # fmt: skip
        money.fee_owed(amount=amount, earned_on=day, payer=unit)
    money.brought_to(money.fee_owed(amount="10.05", earned_on=date(2026, 10, 2)), "sent")

    lines = invoicing.basis(Fee.objects.all(), date(2026, 10, 15))

    told = [(str(line.payer.names), line.waiting, line.due, line.total) for line in lines]
    assert told == [
        ("Nuorten palvelut", Decimal("83.35"), Decimal("10.05"), Decimal("93.40")),
        ("Päihdepalvelut", Decimal("20.00"), Decimal(0), Decimal("20.00")),
    ]
    assert invoicing.together(lines)["total"] == Decimal("113.40")


def test_the_basis_is_taken_along_as_a_file(client):
    money.fee_owed(earned_on=date(2026, 10, 1))
    people.sign_in(client, people.finance())

    file = client.get(reverse("fees_invoicing:file", args=["csv"]), {"kuukausi": "2026-10"})

    assert file.content.decode("utf-8-sig").splitlines()[1].split(";")[5] == "50,00"
    assert AccessEntry.objects.get(about="fees.invoicing").subjects == ["2026-10"]


def test_a_budget_counts_its_branch_step_by_step():
    year, finance = clock.today().year, people.actor(people.finance())
    budget.keep(people.organisation(), finance, year=year, amount=Decimal(100))
    money.fee_owed(amount="30.00")
    for status in ("approved", "sent", "paid", "returned"):
        money.brought_to(money.fee_owed(amount="20.00"), status)

    row = budget.standing(people.finance().user, year)[0]

    assert (row.owed, row.approved, row.sent, row.paid, row.left, row.percent, row.is_over) == (
        Decimal(50), Decimal(20), Decimal(20), Decimal(20), Decimal(-10), 110, True,
    )  # fmt: skip


def test_a_budget_is_for_the_money_people_to_write():
    with pytest.raises(Refused) as refusal:
        budget.keep(people.organisation(), people.actor(people.kaisa()), year=2026, amount=Decimal(1))

    assert refusal.value.code == "not_allowed"


@pytest.mark.parametrize("month", ["0001-01", "9999-12", "2026-13", "٢٠٢٦-١١"])
def test_a_month_that_is_none_is_this_month(client, month):
    people.sign_in(client, people.finance())

    page = client.get(reverse("fees_invoicing:index"), {"kuukausi": month})

    assert page.context["month"] == clock.today().replace(day=1)
