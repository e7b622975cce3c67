"""Eight-bit text of a declared, a wrongly declared or an undeclared charset.

Strict UTF-8 is believed before a declared Western charset, since nothing else happens to be
valid UTF-8. Without a usable declaration the language tells the charset, then the words: those
all of bytes above 127 are not Western, and a Western word has no sign in its middle. Statistical
detectors are wrong on texts as short as a name, so none is asked.
"""

from __future__ import annotations

import re

#: Names that programs write and Python does not know.
_ALIASES = {
    "x-gbk": "gb18030",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "shift_jis": "cp932",
    "x-euc-jp": "euc_jp",
    "ks_c_5601-1987": "cp949",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "ansi": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "unicode": "utf-8",
}
#: By the first two letters of a LANGUAGE parameter.
_OF_LANGUAGE = {
    "zh": "gb18030",
    "ja": "cp932",
    "ko": "cp949",
    "th": "cp874",
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk"), "cp1251"),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "hr", "sl", "ro", "sq", "bs"), "cp1250"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
    "el": "cp1253",
    "tr": "cp1254",
    "he": "cp1255",
    "ar": "cp1256",
    "fa": "cp1256",
    "vi": "cp1258",
}
_TRADITIONAL = ("zh-tw", "zh-hk", "zh-hant")
_HIGH_WORD = re.compile(rb"(?<![A-Za-z\x80-\xff])[\x80-\xff]{3,}(?![A-Za-z\x80-\xff])")
_MIXED_WORD = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")
_WORDS = {
    "cp1251": re.compile("[А-ЯЁІЇЄҐЎ]?[а-яёіїєґў]+|[А-ЯЁІЇЄҐЎ]+"),
    "koi8_r": re.compile("[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+"),
    "cp1253": re.compile("[Α-ΫΆΈ-Ώ]?[ΐά-ώ]+|[Α-ΫΆΈ-Ώ]+"),
}
_SIGN_IN_WORD = re.compile(r"[^\W\d_][¹³¿¥£¯][^\W\d_]|[^\W\d_][¹³¿¥]\b|(?<!\w)[£¯¥][^\W\d_]")


def decode_text(data: bytes, charset: str = "", language: str = "") -> str:
    """``data`` as text, always; ``language`` is a tag such as "pl" or "zh-TW"."""
    if data.isascii():
        return data.decode("ascii")
    name = charset.strip().lower()
    codec = _ALIASES.get(name, name)
    is_western = codec == "cp1252" or not codec
    for candidate in ("utf-8" if is_western else codec, codec, "utf-8"):
        text = _strictly(data, candidate)
        if text is not None:
            return text
    codec = _codec_of(data, language.strip().lower())
    return data.decode(codec, "replace")


def _strictly(data: bytes, codec: str) -> str | None:
    if not codec:
        return None
    try:
        # Some codecs let lone surrogates through, which no database can store.
        return data.decode(codec).encode("utf-8", "replace").decode("utf-8")
    except (LookupError, ValueError):
        return None


def _codec_of(data: bytes, language: str) -> str:
    if language.startswith(_TRADITIONAL):
        return "big5"
    if language[:2] in _OF_LANGUAGE:
        return _OF_LANGUAGE[language[:2]]
    words = _HIGH_WORD.findall(data[:4096])
    if words and not _MIXED_WORD.search(data[:4096]):
        for codec, letters in _WORDS.items():
            if all(letters.fullmatch(word.decode(codec, "replace")) for word in words):
                return codec
    is_polish = _SIGN_IN_WORD.search(data[:4096].decode("cp1252", "replace"))
    return "cp1250" if is_polish else "cp1252"
