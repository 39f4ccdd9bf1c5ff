"""A JPEG without what it tells beside the picture, its picture untouched: for one that is not to be made anew."""

from __future__ import annotations

from collections.abc import Iterator

START, END, SCAN = 0xD8, 0xD9, 0xDA
COMMENT, FIRST_NOTE, LAST_NOTE = 0xFE, 0xE0, 0xEF
DRAWN_BY = {0xE0: b"", 0xE2: b"ICC_PROFILE", 0xEE: b"Adobe"}
"""Notes without which the colours or the proportions would be others, and how they begin."""


def bare(content: bytes) -> bytes:
    """The same picture without place, time, camera, comments, and whatever follows it. Raises `ValueError` for what is no JPEG."""
    if content[:2] != bytes((0xFF, START)):
        raise ValueError("no JPEG")
    return content[:2] + b"".join(_kept(content)) + bytes((0xFF, END))


def _kept(content: bytes) -> Iterator[bytes]:
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF and content[place + 1] != END:
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        end = place + 2 + int.from_bytes(content[place + 2 : place + 4])
        if end <= place + 3:
            raise ValueError("broken JPEG")
        if _draws(marker, content[place + 4 : place + 20]):
            yield content[place:end]
        if marker == SCAN:
            start, end = end, _end_of_scan(content, end)
            yield content[start:end]
        place = end


def _draws(marker: int, begins: bytes) -> bool:
    if marker in DRAWN_BY:
        return begins.startswith(DRAWN_BY[marker])
    return marker != COMMENT and not FIRST_NOTE <= marker <= LAST_NOTE


def _end_of_scan(content: bytes, place: int) -> int:
    """Where the next marker stands that is no part of the drawn lines; the end of the file where there is none."""
    while (place := content.find(b"\xff", place)) != -1 and place + 1 < len(content):
        if content[place + 1] not in (0x00, *range(0xD0, 0xD8)):
            return place
        place += 2
    return len(content)
