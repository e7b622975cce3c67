"""Content lines: what is passed over quickly changes nothing of what is read."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.importers._text.contentlines import UNTERMINATED, logical_lines
from netgraph.importers._vcards.lines import WANTED

EACH = settings(max_examples=600, derandomize=True, deadline=None, database=None)
LINES = st.sampled_from(
    [
        b"PHOTO;ENCODING=b;TYPE=JPEG:",
        b"PHOTO:=",
        b"PHOTO",
        b"LOGO;X=1:AAAA",
        b"KEY;ENCODING=QUOTED-PRINTABLE:=41=",
        b"SOUND;quoted-printable:",
        b"FN:Ilse",
        b"FN;ENCODING=QUOTED-PRINTABLE:Il=",
        b"item1.PHOTO:AA",
        b"EMAIL ;TYPE=x",
        b"END:VCARD",
        b" AAAA",
        b"\tBBBB=",
        b"  ",
        b"=",
        b"",
    ]
)
ENDS = st.sampled_from([b"\n", b"\n", b"\r\n", b"\r", b"\n\n", b""])
FILES = st.lists(st.builds(bytes.__add__, LINES, ENDS), max_size=30).map(b"".join)


def lines(data: bytes) -> list[bytes]:
    return list(logical_lines(io.BytesIO(data), WANTED))


@EACH
@given(FILES)
def test_a_photo_is_passed_over_like_any_other_property(data: bytes) -> None:
    """One of another name is parted into lines and these are passed over one by one."""
    slow = data.replace(b"PHOTO", b"PHOTA").replace(b"LOGO", b"LOGA").replace(b"KEY", b"KEA")
    slow = slow.replace(b"SOUND", b"SOUNA")
    told = [line.replace(b"PHOTO", b"PHOTA").replace(b"LOGO", b"LOGA") for line in lines(data)]
    told = [line.replace(b"KEY", b"KEA").replace(b"SOUND", b"SOUNA") for line in told]
    assert told == lines(slow)


@EACH
@given(
    st.lists(
        st.sampled_from(
            [
                b"FN",
                b"FN:a",
                b"FN ;X=1:b",
                b"a.FN:c",
                b"FAX:d",
                b":e",
                b"FN;f",
                b"fn:g:h",
                b"NOTE:i",
            ]
        ),
        max_size=8,
    )
)
def test_lines_with_the_same_beginning_are_told_alike(written: list[bytes]) -> None:
    alone = [line for one in written for line in lines(one + b"\n")]
    assert lines(b"".join(one + b"\n" for one in written)) == alone


def test_the_line_behind_a_photo_stays() -> None:
    photo = b"PHOTO;ENCODING=b:" + b"\r\n AAAA" * 1000 + b"\r\n"
    assert lines(b"FN:Ilse\r\n" + photo + b"EMAIL:ilse@example.com\r\n") == [
        b"FN:Ilse",
        b"EMAIL:ilse@example.com",
    ]


def test_a_file_that_breaks_off_in_a_photo_says_so() -> None:
    assert lines(b"FN:Ilse\nPHOTO;ENCODING=b:\n AAAA\n BB")[-1] == UNTERMINATED
