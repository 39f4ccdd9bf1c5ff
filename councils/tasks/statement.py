"""Every working morning: answers that are waited for."""

from __future__ import annotations

from councils.domain import statement_silence


def follow() -> int:
    """Remind, ask to call, tell of silence. Returns how many recipients it touched."""
    return statement_silence.follow()
