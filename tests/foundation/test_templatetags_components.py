from datetime import date

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.utils import translation

from coordination.foundation import tiles


def drawn(source: str, **context) -> str:
    with translation.override("fi"):
        return Template("{% load components %}" + source).render(Context(context)).strip()


def test_an_icon_is_hidden_from_readers():
    assert drawn('{% icon "minus" %}') == (
        '<svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5 12h14"/></svg>'
    )


def test_an_unknown_icon_is_an_error():
    with pytest.raises(KeyError):
        drawn('{% icon "unicorn" %}')


def test_a_chip_says_its_state_in_words_beside_an_icon():
    html = drawn('{% status_chip "Odottaa" "warn" "" %}')

    assert html == '<span class="status status--warn">Odottaa</span>'


def test_a_chip_escapes_its_label():
    assert drawn('{% status_chip x "neutral" %}', x="<b>") == '<span class="status">&lt;b&gt;</span>'


def test_a_key_always_gives_the_same_tile():
    assert tiles.draw("kuura") == tiles.draw("kuura")


def test_different_keys_give_different_tiles():
    assert len({tiles.draw(f"key-{number}") for number in range(200)}) > 150


def test_a_wall_fills_its_frame_and_no_more():
    drawn_tiles, dots = tiles.wall("kuuluviin", 3, 3)

    places = [(tile.x, tile.y) for tile in drawn_tiles]
    assert places == [(0, 72), (0, 120), (48, 24), (48, 72), (48, 120), (96, 0), (96, 48), (96, 96)]
    assert [(dot.x, dot.y) for dot in dots] == [(36, 60), (84, 12)]


@pytest.mark.parametrize(("value", "most", "width"), [(2, 4, "50"), (1, 3, "33.33"), (5, 4, "100"), (1, 0, "0")])
def test_a_bar_is_as_long_as_its_share(value, most, width):
    html = drawn("{% bar value most %}", value=value, most=most)

    assert html.split('meter__fill--action" width="')[1].split('"')[0] == width


def test_a_date_leaf_names_day_and_month():
    html = drawn("{% datebox day %}", day=date(2026, 12, 2))

    assert html == '<span class="datebox" aria-hidden="true"><span>ke</span><b>2</b><span>joulu</span></span>'


def test_pages_keep_the_rest_of_the_address(rf):
    page = Paginator(range(30), 10).page(2)

    html = drawn("{% pagination page %}", page=page, request=rf.get("/?q=velka&page=2"))

    assert 'rel="next" href="?q=velka&amp;page=3"' in html
    assert 'rel="prev" href="?q=velka&amp;page=1"' in html


def test_one_page_needs_no_pages(rf):
    page = Paginator(range(3), 10).page(1)

    assert drawn("{% pagination page %}", page=page, request=rf.get("/")) == ""


def test_query_sets_and_drops(rf):
    html = drawn("{% query page=None area=3 %}", request=rf.get("/?q=a&page=2&area=1&place=5&place=6"))

    assert html == "?q=a&amp;area=3&amp;place=5&amp;place=6"


def test_a_block_keeps_its_content_safe_and_its_title_escaped():
    html = drawn('{% note tone="warn" title=x %}<p>{{ x }}</p>{% endnote %}', x="<b>")

    assert "<strong>&lt;b&gt;</strong>" in html
    assert "<p>&lt;b&gt;</p>" in html
