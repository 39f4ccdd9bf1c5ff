"""Brings a coordinator's list into the register from the server's own prompt."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from coordination.foundation import sheets
from coordination.foundation.refused import Refused
from coordination.people.actor import IMPORT, Actor
from coordination.people.models import Unit
from experts.domain import expert_import
from experts.domain.expert_import import Check
from experts.domain.finding import Kind


class Command(BaseCommand):
    help = "Bring a list of experts and past bookings (XLSX or CSV) into the register. Nothing is stored while a row has an error."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="tell the findings and store nothing")
        parser.add_argument(
            "--sound-only", action="store_true", help="store the sound rows and return the rest as a file"
        )
        parser.add_argument(
            "--unit", default="", help="the unit whose register it is, by its name (default: the only organisation)"
        )
        parser.add_argument("--list", default="", help="the name of the list (default: the name of the sheet)")
        parser.add_argument(
            "--rest", type=Path, help="where the rows that stay out are written (default: beside the file)"
        )

    def handle(self, *args: object, **options: object) -> None:
        path: Path = options["file"]
        by, unit = Actor(via=IMPORT), self._unit(options["unit"])
        try:
            with path.open("rb") as file:
                read = sheets.read(file, path.name)
            found = expert_import.check(read, unit, by, list_name=options["list"])
            self._tell(found)
            if not options["dry_run"] and (options["sound_only"] or not found.errors):
                found = expert_import.store(
                    read, unit, by, list_name=options["list"], sound_only=options["sound_only"]
                ).check
                self.stdout.write(_("Stored."))
        except OSError as problem:
            raise CommandError(f"{path}: {problem.strerror}") from None
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        if options["sound_only"] and not options["dry_run"]:
            self._return_rest(found, path, options["rest"])
        if found.errors:
            raise CommandError(_("%(count)s rows have errors.") % {"count": found.errors}, returncode=1)

    def _unit(self, name: str) -> Unit:
        if name:
            found = [row for row in Unit.objects.active() if name in row.names.values()]
        else:
            found = list(Unit.objects.active().filter(depth=1, kind=Unit.Kind.ORGANISATION))
        if len(found) != 1:
            raise CommandError("Tell the unit by its whole name: --unit NAME")
        return found[0]

    def _tell(self, found: Check) -> None:
        labels = dict(Kind.choices)
        for finding in found.findings:
            column = f", {finding.heading} ({finding.column})" if finding.column else ""
            row = _("%(sheet)s, row %(row)s") % {"sheet": finding.sheet, "row": finding.row}
            self.stdout.write(f"{labels[finding.kind]}: {row}{column}: {finding.text}")
        counts = found.counts()
        self.stdout.write(
            _(
                "Experts: %(new)s new, %(changed)s changed, %(unchanged)s unchanged. Bookings: %(bookings_new)s new, %(bookings_changed)s changed, %(bookings_unchanged)s unchanged."
            )
            % counts
        )
        self.stdout.write(
            _("%(out)s rows stay out. %(error)s errors, %(question)s questions, %(note)s notes.") % counts
        )

    def _return_rest(self, found: Check, path: Path, wished: Path | None) -> None:
        rest = expert_import.rest_file(found, path.name)
        if rest is None:
            return
        name, body = rest
        target = wished or path.with_name(name)
        target.write_bytes(body)
        self.stdout.write(_("The rows that stayed out: %(path)s") % {"path": target})
