"""The money of one person, of those whose data one keeps: years, and the statement by post for one who asked on the phone."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from coordination.fees.domain import earnings, statement
from coordination.fees.forms.statement import StatementForm
from coordination.fees.models import Fee
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import Person
from coordination.people.permissions import branch
from coordination.records.domain import access
from coordination.records.models import AccessEntry


@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The years of the rows one sees in the ledger anyway, and the press that posts one of them."""
    people = Person.objects.visible_to(request.user).living().select_related("unit")
    person = get_object_or_404(people, pk=pk)
    if not branch.may_write_down_for(request.user, person):
        raise PermissionDenied
    if request.method == "GET":
        access.record(request.user, AccessEntry.Action.VIEW, "fees.fee", subjects=[f"people.person:{person.pk}"])
    rows = Fee.objects.handled_by(request.user).counted().filter(payee=person)
    years = earnings.years(rows.select_related(earnings.ROOTS))
    form = StatementForm(
        form_page.posted(request),
        person=person,
        years=statement.years(person),
        by=Actor.of(request.user).acting_for(person),
    )
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The letter waits in the outbox to be printed and posted."))
        return redirect("fees_fee:person", pk)
    context = {
        "person": person,
        "years": [year for year in years if year.earned or year.travel],
        "letters": statement.letters(person).order_by("-queued_at"),
        "told_of": statement.branch_told(person),
        "form": form,
    }
    return render(request, "fees/backoffice/person.html", context)
