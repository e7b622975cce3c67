from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.resolve.names.likeness import Likeness, clearly_different, likeness
from netgraph.resolve.names.parts import clean_name, display_name, name_key, name_parts


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Dr. Tobin MARRASH, PhD 🚀", "Tobin MARRASH"),
        ("Marrash, PhD", "Marrash"),
        ("Quandel, Ilse", "Ilse Quandel"),
        ("Quandel, Ilse, MBA", "Ilse Quandel"),
        ("Ilse Quandel, MBA, PMP", "Ilse Quandel"),
        ("Ilse Quandel MBA", "Ilse Quandel"),
        ("Jack Ma", "Jack Ma"),
        ("Anna-Lena Ma, MA", "Anna-Lena Ma"),
        ("Casimir Oduya | Hiring!", "Casimir Oduya"),
        ("Casimir Oduya - Data Engineer", "Casimir Oduya"),
        ("Katherine (Katie) Hart", "Katherine Hart"),
        ("Prof. Dr. Ing. Jürgen Fenbach", "Jürgen Fenbach"),
        ("Frau Yuna Petrakis", "Yuna Petrakis"),
        ("John Oldwood Jr.", "John Oldwood Jr"),
        ("Oldwood, John, Jr.", "John Oldwood Jr"),
        ("Ｉｌｓｅ Quandel", "Ilse Quandel"),
        ("\u202eIlse\u200b Quandel\u0000", "Ilse Quandel"),
        ("Conan O'Dana", "Conan O'Dana"),
        ("李小龍", "李小龍"),
        ("Иван Петров", "Иван Петров"),
        ("ann@example.org", ""),
        ("🚀", ""),
        ("", ""),
    ],
)
def test_clean_name(text: str, clean: str) -> None:
    assert clean_name(text) == clean


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Jürgen Müller", "jurgen muller"),
        ("Łukasz Świątek", "lukasz swiatek"),
        ("Søren Ørsted", "soren orsted"),
        ("STRASSE Größe", "strasse grosse"),
        ("Иван Петров", "иван петров"),
        ("李小龍", "李小龍"),
        ("Anne-Marie d'Arc", "anne-marie darc"),
    ],
)
def test_diacritics_are_folded_in_latin_letters_only(text: str, key: str) -> None:
    assert name_key(text) == key


def test_parts() -> None:
    parts = name_parts("Dr. Ludwig Emil van der Larch Jr. (Lutz)")
    assert (parts.given, parts.middle, parts.family) == ("ludwig", ("emil",), "van der larch")
    assert (parts.generation, parts.others, parts.is_full) == ("jr", ("lutz",), True)
    assert not name_parts("Ilse Q.").is_full
    assert not name_parts("Ilse").is_full
    assert name_parts("李小龍").is_full
    assert name_parts("Anna Lee (née Kim)").others == ("kim",)


LIKE = [
    ("Ilse Quandel", "QUANDEL, Ilse, PhD", Likeness.SAME),
    ("Ilse Maria Quandel", "Ilse Quandel", Likeness.SAME),
    ("李小龍", "李小龍", Likeness.SAME),
    ("Stone Ada", "Ada Stone", Likeness.TURNED),
    ("Jürgen Müller", "Juergen Mueller", Likeness.RESPELLED),
    ("Katherine Hart", "Catherine Hart", Likeness.RESPELLED),
    ("Иван Петров", "Ivan Petrov", Likeness.RESPELLED),
    ("Ilse Quandell", "Ilse Quandel", Likeness.RESPELLED),
    ("Bob Petwood", "Robert Petwood", Likeness.NICKNAME),
    ("Katherine (Katja) Petwood", "Katja Petwood", Likeness.NICKNAME),
    ("María José García López", "María García", Likeness.PART_OF_FAMILY),
    ("Ann Hart-Stone", "Ann Stone", Likeness.PART_OF_FAMILY),
    ("Tobin M.", "Tobin Marrash", Likeness.INITIAL),
    ("T. Marrash", "Tobin Marrash", Likeness.INITIAL),
    ("Tobin", "Tobin Marrash", Likeness.GIVEN_ONLY),
    ("Maria Hart", "Mario Hart", Likeness.NONE),
    ("Daniel Hart", "Daniela Hart", Likeness.NONE),
    ("Ann Stone", "Ann Hart", Likeness.NONE),
    ("T. Marrash", "Noor Marrash", Likeness.NONE),
    ("李小龍", "李小", Likeness.NONE),
]


@pytest.mark.parametrize(("left", "right", "expected"), LIKE)
def test_likeness_either_way_round(left: str, right: str, expected: Likeness) -> None:
    assert likeness(name_parts(left), name_parts(right)) is expected
    assert likeness(name_parts(right), name_parts(left)) is expected


@pytest.mark.parametrize(
    ("left", "right", "different"),
    [
        ("Anna Hart", "Peter Hart", True),
        ("Anna", "Peter", True),
        ("Anna Hart", "Anna Stone", False),
        ("Bob Hart", "Robert Hart", False),
        ("Mum", "Anna Hart", False),
        ("Hart Anna", "Anna Hart", False),
        ("ahart", "Anna Hart", False),
        ("annahart", "Anna Hart", False),
        ("anna83", "Peter Hart", False),
        ("A. Hart", "Peter Hart", False),
        ("Ann", "Anna Hart", False),
    ],
)
def test_clearly_different_first_names(left: str, right: str, different: bool) -> None:
    assert clearly_different(name_parts(left), name_parts(right)) is different
    assert clearly_different(name_parts(right), name_parts(left)) is different


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Quandel, Ilse, PhD", "Ilse Quandel"),
        ("</script><img src=x onerror=alert(1)>", "</script><img src=x onerror=alert(1)>"),
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),
        ("Il\u202ese", "Ilse"),
        ("ann@example.org", ""),
        ("🚀", "🚀"),
    ],
)
def test_the_name_shown(text: str, shown: str) -> None:
    assert display_name(text) == shown


@given(st.text(max_size=80))
def test_any_text_can_be_a_name(text: str) -> None:
    parts = name_parts(text)
    assert parts.key == name_key(text)
    assert "\u202e" not in display_name(text)
    if parts.is_full:
        assert likeness(parts, parts) is Likeness.SAME


@given(st.text(max_size=20), st.text(max_size=20))
def test_comparing_is_symmetric(left: str, right: str) -> None:
    a, b = name_parts(left), name_parts(right)
    assert likeness(a, b) is likeness(b, a)
    assert clearly_different(a, b) == clearly_different(b, a)


WORD = st.one_of(
    st.sampled_from(["Dr", "Ms", "Jr", "III", "van", "Müller", "Иван", "ﬁn", "Ⅷ", "O", "王"]),
    st.text(st.characters(categories=["L", "N", "M"]), min_size=1, max_size=5),
)


@given(WORD, WORD)
def test_two_plain_words_are_what_they_are_among_other_signs(first: str, last: str) -> None:
    text = f"{first} {last}"
    assert name_parts(text) == name_parts(f"{text},")
    assert display_name(text) == display_name(f"{text} ")
