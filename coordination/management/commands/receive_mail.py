from django.core.management.base import BaseCommand, CommandError, CommandParser

from coordination.messaging.domain.mailbox import MailboxFailed
from coordination.portal.domain import inbox


class Command(BaseCommand):
    help = "Read calendar replies and returned mails from the mailbox that KUULUVIIN_INBOX names, or from an mbox file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mbox", metavar="FILE", help="read this file instead of the mailbox")

    def handle(self, *args: object, mbox: str | None = None, **options: object) -> None:
        try:
            count = inbox.read(f"mbox://{mbox}" if mbox else "")
        except MailboxFailed as problem:
            raise CommandError(f"The mailbox cannot be read: {problem}") from problem
        if count is None:
            self.stdout.write("No mailbox is named: set KUULUVIIN_INBOX.")
            return
        self.stdout.write(
            f"{count.taken} taken, {count.known} known from before, {count.left} left alone, {count.broken} unreadable."
        )
