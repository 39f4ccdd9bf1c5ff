import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordination.foundation import words


@pytest.fixture
def no_cache(settings, tmp_path):
    settings.WORDS_CACHE = tmp_path


def hits(query, text, language):
    """Whether a search for `query` finds `text`."""
    indexed = words.tokens(text, language)
    return all(wanted & indexed for wanted in words.query_tokens(query))


@pytest.mark.parametrize(
    ("text", "language", "lemmas"),
    [
        ("Luennot", "fi", {"luennot", "luento"}),
        ("kaupungeissa", "fi", {"kaupungeissa", "kaupunki"}),
        ("Velkaneuvonnasta", "fi", {"velkaneuvonnasta", "velkaneuvonta", "velka", "neuvonta"}),
        ("yksinäisyys", "fi", {"yksinäisyys"}),
        ("AA-ryhmässä", "fi", {"aa-ryhmässä", "aa-ryhmä", "aa", "ryhmässä", "ryhmä"}),
        ("föreläsningarna", "sv", {"föreläsningarna", "föreläsning", "före", "läsning"}),
        ("Lectures", "en", {"lectures", "lecture"}),
        ("šielut žŋđ", "xx", {"šielut", "žŋđ"}),
        ("vel\u00adka", "fi", {"velka"}),
        ("", "fi", set()),
        ("– , !", "fi", set()),
    ],
)
def test_lemmas(text, language, lemmas):
    assert words.lemmas(text, language) == lemmas


@pytest.mark.parametrize(
    ("query", "text", "language", "is_found"),
    [
        ("luento", "Pidän luentoja", "fi", True),
        ("velka", "Minulla on velkoja", "fi", True),
        ("tuki", "Sain tukea", "fi", True),
        ("luennoilla", "luennot mielenterveydestä", "fi", True),
        ("kaupunki", "kaupungeissa", "fi", True),
        ("neuvonta", "velkaneuvontaa", "fi", True),
        ("föreläsning", "Jag håller föreläsningar", "sv", True),
        ("skuldrådgivning", "skuldrådgivningen", "sv", True),
        ("luennot ja velat", "Luento veloista", "fi", True),
        ("luennot päihteistä", "Luento veloista", "fi", False),
        ("žŋđ", "ŽŊĐ", "xx", True),
        ("velka", "vertaistuki", "fi", False),
    ],
)
def test_a_search_in_any_language(query, text, language, is_found):
    assert hits(query, text, language) is is_found


@given(st.text(max_size=60), st.sampled_from(["fi", "sv", "en", "se", "xx"]))
def test_every_text_finds_itself(text, language):
    assert hits(text, text, language)


def test_tokens_are_keyed_and_tell_nothing(settings):
    settings.WORDS_KEY = "one key"
    first = words.tokens("velka", "fi")

    settings.WORDS_KEY = "another key"
    second = words.tokens("velka", "fi")

    assert (first, first & second) == ({"5f5628f73739d5bb"}, set())


def test_the_cache_gives_the_same_answers(settings, tmp_path, no_cache):
    text = "Föreläsningarna om skuldrådgivning"
    without = words.lemmas(text, "sv")

    written = words.build_cache(["sv", "xx"])

    settings.WORDS_CACHE = tmp_path / "." / "again"
    settings.WORDS_CACHE.mkdir()
    written[0].rename(settings.WORDS_CACHE / written[0].name)
    assert [path.stem.split("-")[0] for path in written] == ["sv"]
    assert words.lemmas(text + " igen", "sv") == without | {"igen"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again"]
