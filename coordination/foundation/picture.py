"""A picture somebody sent, made anew: upright, no larger than needed, without what it tells of place, time and camera."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = {"JPEG": "jpg", "PNG": "png"}
WEBP_TOO = {**FORMATS, "WEBP": "jpg"}
MOST_PIXELS = 40_000_000
"""An A4 scanned at 600 dots an inch; what packs more into few bytes wants the memory of the whole machine."""


def bare(content: bytes, *, side: int, quality: int, formats: Mapping[str, str] = FORMATS) -> tuple[bytes, str] | None:
    """The same picture at most `side` pixels a side, and its suffix (jpg, png); `quality` (0–95) is a JPEG's.

    `formats` tells what is read and what is made of it; a JPEG that holds several pictures counts as one. None for what is
    none of them, is broken, or would unpack into something huge.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=list(formats))
            suffix = formats["JPEG" if picture.format == "MPO" else picture.format]
            # A JPEG is made smaller while it is unpacked; the others take their full size in memory first.
            if picture.format not in ("JPEG", "MPO") and picture.width * picture.height > MOST_PIXELS:
                return None
            picture.thumbnail((side, side))
            upright = ImageOps.exif_transpose(picture)
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        TypeError,
        SyntaxError,
        Image.DecompressionBombWarning,
        Image.DecompressionBombError,
    ):
        return None
    plain = upright.convert("RGB" if suffix == "jpg" else "RGBA")
    plain.info.clear()
    out = io.BytesIO()
    plain.save(out, "JPEG" if suffix == "jpg" else "PNG", **({"quality": quality} if suffix == "jpg" else {}))
    return out.getvalue(), suffix
