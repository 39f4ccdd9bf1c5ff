import io
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import openpyxl
import pytest
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from coordination.foundation import sheets
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts

PARTS = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}


def read(data, name="asiantuntijat.xlsx"):
    return sheets.read(io.BytesIO(data), name)


def read_csv(text, encoding="utf-8"):
    (sheet,) = read(text.encode(encoding), "asiantuntijat.csv")
    return [(row.number, row.cells) for row in sheet.rows]


def workbook(*rows, **formats):
    book = openpyxl.Workbook()
    book.active.title = "Asiantuntijat"
    for row in rows:
        book.active.append(row)
    for cell, shown_as in formats.items():
        book.active[cell].number_format = shown_as
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def packed(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_sheet(xml):
    """A sound workbook whose only sheet is `xml`."""
    with zipfile.ZipFile(io.BytesIO(workbook(["x"]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return packed(parts | {"xl/worksheets/sheet1.xml": xml.replace("<worksheet>", f'<worksheet xmlns="{space}">')})


def refusal(data, name="asiantuntijat.xlsx"):
    with pytest.raises(Refused) as refused:
        read(data, name)
    assert refused.value.field == "file"
    return refused.value.code


def test_values_of_a_workbook_are_plain_strings():
    data = workbook(
        ["Šárá", " tyhjää ", True, None, "=1+1"],
        [40, 40.0, 0.1 + 0.2, 6.8, 1234567890],
        [date(2026, 11, 25), datetime(2026, 11, 25, 13, 14, 59, 999_000), time(13, 15), timedelta(hours=26), 100],
        E3="00000",
    )

    (sheet,) = read(data)

    assert (sheet.name, [row.cells for row in sheet.rows]) == (
        "Asiantuntijat",
        [
            ["Šárá", "tyhjää", "1"],
            ["40", "40", "0.3", "6.8", "1234567890"],
            ["2026-11-25", "2026-11-25 13:15", "13:15", "26:00", "00100"],
        ],
    )


def test_rows_keep_the_numbers_of_the_sheet():
    (sheet,) = read(workbook(["Otsikko"], [], ["Aino", None, ""], [None]))

    assert sheet.rows == [(1, ["Otsikko"]), (3, ["Aino"])]


def test_a_sheet_that_lies_of_its_size_is_read_as_it_is():
    data = with_sheet(
        '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="5">'
        '<c r="B5" t="inlineStr"><is><t>Aino</t></is></c></row></sheetData></worksheet>'
    )

    assert read(data)[0].rows == [(5, ["", "Aino"])]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"MZ\x90\x00 a program", "lista.xlsx", "not_workbook"),
        (packed({"hello.txt": "hei"}), "lista.xlsx", "not_workbook"),
        (packed(PARTS), "lista.xlsx", "damaged"),
        (workbook(["x"])[:-40], "lista.xlsx", "not_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "lista.xlsx", "locked"),
        (packed(PARTS | {"xl/sheet.xml": b"0" * 81 * 1024 * 1024}), "lista.xlsx", "too_much"),
        (b"x" * (10 * 1024 * 1024 + 1), "lista.xlsx", "size"),
        (b"", "lista.xlsx", "empty"),
        (workbook(["x"] * 201), "lista.xlsx", "too_much"),
        (
            with_sheet(
                '<worksheet><sheetData><row r="99999999999"><c r="A9"><v>1</v></c></row></sheetData></worksheet>'
            ),
            "x.XLSX",
            "too_much",
        ),
        (with_sheet('<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>'), "x.xlsx", "damaged"),
        (b"a;" * 200 + b"a\n", "lista.csv", "too_much"),
        (b"\n" * 20_000 + b"Aino\n", "lista.csv", "too_much"),
        (b"\x7fELF\x02\0\0", "lista.csv", "not_text"),
        (b"%PDF-1.7", "lista.pdf", "kind"),
    ],
    ids=range(15),
)
def test_what_is_refused(data, name, code):
    assert refusal(data, name) == code


@pytest.mark.parametrize(
    ("row", "count"),
    [('<row><c r="XFD1"/></row>', 300), ('<row><c t="s"><v>0</v></c></row>', 90)],
    ids=["empty cells to the last column", "one long text in every row"],
)
def test_a_small_workbook_that_grows_while_it_is_read_is_refused(row, count):
    with zipfile.ZipFile(
        io.BytesIO(with_sheet(f"<worksheet><sheetData>{row * count}</sheetData></worksheet>"))
    ) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    named = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", named)
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{space}"><si><t>{"a" * 1_000_000}</t></si></sst>'
    data = packed(parts)

    assert (len(data) < 20_000, refusal(data)) == (True, "too_much")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_however_it_was_saved(encoding, separator):
    text = "\r\n".join(separator.join(row) for row in [["Etunimi", "Paikka"], ["Äijö", '"Åkerö, 2; krs"']])

    assert read_csv(text, encoding) == [(1, ["Etunimi", "Paikka"]), (2, ["Äijö", "Åkerö, 2; krs"])]


def test_csv_under_a_title_and_with_commas_in_addresses():
    text = "Kokemusasiantuntijat, tilanne, 2026\n\nNimi;Osoite\nAino;Katu 1, as. 2\nMatti;Katu 3, as. 4\n"

    assert read_csv(text) == [
        (1, ["Kokemusasiantuntijat, tilanne, 2026"]),
        (3, ["Nimi", "Osoite"]),
        (4, ["Aino", "Katu 1, as. 2"]),
        (5, ["Matti", "Katu 3, as. 4"]),
    ]


def test_csv_that_names_its_separator():
    assert read_csv("sep=,\na,b;c\n") == [(1, ["a", "b;c"])]


def test_a_cell_of_many_lines_is_one_row():
    assert read_csv('Nimi;Tarina\nAino;"Alku\n\nloppu"\nMatti;Toinen\n') == [
        (1, ["Nimi", "Tarina"]),
        (2, ["Aino", "Alku\n\nloppu"]),
        (3, ["Matti", "Toinen"]),
    ]


def test_csv_of_one_column():
    assert read_csv("Nimi\nAino\n") == [(1, ["Nimi"]), (2, ["Aino"])]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-1+1", "'-1+1"),
        ("@SUM(1)", "'@SUM(1)"),
        (" =1", "' =1"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("– ei vielä", "– ei vielä"),
        ("+358 40 000 0011", "+358 40 000 0011"),
        ("-77", "-77"),
        (Decimal("-12.50"), "-12,50"),
        (Decimal("1000.00"), "1000,00"),
        (0.5, "0,5"),
        (7, "7"),
        (None, ""),
        (True, "1"),
        (date(2026, 11, 5), "5.11.2026"),
        (datetime(2026, 11, 25, 11, 5, tzinfo=UTC), "25.11.2026 13:05"),
        (time(9, 5), "9:05"),
        (gettext_lazy("žŋđ"), "žŋđ"),
        (Texts(fi="Luento"), "Luento"),
    ],
)
def test_cells_written_to_csv(value, written):
    assert sheets.write_csv([[value, 1]], bom=False).decode() == f"{written};1\r\n"


def test_csv_for_excel_has_a_mark_and_semicolons():
    rows = [["Nimi", "Palkkio"], ["Šárá; Ä", Decimal("50.00")]]

    assert sheets.write_csv(rows) == '\ufeffNimi;Palkkio\r\n"Šárá; Ä";50,00\r\n'.encode()
    assert sheets.write_csv(rows, semicolon=False, bom=False) == 'Nimi,Palkkio\r\nŠárá; Ä,"50,00"\r\n'.encode()


def test_a_long_export_comes_in_pieces():
    rows = ([number] for number in range(3))

    assert list(sheets.stream_csv(rows)) == [b"\xef\xbb\xbf", b"0\r\n", b"1\r\n", b"2\r\n"]


CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], exclude_characters="\ufeff"),
    min_size=1,
    max_size=20,
)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4)


@given(ROWS, st.booleans())
def test_what_was_written_is_read_back(rows, semicolon):
    rows = [["Nimi", "Huom.", "Tila", "Paikka", "Syy"], *([*row, *[""] * (4 - len(row)), "x"] for row in rows)]

    (from_csv,) = read(sheets.write_csv(rows, semicolon=semicolon), "lista.csv")
    (from_xlsx,) = read(sheets.write_xlsx([("Lista", rows)]))

    assert [row.cells for row in from_csv.rows] == [row.cells for row in from_xlsx.rows] == rows


def test_a_workbook_keeps_kinds_and_holds_no_formula():
    data = sheets.write_xlsx(
        [
            (
                "Keikat: 2026/11 [kaikki] ja hyvin pitkä nimi",
                [["Pvm", "Palkkio"], [date(2026, 11, 25), Decimal("50.00")]],
            ),
            ("Huomiot", [["=1+1", "+358 40 000 0011"], [datetime(2026, 11, 25, 11, 5, tzinfo=UTC), "a\x00b"]]),
        ]
    )

    book = openpyxl.load_workbook(io.BytesIO(data))
    first, second = book.worksheets
    assert (first.title, first["A2"].value, first["A2"].number_format) == (
        "Keikat  2026 11  kaikki  ja hyv",
        datetime(2026, 11, 25),
        "d.m.yyyy",
    )
    assert (first["B2"].value, first["B2"].number_format, first["A1"].font.bold) == (50, "#,##0.00", True)
    assert [(cell.value, cell.data_type) for cell in second[1]] == [("=1+1", "s"), ("+358 40 000 0011", "s")]
    assert [cell.value for cell in second[2]] == [datetime(2026, 11, 25, 13, 5), "ab"]


def test_a_workbook_without_sheets_still_opens():
    assert len(openpyxl.load_workbook(io.BytesIO(sheets.write_xlsx([]))).worksheets) == 1
