"""Two write one text: no line written by either is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.domain.merge import merged, normal

LINES = st.lists(st.sampled_from(["kahvi", "ovi on raskas", "toive", "ahdas", "", "puhelin"]), max_size=8)
TEXTS = LINES.map("\n".join)


def written(base: str, side: str) -> Counter[str]:
    """The lines a side has written: those it has more often than the base."""
    found = Counter(side.split("\n")) - Counter(base.split("\n"))
    return Counter({line: number for line, number in found.items() if line})


@given(TEXTS, TEXTS, TEXTS)
def test_no_line_written_by_either_is_lost(base, mine, theirs):
    stands = Counter(merged(base, mine, theirs).split("\n"))

    assert (written(base, mine) | written(base, theirs)) - stands == Counter()


@given(TEXTS, TEXTS, TEXTS)
def test_nothing_is_made_up(base, mine, theirs):
    known = {*base.split("\n"), *mine.split("\n"), *theirs.split("\n"), ""}

    assert set(merged(base, mine, theirs).split("\n")) <= known


@given(TEXTS, TEXTS)
def test_what_only_one_touched_is_as_that_one_left_it(base, side):
    assert merged(base, side, base) == side
    assert merged(base, base, side) == side
    assert merged(base, side, side) == side


@given(TEXTS, TEXTS, TEXTS)
def test_the_loser_who_saves_again_changes_nothing(base, mine, theirs):
    stands = merged(base, mine, theirs)

    assert merged(stands, stands, stands) == stands


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "stands"),
    [
        ("a\nb\nc", "a\nb\nc\nminun", "eka\na\nb\nc", "eka\na\nb\nc\nminun"),
        ("a\nb\nc", "a\nc", "a\nb\nc\nd", "a\nc\nd"),
        ("a\nb\nc", "a\nc", "a\nB\nc", "a\nB\nc"),
        ("a", "a minun", "a hänen", "a hänen\na minun"),
        ("", "minun", "hänen", "hänen\nminun"),
        ("", "sama\nminun", "sama\nhänen", "sama\nhänen\nminun"),
    ],
)
def test_examples(base, mine, theirs, stands):
    assert merged(base, mine, theirs) == stands


def test_line_ends_of_browsers_are_one():
    assert normal("a\r\nb\rc") == "a\nb\nc"
