from django.core.management.base import BaseCommand

from coordination import schedules


class Command(BaseCommand):
    help = "Write what runs by the clock for the worker."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(f"{schedules.write()} schedules stand.")
