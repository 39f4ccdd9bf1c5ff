"""A square code (QR) of an address, as rows of modules for paper and as one path for a drawing on screen."""

from __future__ import annotations

import qrcode
from qrcode.constants import ERROR_CORRECT_M


def modules(text: str) -> list[str]:
    """The rows of the code, a sign a module: "1" is dark. Without the light margin of four modules it needs round it."""
    code = qrcode.QRCode(border=0, error_correction=ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    return ["".join("1" if dark else "0" for dark in row) for row in code.get_matrix()]


def path(text: str) -> dict[str, str | int]:
    """The code as `d` of one SVG path and the `side` of its view box, margin included."""
    rows = modules(text)
    squares = [f"M{x + 4} {y + 4}h1v1h-1z" for y, row in enumerate(rows) for x, sign in enumerate(row) if sign == "1"]
    return {"d": "".join(squares), "side": len(rows) + 8}
