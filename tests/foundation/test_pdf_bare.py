"""PDFs somebody sent: what a photo inside them tells, and files made to fill the memory."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from coordination.foundation import jpeg_bare, pdf_bare

CAMERA, COMMENT, BEHIND = b"Kamera Oy", b"Koivukuja", b"toinen kuva"


def photo(**facts: object) -> bytes:
    """As a phone takes it: place and camera before the picture, a smaller picture behind it."""
    notes = Image.Exif()
    notes[0x010F] = CAMERA.decode()
    out = io.BytesIO()
    picture = Image.effect_mandelbrot((60, 40), (-2, -1, 1, 1), 50).convert("RGB")
    picture.save(out, "JPEG", exif=notes, comment=COMMENT, icc_profile=b"p" * 200, **facts)
    return out.getvalue() + BEHIND


def on_a_page(content: bytes, *filters: str, elsewhere: str = "") -> bytes:
    """A PDF that holds the photo as it was taken; the `list` of its filters, or `each` of them, is told elsewhere in the file."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    image = StreamObject()
    image._data = content
    named = {"/Type": "/XObject", "/Subtype": "/Image", "/ColorSpace": "/DeviceRGB"}
    image.update({NameObject(key): NameObject(value) for key, value in named.items()})
    numbers = {"/Width": 60, "/Height": 40, "/BitsPerComponent": 8}
    image.update({NameObject(key): NumberObject(value) for key, value in numbers.items()})
    names = [NameObject(each) for each in filters]
    told = ArrayObject(writer._add_object(name) for name in names) if elsewhere == "each" else ArrayObject(names)
    image[NameObject("/Filter")] = writer._add_object(told) if elsewhere == "list" else told
    drawn = DictionaryObject({NameObject("/I"): writer._add_object(image)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def branching(depth: int) -> bytes:
    """One page behind branches that each name the next one twice: two to the power of `depth` pages in a kilobyte."""
    pages = [f"<< /Type /Pages /Kids [{place} 0 R {place} 0 R] /Count 1 >>" for place in range(3, depth + 3)]
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", *pages, "<< /Type /Page /MediaBox [0 0 10 10] >>"]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF".encode()


@pytest.mark.parametrize("filters", [["/DCTDecode"], ["/FlateDecode", "/DCTDecode"]])
def test_a_photo_on_a_page_loses_place_and_camera(filters):
    content = zlib.compress(photo()) if len(filters) > 1 else photo()

    kept = pdf_bare.bare(on_a_page(content, *filters))

    assert [word in kept for word in (CAMERA, COMMENT, BEHIND)] == [False, False, False]
    assert PdfReader(io.BytesIO(kept)).pages[0].images[0].image.size == (60, 40)


@pytest.mark.parametrize("elsewhere", ["list", "each"])
@pytest.mark.parametrize("filters", [["/DCTDecode"], ["/FlateDecode", "/DCTDecode"]])
def test_how_a_photo_is_packed_may_be_told_elsewhere_in_the_file(filters, elsewhere):
    content = zlib.compress(photo()) if len(filters) > 1 else photo()

    kept = pdf_bare.bare(on_a_page(content, *filters, elsewhere=elsewhere))

    image = PdfReader(io.BytesIO(kept)).pages[0]["/Resources"]["/XObject"]["/I"]
    assert (image["/Filter"], Image.open(io.BytesIO(image._data)).size) == ("/DCTDecode", (60, 40))
    assert [word in image._data for word in (CAMERA, COMMENT, BEHIND)] == [False, False, False]


@pytest.mark.parametrize("facts", [{}, {"progressive": True}])
def test_the_picture_itself_is_untouched(facts):
    taken = photo(**facts)

    kept = jpeg_bare.bare(taken)

    before, after = (Image.open(io.BytesIO(each)) for each in (taken, kept))
    assert (after.tobytes(), after.info["icc_profile"]) == (before.tobytes(), before.info["icc_profile"])
    assert "exif" not in after.info


@pytest.mark.parametrize("filters", [["/DCTDecode"], ["/FlateDecode", "/DCTDecode"]])
def test_a_photo_that_is_none_makes_no_paper(filters):
    assert pdf_bare.bare(on_a_page(b"\xff\xd8\xff\xe1\x00\x00", *filters)) is None


def test_pages_that_hold_one_another_twice_are_too_many():
    assert [pdf_bare.bare(branching(depth)) is None for depth in (2, 40)] == [False, True]
