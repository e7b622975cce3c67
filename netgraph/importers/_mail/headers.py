"""Header blocks of mail: find the fields that matter, and decode them without losing letters.

Raw bytes are decoded as UTF-8, else as Windows-1252, and encoded words (RFC 2047) only after
addresses were told apart, because an encoded word may hide a comma. ``email.policy.default``
is twelve times slower than this and loses raw 8-bit text, so it is not used.

Sources: RFC 5322 (fields, dates), RFC 2047 (encoded words), RFC 6532 (raw UTF-8).
"""

from __future__ import annotations

import binascii
import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from itertools import groupby

#: A header block longer than this is cut; what follows is treated as body.
MAX_HEADER_BYTES = 256 * 1024
#: What is read of a body, and only to see whether somebody introduces people.
PEEK_BYTES = 4096
EARLIEST, LATEST = 1990, 2100
#: Later ones are what clocks show that lost their time.
LAST_SURE_YEAR = 2037

Headers = dict[bytes, bytes]

WANTED = frozenset(
    b"from sender to cc bcc date subject message-id in-reply-to references received return-path"
    b" delivered-to x-original-to envelope-to list-id list-post list-unsubscribe precedence"
    b" auto-submitted x-auto-response-suppress x-autoreply feedback-id x-mailer x-failed-recipients"
    b" x-gmail-labels x-spam-flag x-mozilla-status content-type content-transfer-encoding"
    b" list-unsubscribe-post x-beenthere x-mailman-version mailing-list x-mailing-list errors-to"
    b" x-google-group-id x-csa-complaints x-campaign x-campaignid x-mc-user x-report-abuse"
    b" user-agent x-otrs-loop x-rt-loop-prevention rt-ticket x-zendesk-priority-mail x-ticket-id"
    b" x-loop x-list-administrivia reply-to x-original-from".split()
)


class _Lower(dict[bytes, bytes]):
    """Names as they are mostly spelt to lower case; others are put into lower case each time."""

    def __missing__(self, name: bytes) -> bytes:
        return name.lower()


_LOWER = _Lower(
    (spelt, name)
    for name in WANTED
    for title in (name.title(),)
    for spelt in (name, title, title.replace(b"-Id", b"-ID"), name.upper())
)
_REPEATABLE = frozenset(b"to cc bcc delivered-to x-original-to envelope-to".split())


def _any_case(names: frozenset[bytes]) -> bytes:
    """A pattern for ``names`` in any case, sorted by the first letter to fail early."""
    letters = groupby(sorted(names), key=lambda name: name[:1])
    return b"|".join(
        b"[%b%b](?i:%b)" % (first.upper(), first, b"|".join(name[1:] for name in group))
        for first, group in letters
    )


# what was taken is never given back ("++"), since nothing follows that could need it
_FIELD = re.compile(rb"\n(%b)[ \t]*+:[ \t]*+([^\n]*+(?:\n[ \t][^\n]*+)*+)" % _any_case(WANTED))
_ENCODED_WORD = re.compile(r"=\?([^?*\s]{1,40})(?:\*[^?]*)?\?([bBqQ])\?([^?]*)\?=")
_MESSAGE_ID = re.compile(rb"<([^<>\s]+)>")
_DATE = re.compile(
    rb"(?:[A-Za-z]{3},? *)?(\d{1,2}[ -][A-Za-z]{3}[ -]\d{4}) +(\d\d):(\d\d)(?::(\d\d))?"
    rb"(?: +([+-]\d{4}|GMT|UTC?|Z)\b|$)"
)
_MONTHS = {
    name: number + 1
    for number, name in enumerate(b"jan feb mar apr may jun jul aug sep oct nov dec".split())
}
_MINUTES = _SECONDS = {b"%02d" % number: number for number in range(60)}
_HOURS = {b"%02d" % number: number for number in range(24)}
#: The parts of a clock as they stand in "08:12:45" [s].
_HOUR_SECONDS = {b"%b:" % text: number * 3600 for text, number in _HOURS.items()}
_MINUTE_SECONDS = {b"%b:" % text: number * 60 for text, number in _MINUTES.items()}
_YEARS = {b"%04d" % number: number for number in range(EARLIEST, LATEST)}


def split_message(message: bytes) -> tuple[bytes, bytes]:
    """The header block and the beginning of the body [at most 4 KiB].

    The header block keeps LF line ends only and starts with LF, whatever the file has.
    """
    end = message.find(b"\n\n", 0, MAX_HEADER_BYTES)
    if end < 0:
        end = min(len(message), MAX_HEADER_BYTES)
    block = b"\n" + message[:end]
    if b"\r" in block:
        crlf = block.find(b"\n\r\n", 1)
        if crlf >= 0:
            end = crlf - 1
            block = block[:crlf]
        block = block.replace(b"\r\n", b"\n")
    return block, message[end : end + PEEK_BYTES]


def pick(block: bytes) -> Headers:
    """The wanted fields of a header block, names in lower case, values on one line.

    A repeated address field is joined by commas; of other repeated fields the first counts
    (the uppermost ``Received`` is the newest).
    """
    found = _FIELD.findall(block)
    # from the last to the first, so that the first stays
    headers = {_LOWER[name]: value.replace(b"\n", b"").rstrip() for name, value in reversed(found)}
    if len(headers) < len(found):
        for repeatable in _REPEATABLE & headers.keys():
            values = [value for name, value in found if _LOWER[name] == repeatable]
            headers[repeatable] = b", ".join([v.replace(b"\n", b"").rstrip() for v in values])
    return headers


def to_text(value: bytes) -> str:
    """``value`` as UTF-8, else as Windows-1252; never fails."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", errors="replace")


def decode_words(text: str) -> str:
    """``text`` with its encoded words (RFC 2047) put into plain text.

    Neighbouring words of one charset are joined before they are decoded, since some senders
    cut a letter in two; an unknown charset is read like raw bytes.
    """
    if "=?" not in text:
        return text
    parts: list[tuple[bytes, str] | str] = []
    position = 0
    for word in _ENCODED_WORD.finditer(text):
        between = text[position : word.start()]
        position = word.end()
        charset = word[1].lower()
        data = _word_bytes(word[2], word[3])
        last = parts[-1] if parts else ""
        if isinstance(last, tuple) and not between.strip():
            if last[1] == charset:
                parts[-1] = (last[0] + data, charset)
                continue
        else:
            parts.append(between)
        parts.append((data, charset))
    parts.append(text[position:])
    return "".join(p if isinstance(p, str) else _decode_charset(*p) for p in parts)


def _word_bytes(encoding: str, payload: str) -> bytes:
    raw = payload.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(raw, header=True)
    try:
        return binascii.a2b_base64(raw + b"=" * (-len(raw) % 4))
    except binascii.Error:
        return raw


def _decode_charset(data: bytes, charset: str) -> str:
    """Decode; Python's own pseudo-charsets may leave lone surrogates, which are replaced."""
    try:
        text = data.decode(charset, errors="replace")
    except (LookupError, ValueError):
        text = to_text(data)
    return text.encode("utf-8", "replace").decode("utf-8")


def message_id(value: bytes, *, last: bool = False) -> bytes:
    """The first (or ``last``) id of a Message-ID, In-Reply-To or References field, without <>.

    A field without angle brackets counts whole when it is one word; else b"". In UTF-8.
    """
    first = _MESSAGE_ID.search(value)
    if first:
        found = _MESSAGE_ID.findall(value)[-1] if last else first[1]
    else:
        found = value.strip(b"<> \t")
        found = b"" if b" " in found else found
    return found if found.isascii() else to_text(found).encode()


def when_of(headers: Headers, message: bytes = b"") -> datetime | None:
    """When the message was sent [UTC]: Date, else the mbox separator, else Received.

    ``message`` begins with its separator, if it has one. Times outside 1990 to 2099 are taken
    for damage, and so is a Date more than a day after the message arrived; None when nothing
    readable is left.
    """
    when = _parse_date(headers.get(b"date", b""))
    if when and not _is_doubtful(when, message):
        return when
    separated = _parse_date(_from_line_date(message))
    arrived = _parse_date(headers.get(b"received", b"").rpartition(b";")[2].strip())
    if when is None:
        return separated or arrived
    # Separators may all bear one old day ("From - Thu Jan 1 1970"); no message is of 2038 yet.
    known = arrived or (separated if when.year > LAST_SURE_YEAR else None)
    return known if known and when - known > timedelta(1) else when


def _is_doubtful(when: datetime, message: bytes) -> bool:
    """Whether a time is in a later year than the separator's, if that has one at its end."""
    end = message.find(b"\n", 0, 200)
    number = _YEARS.get(message[end - 4 : end])
    if number:
        return when.year > number
    year = message[:end].rstrip()[-4:]
    return not year.isdigit() or when.year > int(year)


def _parse_date(value: bytes) -> datetime | None:
    """The time in a Date field [UTC]; None when it is unreadable or out of bounds."""
    if not value:
        return None
    at = value.find(b":") - 2
    midnight = _midnight(value[:at], value[at + 8 :]) if at > 0 else None
    if midnight:
        try:
            # looked up part by part: a pattern takes twice as long
            seconds = _HOUR_SECONDS[value[at : at + 3]] + _MINUTE_SECONDS[value[at + 3 : at + 6]]
            when = midnight + timedelta(0, seconds + _SECONDS[value[at + 6 : at + 8]])
        except KeyError:
            return _parse_any_date(value)
        return when if when.year < LATEST else None
    return _parse_any_date(value)


@lru_cache(maxsize=8192)
def _midnight(before: bytes, after: bytes) -> datetime | None:
    """The beginning of a day [UTC], told by what stands around the clock; None when it is odd."""
    value = before + b"00:00:00" + after
    match = _DATE.match(value)
    is_plain = match and match.start(2) == len(before) and match[4]
    return _parse_any_date(value) if is_plain else None


def _parse_any_date(value: bytes) -> datetime | None:
    match = _DATE.match(value)
    try:
        day = _day(match[1]) if match else None
        if match and day:
            when = _moment(day, match)
        else:
            when = parsedate_to_datetime(to_text(value[:200]))
            if when.tzinfo is not UTC:
                when = (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, LookupError, OverflowError):
        return None
    return when if EARLIEST <= when.year < LATEST else None


def _moment(day: datetime, match: re.Match[bytes]) -> datetime:
    """The time of `_DATE` on a ``day``; a leap second is the last one of its minute.

    A sum of plain numbers: a time with a zone would have to be converted, which takes longer.
    """
    hour, minute = _HOURS[match[2]], _MINUTES[match[3]]
    second = _MINUTES.get(match[4], 59) if match[4] else 0
    seconds = (hour * 60 + minute) * 60 + second
    return day + (timedelta(0, seconds) - _offset(match[5] or b""))


@lru_cache(maxsize=8192)
def _day(text: bytes) -> datetime | None:
    """The beginning of a day ("4 Mar 2024") in UTC; None when its month is none in English."""
    day, month, year = text.replace(b"-", b" ").split(b" ")
    number = _MONTHS.get(month.lower())
    return datetime(int(year), number, int(day), tzinfo=UTC) if number else None


@lru_cache(maxsize=256)
def _offset(text: bytes) -> timedelta:
    """How far a zone ("+0100") is before UTC; `ValueError` from a day on."""
    if not text[1:].isdigit():
        return timedelta(0)
    minutes = int(text[1:3]) * 60 + int(text[3:])
    offset = timedelta(minutes=-minutes if text.startswith(b"-") else minutes)
    return timezone(offset).utcoffset(None)


_ASCTIME = re.compile(
    rb"([A-Za-z]{3}) +(\d{1,2}) +(\d{1,2}:\d\d(?::\d\d)?) +(?:([+-]\d{4}) +)?(\d{4})"
)


def _from_line_date(message: bytes) -> bytes:
    """The time in an mbox separator, put into the order of a Date field."""
    line = message[:200].partition(b"\n")[0]
    match = _ASCTIME.search(line) if line.startswith(b"From ") else None
    if match is None:
        return b""
    return b"%s %s %s %s %s" % (match[2], match[1], match[5], match[3], match[4] or b"+0000")
