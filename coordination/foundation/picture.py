"""A picture somebody sent, made anew: upright, no larger than needed, without what it tells of place, time and camera."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = {"JPEG": "jpg", "PNG": "png"}


def bare(content: bytes, *, side: int, quality: int) -> tuple[bytes, str] | None:
    """The same picture at most `side` pixels a side, and its suffix (jpg, png); `quality` (0–95) is a JPEG's.

    None for what is no JPEG or PNG, is broken, or would unpack into something huge.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=list(FORMATS))
            suffix = FORMATS[picture.format]
            upright = ImageOps.exif_transpose(picture)
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombWarning,
        Image.DecompressionBombError,
    ):
        return None
    upright.thumbnail((side, side))
    plain = upright.convert("RGB" if suffix == "jpg" else "RGBA")
    plain.info.clear()
    out = io.BytesIO()
    plain.save(out, "JPEG" if suffix == "jpg" else "PNG", **({"quality": quality} if suffix == "jpg" else {}))
    return out.getvalue(), suffix
