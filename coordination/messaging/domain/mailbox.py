"""The organisation's mailbox, where calendar replies and returned mails come in: read over IMAP, or from an mbox file.

Off unless `INBOX` names one. Only what was understood is marked as read; whatever else comes is left untouched.
"""

from __future__ import annotations

import imaplib
import mailbox
import re
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from django.conf import settings

MOST = 200
MOST_BYTES = 5 * 1024 * 1024
TIMEOUT = 30
PORTS = {"imaps": imaplib.IMAP4_SSL_PORT, "imap": imaplib.IMAP4_PORT}
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class MailboxFailed(Exception):
    """The mailbox cannot be read now; the next run tries again. Says nothing of its address or password."""


@dataclass(frozen=True)
class Letter:
    """One mail as it lies in the box."""

    key: str
    raw: bytes


class Mailbox(Protocol):
    def unread(self) -> Iterator[Letter]: ...
    def mark_read(self, letter: Letter) -> None: ...


@contextmanager
def opened(address: str = "") -> Iterator[Mailbox | None]:
    """The mailbox at `address` (`imaps://user:password@host/INBOX`, `mbox:///path`), by default the setting's; None if off.

    Raises `MailboxFailed` where it cannot be reached.
    """
    address = address or settings.INBOX
    if not address:
        yield None
        return
    parts = urlsplit(address)
    try:
        if parts.scheme == "mbox":
            with closing(MboxFile(Path(unquote(parts.path)))) as file:
                yield file
            return
        with closing(ImapFolder(parts)) as folder:
            yield folder
    except (OSError, imaplib.IMAP4.error, mailbox.Error) as problem:
        raise MailboxFailed(type(problem).__name__) from problem


class MboxFile:
    """A file of mails as mail servers and programs keep them; it is only read, so nothing in it can be marked."""

    def __init__(self, path: Path) -> None:
        self._box = mailbox.mbox(path, create=False)

    def close(self) -> None:
        self._box.close()

    def unread(self) -> Iterator[Letter]:
        for key in self._box.iterkeys():
            with self._box.get_file(key) as file:
                raw = file.read(MOST_BYTES + 1)
            if len(raw) <= MOST_BYTES:
                yield Letter(str(key), raw)

    def mark_read(self, letter: Letter) -> None:
        """What has been read is known by its digest."""


class ImapFolder:
    """A folder on a mail server: TLS from the first byte (`imaps`), or before anything is said (`imap`)."""

    def __init__(self, parts) -> None:
        safe = ssl.create_default_context()
        port = parts.port or PORTS[parts.scheme]
        if parts.scheme == "imaps":
            self._server = imaplib.IMAP4_SSL(parts.hostname, port, ssl_context=safe, timeout=TIMEOUT)
        else:
            self._server = imaplib.IMAP4(parts.hostname, port, timeout=TIMEOUT)
        try:
            if parts.scheme == "imap":
                self._server.starttls(safe)
            self._server.login(unquote(parts.username or ""), unquote(parts.password or ""))
            self._must(self._server.select(f'"{unquote(parts.path.strip("/")) or "INBOX"}"'))
        except BaseException:
            self._server.shutdown()
            raise

    def close(self) -> None:
        self._server.logout()

    def unread(self) -> Iterator[Letter]:
        """The newest ones, oldest first. Looking at a mail does not mark it."""
        found = self._must(self._server.uid("SEARCH", "UNSEEN"))[0] or b""
        for key in found.split()[-MOST:]:
            size = SIZE.search(b" ".join(_lines(self._must(self._server.uid("FETCH", key.decode(), "(RFC822.SIZE)")))))
            if size is None or int(size[1]) > MOST_BYTES:
                continue
            rows = self._must(self._server.uid("FETCH", key.decode(), "(BODY.PEEK[])"))
            raw = next((row[1] for row in rows if isinstance(row, tuple)), None)
            if raw:
                yield Letter(key.decode(), raw)

    def mark_read(self, letter: Letter) -> None:
        self._must(self._server.uid("STORE", letter.key, "+FLAGS.SILENT", r"(\Seen)"))

    @staticmethod
    def _must(answer: tuple[str, list]) -> list:
        status, rows = answer
        if status != "OK":
            raise imaplib.IMAP4.error(status)
        return rows


def _lines(rows: list) -> Iterator[bytes]:
    for row in rows:
        yield from (part for part in (row if isinstance(row, tuple) else (row,)) if isinstance(part, bytes))
