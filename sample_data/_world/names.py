"""Plausible names from many places, each drawn at most once."""

from __future__ import annotations

import random
import unicodedata

#: Given names and family names that go together, each list separated by spaces.
POOLS = (
    (
        """Alison Bethany Callum Duncan Eleanor Fraser Gemma Hugh Isobel Jonathan Kirsty Lewis
        Megan Nigel Olivia Patrick Rhiannon Stuart Tessa Vernon Angus Bryony Clive Dilys Edmund
        Fiona Graham Harriet Iain Jemima Keith Lorna Malcolm Nerys Oscar Philippa Ralph Sheila
        Trevor Ursula Winifred Barnaby Cerys Desmond""",
        """Ashworth Bannister Crowther Dunmore Ellery Farnham Gilmour Hadley Inskip Kershaw
        Lovell Merrick Norcross Oakshott Pemberton Radley Sewell Thackeray Upton Winslow
        Aldridge Birtwistle Cathcart Dewhurst Entwistle Fothergill Garside Haworth Illingworth
        Jessop Kirkbride Lonsdale Mossman Nuttall Ormerod Pickering Quigley Rothwell Scholes
        Tattersall Underhill Varley Wetherby Yarwood Armitage Bramwell Clitheroe Duckworth
        Eastham Fairclough Greenhalgh Hesketh""",
    ),
    (
        "Aditi Arjun Deepa Farhan Gauri Harish Ishita Kavya Manish Naveen Pooja Rohan Vikram",
        "Banerjee Chaudhary Desai Ganguly Iyer Kulkarni Malhotra Nair Qureshi Sethi Trivedi Verma",
    ),
    (
        "Agnieszka Bartosz Dorota Ewa Grzegorz Jakub Łukasz Małgorzata Paweł Wojciech Zuzanna",
        "Baran Czarnecki Dąbrowa Górski Jabłoński Krawiec Lis Mazurek Pawlak Sikora Wróbel",
    ),
    (
        "Abena Chidi Efua Folake Ibrahim Jumoke Kofi Ngozi Obinna Sade Tendai Yaw Zanele",
        "Achebe Boateng Chukwu Dlamini Eze Fashola Kamara Mbeki Nkosi Owusu Sesay Tembo",
    ),
    (
        "Andrés Beatriz Camila Esteban Inés Joaquín Lucía Mateo Paloma Rodrigo Ximena",
        "Aguilar Benítez Cordero Echeverría Fuentes Ibáñez Muñoz Peña Quiroga Rivas Zamora",
    ),
    (
        "Anneke Birgit Dieter Franka Gunnar Heike Jörg Lieselotte Matthias Sabine Uwe Wiebke",
        "Albrecht Brandtner Döring Eichhorn Förster Grünwald Hofstätter Jäger Köhler Lindner Vogt",
    ),
    (
        "Aino Eero Freja Gudrun Ingrid Lasse Mikkel Noora Rasmus Signe Søren Tuuli",
        "Ahlström Bergqvist Eklund Fjeldstad Hämäläinen Koskinen Lindgren Østergaard Sjöberg",
    ),
    (
        "Amira Bilal Dina Hassan Khalid Layla Mounir Nadira Omar Rania Samir Yasmin",
        "Abbasi Bakri Darwish Farouk Ghanem Jaber Mansour Nasser Rahmani Saleh Taha Zaki",
    ),
    (
        "Akiko Daichi Hana Jun Kenji Mei Minh Naoko Ren Soo-jin Thuy Xiu Yong",
        "Fujimoto Hayashi Ishikawa Kwon Lam Nakamura Nguyen Ogawa Pham Shimizu Tran Zhang",
    ),
    (
        "Alessia Bruno Chiara Davide Elodie Fabien Giulia Hugo Jérôme Margaux Noémie Océane",
        "Bertrand Colombo Delacroix Esposito Fontaine Garnier Lefèvre Moretti Perrin Rinaldi Vidal",
    ),
)
#: Letters that Unicode does not take apart.
PLAIN = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "đ": "d"})


def plain(text: str) -> str:
    """``text`` without marks on its letters, for addresses and hasty spellings."""
    taken_apart = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return "".join(letter for letter in taken_apart if not unicodedata.combining(letter))


def drawn(rng: random.Random, taken: set[str]) -> tuple[str, str]:
    """A new (given, family) name whose plain spelling is not in ``taken``; adds it there.

    No more than two people share a family name, as in most people's lives.
    """
    while True:
        # A third of the people come from the first, local pool.
        weights = [5] + [1] * (len(POOLS) - 1)
        givens, families = rng.choices(POOLS, weights)[0]
        given = rng.choice(givens.split())
        family = rng.choice(families.split())
        written = plain(f"{given} {family}").lower()
        namesakes = sum(name.endswith(f" {plain(family).lower()}") for name in taken)
        if written not in taken and namesakes < 2:
            taken.add(written)
            return given, family
