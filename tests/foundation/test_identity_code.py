from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused

CHECK_SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
SIGNS = {1800: "+", 1900: "-YXWVU", 2000: "ABCDEF"}
SPACES = [" ", "\u00a0", "\u202f", "\t", "\n", "\u200b"]


@st.composite
def codes(draw):
    day = draw(st.dates(date(1800, 1, 1), date(2099, 12, 31)))
    sign = draw(st.sampled_from(SIGNS[day.year // 100 * 100]))
    serial = draw(st.integers(0, 999))
    return f"{day:%d%m%y}{sign}{serial:03}{draw(st.sampled_from(CHECK_SIGNS))}"


@given(codes())
@example("290200A123B")
def test_every_code_is_found_whatever_its_check_sign(code):
    assert identity_code.find(f"Asiakas {code}, tavataan ti.") == code


@given(codes(), st.lists(st.sampled_from(["", *SPACES]), min_size=11, max_size=11))
def test_spaces_hide_nothing(code, gaps):
    written = "".join(sign + gap for sign, gap in zip(code, gaps, strict=True))

    assert identity_code.find(f"Asiakas {written}") == code


@given(codes(), st.sampled_from("‐‑‒–—―−˗֊־᠆⸺➖ー"))
def test_dashes_and_small_letters_hide_nothing(code, dash):
    assert identity_code.find(code.replace("-", dash).lower()) == code


@pytest.mark.parametrize(
    "text",
    [
        "131052-308T",
        "hetu:131052-308T.",
        "(131052-308T)",
        "131052-308T:n asia",
        "131052_308T 131052-308T",
        "131052 -308T",
        "13 10 52 - 308 T",
        "991399-1234, 131052-308T",
        "１３１０５２－３０８Ｔ",
        "131052\u00ad-308T",
        "131052\u034f-308T",
        "1\u03363\u0336105\ufe0f2-3\u206308T",
        "131052\u3164-30\u28008T",
        "131052\b-308T",
        "131052-308\u0422",
        "131052-308\u03c4",
        "\u0661\u0663\u0661\u0660\u0665\u0662-308T",
    ],
)
def test_codes_as_people_write_them(text):
    assert identity_code.find(text) == "131052-308T"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tavataan ke 25.11.2026 klo 13–15.",
        "25.11.2026-27.11.2026",
        "010126-020126",
        "Soita 040 000 0011 tai 09-310 12345.",
        "+358 40 000 0011",
        "Tilaus 2026-0148",
        "Tilaukset 2026-0148 – 2026-0152",
        "Y-tunnus 1234567-8",
        "Lasku 0131052-308T",
        "Lasku 131052-308T2",
        "AB131052-308T",
        "131052-308Tilaus",
        "FI21 1234 5600 0007 85",
        "FI21 1310 52-3 081 23",
        "00100 Helsinki, Katu 12 A 123",
        "311152-308T",
        "290223A123B",
        "131352-308T",
        "131052-308I",
        "131052-308",
        "131052/308T",
        "131052G308T",
    ],
)
def test_what_is_no_code_passes(text):
    assert identity_code.find(text) is None


@given(st.dates(), st.dates())
def test_days_pass(first, last):
    assert identity_code.find(f"{first:%d.%m.%Y}-{last:%d.%m.%Y} {first:%d.%m.%y} {last.isoformat()}") is None


@given(st.integers(2020, 2099), st.integers(0, 9999))
def test_order_numbers_pass(year, number):
    assert identity_code.find(f"{year}-{number:04} {year}-{number:04}-2") is None


@given(codes(), st.text("0123456789abcABCÅÄÖ", min_size=1, max_size=4), st.booleans())
def test_a_part_of_a_longer_run_passes(code, more, is_before):
    run = more + code if is_before else code + more

    assert identity_code.find(run) is None


def test_the_refusal_says_why_and_not_which():
    with pytest.raises(Refused) as refusal:
        identity_code.refuse("Asiakas 131052-308T", field="goal")

    assert (refusal.value.message, refusal.value.field, refusal.value.code) == (
        identity_code.MESSAGE,
        "goal",
        "identity_code",
    )
    assert "308T" not in str(refusal.value)


def test_a_clean_text_is_not_refused():
    assert identity_code.refuse("Tuki velkojen selvittelyyn") is None


def test_a_cover_leaves_the_letters_around_it_as_they_are():
    assert identity_code.cover("Тамара, 131052-308\u0422.") == f"Тамара, {identity_code.COVER}."
