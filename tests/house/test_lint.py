"""The linter keeps the post in one hand: only messaging sends mail."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.sources import ROOT

SENDING = ["from django.core.mail import send_mail\n", "from django.core import mail\n", "import smtplib\n"]


def rules_broken(source: str, name: str) -> list[str]:
    command = [sys.executable, "-m", "ruff", "check", "--output-format", "concise", "--no-cache", "--select", "TID251"]
    command += ["--stdin-filename", str(ROOT / name), "-"]
    done = subprocess.run(command, input=source, cwd=ROOT, capture_output=True, text=True, check=False)
    return [line for line in done.stdout.splitlines() if "TID251" in line]


@pytest.mark.parametrize("source", SENDING)
def test_planted_mail_outside_messaging_is_caught(source):
    assert len(rules_broken(source, "experts/domain/planted.py")) == 1


def test_messaging_may_send():
    assert rules_broken("".join(SENDING), "coordination/messaging/domain/planted.py") == []
