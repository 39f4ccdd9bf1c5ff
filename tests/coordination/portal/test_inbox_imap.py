"""The mailbox over IMAP, against a small server of our own with a certificate of its own."""

from __future__ import annotations

import re
import socketserver
import ssl
import threading
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from coordination.foundation import clock
from coordination.messaging.domain import mailbox
from coordination.messaging.models import Message
from coordination.portal.domain import inbox

from .test_inbox import bounce, left_message

pytestmark = pytest.mark.django_db
PASSWORD = "sala@sana"


class Imap(socketserver.StreamRequestHandler):
    """Speaks just enough of RFC 3501 for a reader: LOGIN, SELECT, UID SEARCH, UID FETCH, UID STORE, LOGOUT."""

    def handle(self) -> None:
        self.wfile.write(b"* OK ready\r\n")
        while line := self.rfile.readline().decode().strip():
            tag, verb = line.split()[:2]
            done = self.answer(verb.upper(), line.split(maxsplit=2)[2:])
            self.wfile.write(f"{tag} {done}\r\n".encode())
            if verb.upper() == "LOGOUT":
                return

    def answer(self, verb: str, rest: list[str]) -> str:
        box = self.server.box
        if verb == "CAPABILITY":
            self.wfile.write(b"* CAPABILITY IMAP4rev1\r\n")
        elif verb == "LOGIN":
            return "OK in" if rest == [f'kuuluviin "{PASSWORD}"'] else "NO wrong"
        elif verb == "SELECT":
            self.wfile.write(f"* {len(box)} EXISTS\r\n".encode())
        elif verb == "UID":
            self.uid(*rest[0].split(maxsplit=2))
        elif verb == "LOGOUT":
            self.wfile.write(b"* BYE\r\n")
        return "OK done"

    def uid(self, verb: str, key: str = "", what: str = "") -> None:
        box, seen = self.server.box, self.server.seen
        if verb == "SEARCH":
            unread = " ".join(str(uid) for uid in box if uid not in seen)
            self.wfile.write(f"* SEARCH {unread}\r\n".encode())
        elif "SIZE" in what:
            self.wfile.write(f"* 1 FETCH (UID {key} RFC822.SIZE {len(box[int(key)])})\r\n".encode())
        elif "BODY.PEEK" in what:
            raw = box[int(key)]
            self.wfile.write(b"* 1 FETCH (UID %s BODY[] {%d}\r\n%s)\r\n" % (key.encode(), len(raw), raw))
        elif re.search(r"\+FLAGS", what):
            seen.add(int(key))


def certificate(folder: Path) -> Path:
    """A key and a certificate for 127.0.0.1, in one file, good for an hour."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    begins = clock.now() - timedelta(minutes=5)
    made = (
        x509.CertificateBuilder(
            name, name, key.public_key(), x509.random_serial_number(), begins, begins + timedelta(1)
        )
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "avain.pem"
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pem = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Imap) as made:
        made.socket = context.wrap_socket(made.socket, server_side=True)
        made.daemon_threads, made.box, made.seen = True, {}, set()
        made.address = f"imaps://kuuluviin:sala%40sana@127.0.0.1:{made.server_address[1]}/INBOX"
        threading.Thread(target=made.serve_forever, args=(0.05,), daemon=True).start()
        yield made
        made.shutdown()


def test_what_is_understood_is_marked_as_read_and_the_rest_is_left(server):
    row = left_message()
    server.box.update({7: b"From: joku@example.org\r\nSubject: Hei\r\n\r\nTerve\r\n", 9: bounce(row)})

    first, again = inbox.read(server.address), inbox.read(server.address)

    row.refresh_from_db()
    assert (row.status, server.seen) == (Message.Status.FAILED, {9})
    assert (first.taken, first.left, again.taken, again.known, again.left) == (1, 1, 0, 0, 1)


@pytest.mark.parametrize("wrong", ["password", "certificate", "nobody there"])
def test_a_server_that_cannot_be_trusted_or_reached_is_not_read(server, wrong: str, monkeypatch: pytest.MonkeyPatch):
    address = server.address
    if wrong == "password":
        address = address.replace("sala", "vale")
    elif wrong == "certificate":
        monkeypatch.delenv("SSL_CERT_FILE")
    else:
        address = "imaps://kuuluviin:x@127.0.0.1:9/INBOX"

    with pytest.raises(mailbox.MailboxFailed) as problem:
        inbox.read(address)

    assert "sala" not in str(problem.value)
