"""The sign-in's own messages leave by the outbox, and the employer's sign-in refuses in plain words.

Stands on the roof because the outbox stands above the people it writes to.
"""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from django.http import HttpRequest
from django.shortcuts import render

from coordination.people import auth
from coordination.people.models import Person
from coordination.portal.mails import sign_in


class AccountAdapter(auth.AccountAdapter):
    """allauth asks for a mail by a template's name: only the sign-in code leaves, the rest belong to closed doors."""

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        if template_prefix != "account/email/login_code":
            return
        address = EmailAddress.objects.filter(email=email.lower(), verified=True).first()
        person = address and Person.objects.living().filter(user=address.user_id).first()
        if person:
            sign_in.code(person, address.email, context["code"])


class EmployerAdapter(auth.EmployerAdapter):
    """One whom nobody has admitted reads whom to call, instead of a form for making an account."""

    def pre_social_login(self, request: HttpRequest, sociallogin: object) -> None:
        if not sociallogin.is_existing or not sociallogin.user.is_active:
            raise ImmediateHttpResponse(render(request, "people/employer_refused.html", status=403))
