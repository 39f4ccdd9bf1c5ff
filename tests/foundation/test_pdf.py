import io
from datetime import UTC, datetime
from time import process_time

import pytest
from django.utils.translation import gettext_lazy
from pypdf import PdfReader

from coordination.foundation import pdf
from coordination.foundation.texts import Texts

MADE_AT = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
AGREEMENT = {
    "heading": "Sopimus salassapidosta",
    "intro": "Ensimmäinen rivi\ntoinen rivi\n\nToinen kappale",
    "sections": [
        {"heading": "Keikka", "facts": [["Aika", "ke 25.11.2026 klo 13–15"], ["Palkkio", "50,00 €"]]},
        {"heading": "Ajat", "table": {"head": ["Pvm", "Paikka"], "rows": [["25.11.", "Kirjasto"], ["26.11.", "Tori"]]}},
        {"heading": "Mitä sovimme", "list": ["Vaitiolo", "Roolit"], "words": "Minun sanani", "sign": ["Tilaaja"]},
    ],
}


def render(data=AGREEMENT, template="document", **changes):
    given = {"language": "fi", "title": "Sopimus T-1", "version": "Versio 1", "made_at": MADE_AT}
    return PdfReader(io.BytesIO(pdf.render(template, data, **(given | changes))))


def text_of(reader):
    return "\n".join(page.extract_text() for page in reader.pages)


def tags(node):
    """The names of the structure elements under `node`, in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        return [name for kid in node for name in tags(kid)]
    if not isinstance(node, dict):
        return []
    own = [node["/S"]] if "/S" in node else []
    return own + (tags(node["/K"]) if "/K" in node else [])


def test_the_file_is_tagged_titled_and_in_its_language():
    root = render(language="sv", title=gettext_lazy("Šárá")).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712
    assert root["/Lang"] == "sv"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert "pdfuaid:part>1<" in root["/Metadata"].get_object().get_data().decode()


def test_headings_lists_and_tables_are_told_to_a_screen_reader():
    found = tags(render().trailer["/Root"]["/StructTreeRoot"])

    assert [name for name in found if name in {"/H1", "/H2", "/TH", "/L", "/Table"}] == [
        "/H1",
        "/H2",
        "/L",
        "/H2",
        "/Table",
        "/TH",
        "/TH",
        "/H2",
        "/L",
    ]


def test_text_comes_out_as_it_went_in():
    written = "š ž đ ŋ å ä ö Š Ž € – ” ½ ✓ ☐"

    assert written in text_of(render({"heading": "Otsikko", "intro": written}))


def test_data_is_never_source():
    written = '#read("/etc/passwd") *ei* \\ $x$ [[a]] </w> "'

    assert written in text_of(render({"heading": "Otsikko", "intro": written}))


@pytest.mark.parametrize(
    ("written", "shown"),
    [("Kiitos 😀!", "Kiitos □!"), ("中文 ja suomi", "□□ ja suomi"), ("a\x00b\x0cc\ud800", "abc")],
)
def test_signs_without_a_glyph_do_not_stop_a_letter(written, shown):
    assert shown in text_of(render({"heading": "Otsikko", "intro": written}))


def test_hundreds_of_strange_signs_stop_nobodys_letter_and_cost_little():
    strange = " ".join(map(chr, [*range(0x4E00, 0x7000, 37), *range(0x1200, 0x1380), *range(0x250, 0x2B0)]))

    began = process_time()
    shown = text_of(render({"heading": "Otsikko", "intro": f"Ääni – 5 € {strange} loppu"}))

    assert ("Ääni – 5 €" in shown, "loppu" in shown) == (True, True)
    assert process_time() - began < 8


def test_every_page_has_its_number_and_version():
    rows = [[f"{number}.11.", "Kirjasto"] for number in range(60)]
    reader = render({"heading": "Ajat", "sections": [{"table": {"head": ["Pvm", "Paikka"], "rows": rows}}]})

    pages = [page.extract_text() for page in reader.pages]

    assert len(pages) == 2
    assert all("Versio 1" in page and "Kuuluviin" in page and "Pvm" in page for page in pages)


def test_names_are_taken_in_the_language_of_the_letter():
    data = {"heading": Texts(fi="Luento", sv="Föreläsning"), "sections": [{"text": gettext_lazy("Ei käännetä")}]}

    assert "Föreläsning" in text_of(render(data, language="sv"))


def test_large_print_is_larger():
    normal, large = (
        render({"heading": "Otsikko", "intro": "sana " * 900}, size=size) for size in (12, pdf.LARGE_PRINT)
    )

    assert (len(normal.pages), len(large.pages)) == (2, 3)


def test_the_same_letter_has_the_same_bytes():
    first, second = (pdf.render("document", AGREEMENT, language="fi", title="A", made_at=MADE_AT) for _ in range(2))

    assert first == second


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": ""}, "missing document title"),
        ({"data": {"intro": "Otsikko puuttuu"}}, 'does not contain key "heading"'),
        ({"template": "no_such_letter"}, "No such file"),
    ],
)
def test_what_cannot_be_made_says_so(changes, reason):
    with pytest.raises(pdf.PdfFailed) as failed:
        render(**changes)

    assert reason in failed.value.reason
    assert reason not in str(failed.value)
