from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from coordination.foundation import sheets
from experts.domain import catalogue
from experts.models import Expert
from tests.factories import lists, people
from tests.factories.lists import row

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(tmp_path):
    """A list with one sound row and one that has no last name."""
    people.organisation()
    catalogue.seed()
    file = tmp_path / "lista.xlsx"
    file.write_bytes(lists.workbook([row(), row(Nro=2, Sukunimi="")]))
    return file


def run(*arguments):
    out = StringIO()
    call_command("import_experts", *map(str, arguments), stdout=out)
    return out.getvalue()


def code_of(*arguments):
    with pytest.raises(CommandError) as failed:
        run(*arguments)
    return failed.value.returncode


@pytest.mark.parametrize(
    ("how", "stored"), [([], 0), (["--dry-run"], 0), (["--sound-only", "--dry-run"], 0), (["--sound-only"], 1)]
)
def test_errors_end_with_one_and_only_sound_rows_are_stored_when_asked(path, how, stored):
    assert (code_of(path, *how), Expert.objects.count()) == (1, stored)


def test_the_rest_is_a_file_beside_the_list(path):
    code_of(path, "--sound-only")

    rest = path.with_name("lista-korjattavat.xlsx")
    with rest.open("rb") as file:
        assert len(sheets.read(file, rest.name)[0].rows) == 2


def test_a_sound_list_comes_in(tmp_path):
    people.organisation()
    catalogue.seed()
    path = tmp_path / "lista.xlsx"
    path.write_bytes(lists.workbook([row()], [lists.booking()]))

    report = run(path, "--list", "Vuosi 2026")

    assert (Expert.objects.get().list_name, "lista" in report or bool(report)) == ("Vuosi 2026", True)


def test_the_unit_is_told_where_there_are_several(path):
    people.organisation("Naapurin hyvinvointialue")

    assert code_of(path) == 1
    assert code_of(path, "--unit", "Esimerkkilän hyvinvointialue", "--sound-only") == 1
    assert Expert.objects.get().unit == people.organisation()


def test_a_missing_file_is_told(tmp_path):
    people.organisation()

    assert code_of(tmp_path / "puuttuu.xlsx") == 1
