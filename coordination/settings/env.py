"""Reads the environment and fails loudly: a missing or malformed value stops the start."""

import os
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

MISSING = object()


def text(name: str, default: object = MISSING) -> str:
    value = os.environ.get(name)
    if value:
        return value
    if default is MISSING:
        raise ImproperlyConfigured(f"Set the environment variable {name}; the README's section on operating says how.")
    return str(default)


def names(name: str, default: object = MISSING) -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def whole(name: str, default: object = MISSING) -> int:
    value = text(name, default)
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None


def switch(name: str, default: bool) -> bool:
    value = text(name, "1" if default else "0").lower()
    if value not in {"0", "1", "true", "false"}:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return value in {"1", "true"}


def one_of(name: str, choices: set[str], default: str) -> str:
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(sorted(choices))}, not {value!r}.")
    return value


def day(name: str) -> date | None:
    value = text(name, "")
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a date like 2026-11-21, not {value!r}.") from None


def sqlite(path: Path) -> dict:
    """SQLite as the embedded default: one writer at a time takes its lock at BEGIN, readers never wait."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


def mailbox(name: str) -> str:
    """`imaps://user:password@host/INBOX`, `imap://…` (TLS before signing in) or `mbox:///absolute/path`; empty is off."""
    value = text(name, "")
    parts = urlsplit(value)
    is_file, is_server = (
        parts.scheme == "mbox" and bool(parts.path),
        parts.scheme in {"imap", "imaps"} and bool(parts.hostname),
    )
    if value and not (is_file or is_server):
        raise ImproperlyConfigured(f"{name} must look like imaps://user:password@host/INBOX or mbox:///path.")
    return value


def origin(url: str) -> str:
    """Scheme and host of an address: `https://login.example.org`."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def database(url: str) -> dict:
    """`postgres://user:password@host:port/name` or `sqlite:///absolute/path`.

    A PostgreSQL socket directory goes as the host, percent-encoded.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured("DATABASE_URL must look like postgres://user:password@host:5432/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        # The matching query is large and its answer small: compiling it would cost more than running it.
        "OPTIONS": {"options": "-c jit=off"},
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
    }
