"""Makes the archive of approved minutes in the worker."""

from councils.domain import minutes_archive


def keep(pk: int) -> None:
    minutes_archive.keep_one(pk)


def go_on() -> int:
    """Every hour: archives that nobody has made. Returns how many were made."""
    return minutes_archive.go_on()
