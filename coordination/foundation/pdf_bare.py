"""A PDF somebody sent, made anew: its pages alone, without what it tells of its maker and without anything that acts."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from . import jpeg_bare

MOST_PAGES = 20
MOST_BRANCHES = 1000
MOST_OBJECTS = 20_000
KEPT = ("/Type", "/Contents", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/Group", "/UserUnit")
"""What of a page is drawn; links, forms, scripts, thumbnails and notes stay out."""
TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/A", "/OpenAction", "/AF", "/EF")
SCRIPTS = {"/JavaScript", "/Launch"}


def bare(content: bytes) -> bytes | None:
    """The same pages, at most twenty. None for what is no PDF, is locked, broken or too long, or holds a script."""
    if not content.lstrip().startswith(b"%PDF-"):
        return None
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted or not _is_short(reader) or not 1 <= len(reader.pages) <= MOST_PAGES or _acts(reader):
            return None
        return _written(reader)
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError, OSError, NotImplementedError):
        return None


def _is_short(reader: PdfReader) -> bool:
    """Whether the tree of pages is no longer than its limits: branches that hold one another twice make millions of a page."""
    waiting, seen, pages = [reader.root_object.raw_get("/Pages")], 0, 0
    while waiting and pages <= MOST_PAGES and seen <= MOST_BRANCHES:
        branch, seen = waiting.pop().get_object(), seen + 1
        kids = branch.get("/Kids")
        pages += kids is None
        waiting.extend(kids or ())
    return not waiting and pages <= MOST_PAGES and seen <= MOST_BRANCHES


def _acts(reader: PdfReader) -> bool:
    """Whether the file would do something when it is opened: no receipt does. What acts later on is left out anyway."""
    root = reader.root_object
    names = root.get("/Names", DictionaryObject()).get_object()
    first = root.get("/OpenAction", DictionaryObject()).get_object()
    is_script = isinstance(first, DictionaryObject) and first.get("/S") in SCRIPTS
    return is_script or "/JavaScript" in names


def _written(reader: PdfReader) -> bytes:
    writer = PdfWriter()
    for page in reader.pages:
        for name in [key for key in page if key not in (*KEPT, "/Parent")]:
            del page[name]
        writer.add_page(page)
    for part in _parts(writer):
        for name in TELLING:
            part.pop(name, None)
        if isinstance(part, StreamObject) and "/DCTDecode" in _filters(part):
            _bare_photo(part)
    writer.metadata = None
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _parts(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """Every mapping that the pages draw with, each once."""
    waiting: list[object] = list(writer.pages)
    seen: set[int] = set()
    while waiting:
        found = waiting.pop()
        found = found.get_object() if isinstance(found, IndirectObject) else found
        if id(found) in seen:
            continue
        seen.add(id(found))
        if len(seen) > MOST_OBJECTS:
            raise ValueError("more objects than a receipt has")
        if isinstance(found, DictionaryObject):
            yield found
            waiting.extend(found.raw_get(key) for key in found if key != "/Parent")
        elif isinstance(found, ArrayObject):
            waiting.extend(found)


def _filters(part: StreamObject) -> list[str]:
    """How the stream is packed, from the outermost in. Each name, and their list, may stand elsewhere in the file."""
    told = part.get("/Filter", ArrayObject()).get_object()
    return [name.get_object() for name in told] if isinstance(told, ArrayObject) else [told]


def _bare_photo(part: StreamObject) -> None:
    """A photo that a phone or a scanner laid on the page as it was taken: place, time and camera go from it too."""
    if len(_filters(part)) > 1:
        packed = StreamObject()
        packed.update(part)
        packed[NameObject("/Filter")] = ArrayObject(_filters(part)[:-1])
        packed.pop("/DecodeParms", None)
        packed.set_data(part._data)
        part._data = decode_stream_data(packed)
        part.pop("/DecodeParms", None)
    part[NameObject("/Filter")] = NameObject("/DCTDecode")
    part._data = jpeg_bare.bare(part._data)
