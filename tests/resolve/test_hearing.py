from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netgraph.resolve.names.hearing import heard, letters_alone, sounds, spellings
from netgraph.resolve.names.likeness import sound
from netgraph.resolve.names.mail import local_spelling

LETTERS = st.text(
    "abcehhjkopuxyAEJY -'.1\u00e9\u00df\u0418\u03a5\u03bf\u03c5\u0142\u738b", max_size=8
)
ANYTHING = st.one_of(LETTERS, st.text(max_size=5))


@given(st.lists(ANYTHING))
def test_all_at_once_sound_as_each_does(words: list[str]) -> None:
    assert sounds(words) == list(map(sound, words))
    assert heard(set(words)) == {word: sound(word) for word in words}


@given(st.lists(LETTERS))
def test_what_addresses_spell_is_what_each_spells(texts: list[str]) -> None:
    addresses = [f"{text}@example.org" for text in texts]
    plain = [address.partition("@")[0].partition("+")[0] for address in addresses]
    assert spellings(letters_alone(plain), 5) == list(map(local_spelling, addresses))
