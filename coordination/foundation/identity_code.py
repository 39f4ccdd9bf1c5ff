"""Finds Finnish personal identity codes, so that no client's code is ever stored (L-04).

The guard looks at the shape and the date only. A code with a mistyped check sign is still
somebody's code, so the check sign is not verified. `find` never returns text for showing: callers
tell that there is a code, not which.
"""

import re
import unicodedata
from datetime import date

from django.utils.translation import gettext_lazy as _

from .refused import Refused

MESSAGE = _("The text contains a personal identity code. Remove it: client data is not stored in this service.")
CODE = "identity_code"
COVER = "••••••-••••"
"""Stands where a code was, in a text given back to be mended."""

_CENTURIES = {"+": 1800} | dict.fromkeys("-YXWVU", 1900) | dict.fromkeys("ABCDEF", 2000)
_DASHES = dict.fromkeys(
    map(
        ord,
        "\u02d7\u058a\u05be\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207b\u2212"
        "\u2796\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u30a0\u30fc",
    ),
    "-",
)
# Marks that stand over or through a sign, and signs that take no room at all: nothing of them parts a code for a reader.
_UNSEEN_KINDS = ("Cf", "Mn", "Me")
_UNSEEN = "\u115f\u1160\u2800"
# Letters of other alphabets that look like those of a code. One sign for one, so that places in the text stay the same.
_CYRILLIC = ("АВЕЅЈКМНРСТУХаеѕјкмнрстух", "ABESJKMHPCTYXaesjkmhpctyx")
_GREEK = ("ΑΒΕΖΗΚΜΝΡΤΥΧακνρτυχ", "ABEZHKMNPTYXakvptux")
_LOOK_ALIKE = {
    ord(sign): latin for signs, letters in (_CYRILLIC, _GREEK) for sign, latin in zip(signs, letters, strict=True)
}

# Every gap may hold spaces. The lookahead lets candidates overlap: a date that is none
# must not swallow the beginning of one that is.
_GAP = r"(\s*)"
_DATE = _GAP.join([r"([0-9])"] * 6)
_SERIAL = _GAP.join([r"([0-9])"] * 3)
_CHECK = r"([0-9A-FHJ-NPR-Y])"
_SHAPE = re.compile(
    rf"(?<![^\W_])(?=(?P<date>{_DATE})\s*(?P<sign>[-+A-FU-Y])\s*(?P<serial>{_SERIAL})"
    rf"\s*(?P<check>{_CHECK})(?![^\W_]))",
    re.IGNORECASE,
)


def find(text: str) -> str | None:
    """The first identity code in `text`, closed up and in capitals, or None.

    Spaces of any kind are ignored, dashes that look like a hyphen count as one, so do letters and
    digits of other scripts; letters may be small. A run inside a longer run of digits or letters
    (an account or order number) is none.
    """
    match = _first(_plain(text))
    return _closed_up(match) if match else None


def cover(text: str) -> str:
    """`text` with every identity code in it covered; a text without one comes back as it is."""
    while match := _first(plain := _plain(text)):
        text = plain[: match.start("date")] + COVER + plain[match.end("check") :]
    return text


def refuse(text: str, field: str | None = None) -> None:
    """Raise `Refused` if `text` holds an identity code (L-04)."""
    if find(text):
        raise Refused(MESSAGE, field=field, code=CODE)


def _plain(text: str) -> str:
    """Full-width digits as digits, invisible characters gone, dashes as hyphens."""
    folded = unicodedata.normalize("NFKC", str(text or ""))
    return "".join(filter(_is_seen, folded)).translate(_DASHES)


def _is_seen(sign: str) -> bool:
    if sign.isascii():
        return sign.isprintable() or sign.isspace()
    return sign not in _UNSEEN and unicodedata.category(sign) not in _UNSEEN_KINDS


def _first(plain: str) -> re.Match | None:
    """The first code; its places are those of `plain`, which keeps its own letters."""
    latin = plain if plain.isascii() else _in_latin(plain)
    return next((match for match in _SHAPE.finditer(latin) if _is_a_code(latin, match)), None)


def _in_latin(plain: str) -> str:
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in plain.translate(_LOOK_ALIKE))


def _closed_up(match: re.Match) -> str:
    parts = (match["date"], match["sign"], match["serial"], match["check"])
    return "".join("".join(part.split()) for part in parts).upper()


def _is_a_code(plain: str, match: re.Match) -> bool:
    return _is_date(_closed_up(match)) and not _is_part_of_longer_number(plain, match)


def _is_date(code: str) -> bool:
    day, month, year = int(code[:2]), int(code[2:4]), int(code[4:6])
    try:
        date(_CENTURIES[code[6]] + year, month, day)
    except ValueError:
        return False
    return True


def _is_part_of_longer_number(plain: str, match: re.Match) -> bool:
    """Whether a code written with spaces between its digits continues as digits on either side.

    "FI21 1310 52-3 081 23" is a number in groups, not a code with a number beside it.
    """
    is_spaced_out = any(mark.isspace() for mark in match["date"] + match["serial"])
    if not is_spaced_out:
        return False
    before = plain[: match.start()].rstrip()[-1:]
    after = plain[match.end("check") :].lstrip()[:1]
    return before.isdigit() or after.isdigit()
