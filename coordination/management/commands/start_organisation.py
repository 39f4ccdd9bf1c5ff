from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cms import first_pages
from coordination import schedules
from coordination.fees.domain import price_list, travel_rate
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain import account, person, role, unit
from coordination.people.models import Role, Unit
from coordination.privacy.domain import consent_text
from experts.domain import catalogue


class Command(BaseCommand):
    help = "Begin an empty installation: the organisation, its main user, the catalogues, the price list and the first pages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the organisation's name in Finnish")
        parser.add_argument("--name-sv", default="", help="in Swedish")
        parser.add_argument("--business-id", default="")
        parser.add_argument("--first-name", required=True, help="the main user's first name")
        parser.add_argument("--last-name", required=True)
        parser.add_argument("--email", required=True, help="where the main user's sign-in codes go")

    def handle(self, *args: object, **options: str) -> None:
        if Unit.objects.exists():
            raise CommandError("This installation has been begun already: sign in as its main user.")
        try:
            self._begin(**options)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write("Done. The main user signs in with a code sent by e-mail and sets up a second factor.")

    @transaction.atomic
    def _begin(self, **options: str) -> None:
        house = Actor.worker()
        names = {language: text for language, text in (("fi", options["name"]), ("sv", options["name_sv"])) if text}
        home = unit.add(by=house, names=names, kind=Unit.Kind.ORGANISATION, business_id=options["business_id"])
        main_user = person.add(
            unit=home,
            by=house,
            first_name=options["first_name"],
            last_name=options["last_name"],
            email=options["email"],
        )
        account.open_account(main_user, house)
        role.grant(main_user, Role.Kind.ADMIN, home, house)
        consent_text.seed()
        catalogue.seed()
        price_list.seed(home, house)
        travel_rate.seed(home, house)
        first_pages.build()
        schedules.write()
