"""Makes the archive of approved minutes in the worker."""

from councils.domain import minutes_archive
from councils.models import Minutes


def keep(pk: int) -> None:
    rows = Minutes.objects.select_related(
        "meeting__council__unit", "meeting__chair", "meeting__secretary", "approved_in"
    )
    if row := rows.filter(pk=pk).first():
        minutes_archive.keep(row)
