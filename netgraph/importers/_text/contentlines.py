"""Content lines, the grammar that vCard and iCalendar share, read tolerantly from bytes.

Lines are joined before anything is decoded: first quoted-printable soft breaks, then folds, so
that a fold inside a UTF-8 character does no harm. Sources: vCard 2.1 (versit, 1996), RFC 2426,
RFC 6350, RFC 6868 (``^`` in parameters), RFC 5545; the tolerance is for what phones and
programs really write.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import IO, NamedTuple

from netgraph.importers._text.charsets import decode_text

BLOCK_BYTES = 2**18
#: The middle of a longer line is dropped; only photos come near it.
MAX_LINE_BYTES = 2**20
#: Longer heads are not remembered [bytes].
SHORT_HEAD = 200
MAX_HEADS = 2048
MAX_FOLDS = 20_000
UNTERMINATED = b"\x00unterminated"

_NAME = re.compile(rb"(?:[\w-]+\.)?([\w-]+)\s*(?:[:;]|$)")
_HEAD = re.compile(rb'(?:[^":]|"[^"]*")*:')
_PARAMETER = re.compile(r'(?:[^;"]|"[^"]*"|")+')
_BOUNDARY = re.compile(rb"(?:BEGIN|END)\s*:\s*V", re.IGNORECASE)
_TYPE_ONLY = {"TYPE"}
_FOLDS = frozenset((b" ", b"\t"))
#: A soft break that was folded as well.
_FOLDED_CODES = (b" =", b"\t=")
#: The folded lines of a photo, dropped before lines are parted: there are many of them. Behind
#: a soft break the first line is no property; a photo is never quoted-printable, but who knows.
_FOLDED_PHOTO = re.compile(
    rb"(\n(?<!=\n)(?:PHOTO|LOGO|SOUND|KEY)(?=[:;])(?![^\n]{0,256}(?i:QUOTED))[^\n]*+)"
    rb"(?:\n[ \t][^\n]*+)++"
)
_UNDECLARED_CODES = re.compile(rb"(?:=[0-9A-F]{2}|[ -<>-~])*")
_ESCAPED = re.compile(r"\\(.?)", re.DOTALL)
_CARET = re.compile(r"\^(['^n])")
_BARE_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B", "Q"}
_WIDE_STARTS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"B\x00E\x00", "utf-16-le"),
    (b"\x00B\x00E", "utf-16-be"),
)


class Property(NamedTuple):
    """One content line: ``group.NAME;PARAM=value:value``.

    ``group`` is lower case and often "", ``name`` and the keys of ``params`` are upper case; a
    repeated parameter is joined by commas; ``value`` is decoded but still escaped. ``params`` is
    shared by properties with the same head and not to be changed.
    """

    group: str
    name: str
    params: dict[str, str]
    value: str

    @property
    def types(self) -> frozenset[str]:
        """The TYPE parameter as lower-case words."""
        return _types(self.params.get("TYPE", ""))


@lru_cache(maxsize=MAX_HEADS)
def _types(text: str) -> frozenset[str]:
    return frozenset(text.lower().split(","))


def first_word(head: bytes) -> bytes:
    """The first 64 bytes of a file without byte-order mark, zero bytes and blanks, upper case."""
    start = head[:160].removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe\x00")
    start = re.sub(rb"\s*:\s*", b":", start.replace(b"\x00", b"").lstrip()[:64].upper(), count=1)
    return re.sub(rb"^[\w-]+\.(?=BEGIN:)", b"", start)


def logical_lines(stream: IO[bytes], wanted: frozenset[bytes]) -> Iterator[bytes]:
    """The joined lines whose property name is in ``wanted`` (upper case), in file order.

    All others (photos, keys, notes) are passed over without being held. When the file breaks
    off inside a line, that line is left out and `UNTERMINATED` comes last.
    """
    current: list[bytes] = []
    soft = quoted = False
    line = b""
    heads: dict[bytes, tuple[bool, bool]] = {}
    for line in _physical_lines(stream):
        if soft and not _BOUNDARY.match(line):
            soft = line.endswith(b"=")
            if current and len(current) < MAX_FOLDS:
                current[-1] = current[-1][:-1]
                current.append(line[1:] if line[:2] in _FOLDED_CODES else line)
        elif line[:1] in _FOLDS:
            soft = quoted and line.endswith(b"=")
            if current and len(current) < MAX_FOLDS and line.strip():
                current.append(line[1:])
        elif line := line.removeprefix(codecs.BOM_UTF8):
            if current:
                yield b"".join(current)
            head = line[: line.find(b":") + 1]
            is_wanted, has_params = heads.get(head) or _noted(line, head, wanted, heads)
            current = [line] if is_wanted else []
            quoted = has_params and b"QUOTED-PRINTABLE" in line[:256].upper()
            soft = quoted and line.endswith(b"=")
    if current and (not line or _BOUNDARY.match(current[0])):
        yield b"".join(current)
    elif line:
        yield UNTERMINATED


def _noted(
    line: bytes, head: bytes, wanted: frozenset[bytes], heads: dict[bytes, tuple[bool, bool]]
) -> tuple[bool, bool]:
    """Whether a line is wanted and whether it has parameters, noted for lines like it."""
    found = _NAME.match(line)
    told = bool(found and found[1].upper() in wanted), bool(found and found[0].endswith(b";"))
    if 0 < len(head) <= SHORT_HEAD and len(heads) < MAX_HEADS:
        heads[head] = told
    return told


def parse(line: bytes) -> Property:
    """The parts of a joined line; a line without a colon gives an empty value."""
    found = _HEAD.match(line) if b'"' in line else None
    if found:
        head, value = line[: found.end() - 1], line[found.end() :]
    else:
        head, _, value = line.partition(b":")
    group, name, params, is_plain = (_known_head if len(head) <= SHORT_HEAD else _head)(head)
    if is_plain:
        text = value.decode("ascii") if value.isascii() else decode_text(value)
        return Property(group, name, params, text)
    encoding = params.get("ENCODING", "").upper()
    is_undeclared = not encoding and "CHARSET" in params and b"=" in value
    if encoding in {"QUOTED-PRINTABLE", "Q"} or (
        is_undeclared and _UNDECLARED_CODES.fullmatch(value)
    ):
        value = binascii.a2b_qp(value)
    elif encoding in {"BASE64", "B"}:
        value = _from_base64(value)
    text = decode_text(value, params.get("CHARSET", ""), params.get("LANGUAGE", ""))
    return Property(group, name, params, text)


def unescape(value: str) -> str:
    r"""``value`` without its backslashes; ``\n`` becomes a line feed."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda m: "\n" if m[1] in {"n", "N"} else m[1], value)


def split(value: str, separator: str) -> list[str]:
    """The parts between unescaped separators, unescaped and stripped; never an empty list."""
    if "\\" not in value:
        return [part.strip() for part in value.split(separator)]
    parts = [""]
    for token in re.findall(rf"\\.|[^\\{separator}]+|.", value, flags=re.DOTALL):
        if token == separator:
            parts.append("")
        else:
            parts[-1] += token
    return [unescape(part).strip() for part in parts]


def _head(head: bytes) -> tuple[str, str, dict[str, str], bool]:
    """Group, name, parameters, and whether none of these tells how the value is encoded."""
    written, _, rest = decode_text(head).partition(";")
    group, _, name = written.strip().rpartition(".")
    params = _parameters(rest)
    return group.lower(), name.upper(), params, not params.keys() - _TYPE_ONLY


#: A file repeats a few heads all over.
_known_head = lru_cache(maxsize=MAX_HEADS)(_head)


def _parameters(text: str) -> dict[str, str]:
    params: dict[str, str] = {}
    for part in _PARAMETER.findall(text):
        key, equals, value = part.partition("=")
        key = key.strip().upper()
        if not equals:
            key, value = ("ENCODING" if key in _BARE_ENCODINGS else "TYPE"), part.strip()
        value = value.replace('\\"', "").replace('"', "").strip()
        if "^" in value:
            value = _CARET.sub(lambda m: {"'": '"', "^": "^", "n": "\n"}[m[1]], value)
        params[key] = f"{params[key]},{value}" if key in params else value
    return params


def _from_base64(value: bytes) -> bytes:
    try:
        return binascii.a2b_base64(b"".join(value.split()), strict_mode=True)
    except binascii.Error:
        return value


def _physical_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Lines without their ends (LF, CRLF, CR or CR CR LF); the last is b"" after an end of line."""
    rest = b""
    for block in _utf8_blocks(stream):
        text = rest + block
        whole = text.rstrip(b"\r")
        held = text[len(whole) :]
        whole = whole.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, rest = _FOLDED_PHOTO.sub(rb"\1", whole).split(b"\n")
        yield from lines
        rest = rest[:MAX_LINE_BYTES] + held
    last = rest.rstrip(b"\r")
    yield last
    if last != rest:
        yield b""


def _utf8_blocks(stream: IO[bytes]) -> Iterator[bytes]:
    """The stream in blocks of UTF-8 (or whatever 8-bit text it is) without mark and zero bytes."""
    block = stream.read(BLOCK_BYTES).removeprefix(codecs.BOM_UTF8)
    encoding = next((name for start, name in _WIDE_STARTS if block.startswith(start)), "")
    decoder = codecs.getincrementaldecoder(encoding)("replace") if encoding else None
    while block:
        if decoder:
            block = decoder.decode(block).encode("utf-8", "replace")
        yield block.replace(b"\x00", b"")
        block = stream.read(BLOCK_BYTES)
