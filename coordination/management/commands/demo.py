from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from coordination import schedules
from coordination.demo import fill
from coordination.people.models import Unit


class Command(BaseCommand):
    help = "Fill an empty demo with an invented organisation. Running it again changes nothing."

    def handle(self, *args: object, **options: object) -> None:
        if not settings.DEMO:
            raise CommandError("This fills a demo with invented people. It runs under coordination.settings.demo only.")
        schedules.write()
        if Unit.objects.exists():
            self.stdout.write("The demo is already filled.")
            return
        fill.everything()
        self.stdout.write("The demo is filled.")
