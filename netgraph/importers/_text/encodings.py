"""How text is encoded: byte-order marks, UTF-16 without one, UTF-8, else a code page by guess."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from functools import lru_cache

from netgraph.importers._text.codepages import Guess, guess

ENCODINGS_BY_BOM = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
HEAD_BYTES = 65_536
#: Bytes looked at for UTF-16 without a mark.
SAMPLE_BYTES = 4096
#: The share of ASCII in UTF-16: delimiters, digits and line ends.
LEAST_ASCII = 0.1
#: The share of alphabets in UTF-16 without a byte above 127. Plain ASCII with a stray zero byte
#: would be a text in Chinese signs.
LEAST_ALPHABETIC = 0.7


def decode(data: bytes, *, final: bool = True) -> str:
    """``data`` as text by byte-order mark, else as UTF-16, UTF-8 or the likeliest code page.

    With ``final`` false an incomplete last character is dropped.
    """
    marked = marked_encoding(data)
    if marked:
        return codecs.getincrementaldecoder(marked)("replace").decode(data, final)
    try:
        return codecs.getincrementaldecoder("utf-8")("strict").decode(data, final)
    except UnicodeDecodeError:
        codec = _of_head(data) if len(data) <= HEAD_BYTES else guess((data,)).codec
        return codecs.getincrementaldecoder(codec)("replace").decode(data, final)


@lru_cache(maxsize=4)
def _of_head(head: bytes) -> str:
    """Remembered, as each importer asks for it."""
    return guess((head,)).codec


def encoding_of(head: bytes, blocks: Callable[[], Iterable[bytes]]) -> Guess:
    """The encoding of text that begins with ``head``, surely or by guess.

    ``blocks`` gives the text from its beginning, as often as it is called; a character cut in
    two at its very end is forgiven.
    """
    marked = marked_encoding(head)
    if marked:
        return Guess(marked, is_sure=True)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in blocks():
            decoder.decode(block)
    except UnicodeDecodeError:
        return guess(blocks())
    return Guess("utf-8", is_sure=True)


def marked_encoding(head: bytes) -> str:
    """The encoding that a byte-order mark or the zero bytes of UTF-16 tell; "" without either."""
    for mark, encoding in ENCODINGS_BY_BOM:
        if head.startswith(mark):
            return encoding
    sample = head[:SAMPLE_BYTES]
    if b"\x00" not in sample:
        return ""
    sample = sample[: len(sample) & ~1]
    little, big = sample[1::2].count(0), sample[::2].count(0)
    if little > 4 * big and _is_text(sample, "utf-16-le", little):
        return "utf-16-le"
    if big > 4 * little and _is_text(sample, "utf-16-be", big):
        return "utf-16-be"
    return ""


def _is_text(sample: bytes, encoding: str, ascii_characters: int) -> bool:
    if 2 * ascii_characters < LEAST_ASCII * len(sample):
        return False
    try:
        text = codecs.getincrementaldecoder(encoding)("strict").decode(sample)
    except UnicodeDecodeError:
        return False
    alphabetic = sum(c < "\u2000" for c in text)
    if sample.isascii() and alphabetic < LEAST_ALPHABETIC * len(text):
        return False
    return all(c.isprintable() or c in "\t\r\n\xa0\u3000\u200e\u200f" for c in text)
