from django.core.management.base import BaseCommand, CommandParser

from cms import first_pages


class Command(BaseCommand):
    help = "Make the first pages of the site, in each language that has none yet. Nothing that exists is changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("languages", nargs="*", help="codes such as fi sv en; all of the installation unless told")

    def handle(self, *args: object, **options: object) -> None:
        made = first_pages.build(options["languages"] or None)
        self.stdout.write(f"Made: {', '.join(made)}" if made else "Nothing to make: every language has its pages.")
