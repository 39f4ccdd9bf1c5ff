from django.core.management.base import BaseCommand

from coordination.foundation import words


class Command(BaseCommand):
    help = "Write the dictionaries of the CV search into its cache: Finnish, Swedish and English. Takes half a minute, once."

    def handle(self, *args: object, **options: object) -> None:
        for path in words.build_cache(words.SEARCHED_LANGUAGES):
            self.stdout.write(path.name)
