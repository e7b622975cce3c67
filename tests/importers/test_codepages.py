from __future__ import annotations

from random import Random

import pytest

from netgraph.importers._text.codepages import CODE_PAGES, TITLES, guess
from netgraph.importers._text.encodings import decode

LISTS = {
    "German": "Jürgen Müller,Köln\nGünther Groß,Bürgerhaus\nBärbel Schäfer,Öffentliche Bücherei\n",
    "French": "Zoé Lefèvre,Crédit Général\nFrançois Bénard,Hôtel du Lac\nAnaïs Préault,L’Étoile\n",
    "Spanish": "José Muñoz,Peñalara\nMaría Ibáñez,Óptica Núñez\nRamón Gutiérrez,Diseño Ágil\n",
    "Portuguese": "João Conceição,Fundação Luz\nAntónio Simões,Pão Bom\nInês Gonçalves,Ação\n",
    "Swedish": "Åsa Sjöberg,Malmö Båtar\nPär Löfgren,Västerås\nGöran Åkesson,Skåne Bröd\n",
    "Danish": "Søren Kjær,Ålborg Værft\nJørgen Bøgh,Østerbro\nBjørn Nygård,Sjælland Brød\n",
    "Polish": "Łukasz Wróbel,Świt\nMałgorzata Żak,Łódź Książki\nStanisław Gołąb,Piękna Gęś\n",
    "Czech": "Jiří Dvořák,Třeboň\nKateřina Součková,Říčany\nLuděk Růžička,Plzeň Kněžmost\n",
    "Hungarian": "Gergő Szőke,Győr\nLászló Erdős,Könyvelő Műhely\nTünde Fűzfői,Erő\n",
    "Turkish": "Ayşe Yıldız,Ağaçlı\nGökçe Çağlar,Işık\nŞükrü Özgür,Beşiktaş\nDoğan Kılıç,Iğdır\n",
    "Greek": "Γιώργος Παππάς,Αθήνα\nΕλένη Σταύρου,Θεσσαλονίκη\nΚώστας Λάμπρου,Φως\n",
    "Russian": "Юлия Щукина,Новый Дом\nСергей Жаров,Ёлка\nОльга Цветкова,Чайка\n",
    "Ukrainian": "Їжак Олена,Київ\nЄвген Шульга,Львів\nІгор Ґалаґан,Зоря\n",
}
PAGES = {
    ("cp1252", "mac_roman"): ("German", "French", "Spanish", "Portuguese", "Swedish", "Danish"),
    ("cp1250", "iso8859_2", "mac_latin2"): ("Polish", "Czech", "Hungarian"),
    ("cp1254", "mac_turkish"): ("Turkish",),
    ("cp1253", "mac_greek"): ("Greek",),
    ("cp1251", "mac_cyrillic", "koi8_r"): ("Russian", "Ukrainian"),
}
CASES = [
    (codec, language)
    for codecs, languages in PAGES.items()
    for codec in codecs
    for language in languages
    if (codec, language) != ("koi8_r", "Ukrainian")
]


class TestLists:
    @pytest.mark.parametrize(("codec", "language"), CASES)
    def test_a_list_of_three_names_is_read_as_it_was_written(
        self, codec: str, language: str
    ) -> None:
        text = LISTS[language]
        if "mac" in codec or "8859" in codec:
            text = text.replace("’", "'")
        data = text.encode(codec)
        assert data.decode(guess([data]).codec, "replace") == text

    @pytest.mark.parametrize("codec", ["cp1252", "mac_roman"])
    def test_many_western_languages_in_one_list(self, codec: str) -> None:
        western = "".join(LISTS[language] for language in PAGES["cp1252", "mac_roman"])
        found = guess([western.encode(codec)])
        assert found == (codec, True)

    @pytest.mark.parametrize(
        "text",
        [
            "Tom O’Brien,Smith – Sons\n",
            "Sean D’Arcy,Brewer’s Yard\n",
            "Ann Lee,“The Corner” Café\n",
            "René Ruiz,M® Labs\n",
            "Ana Fox,80 m² and 20 °C\n",
        ],
    )
    def test_signs_of_windows_are_no_letters_of_the_mac(self, text: str) -> None:
        assert decode(text.encode("cp1252")) == text

    def test_every_code_page_has_a_title(self) -> None:
        assert TITLES.keys() == {"utf-8", *CODE_PAGES}


class TestDoubt:
    def test_one_strange_name_leaves_a_doubt(self) -> None:
        assert not guess(["Jan Jiřík\n".encode("cp1250")]).is_sure

    def test_three_clear_names_leave_none(self) -> None:
        assert guess([LISTS["German"].encode("cp1252")]) == ("cp1252", True)
        assert guess([LISTS["German"].encode("mac_roman")]) == ("mac_roman", True)

    def test_one_damaged_byte_does_not_cost_all_the_other_letters(self) -> None:
        text = LISTS["German"] * 3
        data = text.encode() + b"Ren\xe9,Paris\n"
        assert decode(data) == text + "Ren\ufffd,Paris\n"
        assert guess([data]) == ("utf-8", False)

    def test_a_word_without_end_is_not_looked_through(self) -> None:
        assert guess([b"\xfc" * 10_000_000]).codec in CODE_PAGES
        assert guess([b"x" * 10_000_000 + b" M\xfcller"]).codec == "cp1252"

    def test_a_picture_has_no_words(self) -> None:
        assert guess([Random(3).randbytes(65_536)]) == ("cp1252", False)
