"""Google Takeout's folders: one per contact label, called in the language of the account.

``Takeout/Contacts/Book Club/Book Club.vcf`` stands beside ``All Contacts/All Contacts.vcf`` and
repeats its people, and has some that the other lacks. Source: folders of real Takeout archives.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath

_EVERYBODY = """
all contacts|my contacts|starred in android|alle kontakte|meine kontakte|tous les contacts
|mes contacts|todos los contactos|mis contactos|tutti i contatti|i miei contatti
|todos os contatos|todos os contactos|meus contatos|os meus contactos|alle contacten
|alle contactpersonen|mijn contacten|mijn contactpersonen|wszystkie kontakty|moje kontakty
|alla kontakter|mina kontakter|alle kontakter|mine kontakter|kaikki yhteystiedot
|omat yhteystiedot|všechny kontakty|moje kontakty|tüm kişiler|kişilerim|все контакты|мои контакты
|すべての連絡先|連絡先
|所有联系人|我的联系人|모든 연락처|내 연락처
"""
_COLLECTED = """
other contacts|weitere kontakte|andere kontakte|sonstige kontakte|autres contacts|otros contactos
|altri contatti|outros contatos|outros contactos|overige contacten|andere contacten
|pozostałe kontakty|inne kontakty|övriga kontakter|другие контакты|その他の連絡先
|其他联系人|기타 연락처
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split("|"))


EVERYBODY, COLLECTED = _words(_EVERYBODY), _words(_COLLECTED)


@lru_cache(maxsize=256)
def label_of(name: str) -> str:
    """The contact label that a Takeout file of this name stands for; "" when for none.

    A label is a folder below ``Takeout/<Contacts>`` with a file of its own name in it.
    """
    label = _folder(name)
    return "" if label.casefold() in EVERYBODY | COLLECTED else label


@lru_cache(maxsize=256)
def is_collected(name: str) -> bool:
    """Whether the file is of those whom Google took down by itself and nobody keeps."""
    return _folder(name).casefold() in COLLECTED


@lru_cache(maxsize=256)
def _folder(name: str) -> str:
    path = PurePosixPath(name.replace("\\", "/"))
    is_card_file = path.suffix.lower() in {".vcf", ".csv"}
    if not is_card_file or len(path.parts) < 3 or path.stem != path.parent.name:
        return ""
    above = path.parts[:-3]
    return path.stem if any(part.casefold().startswith("takeout") for part in above) else ""
