"""Invented people, firms and words in eleven languages for the labelled senders."""

from __future__ import annotations

OWNER = "Noor Saldana <noor@example.org>"

#: Given and family names by language; ASCII address parts are made from the second form.
GIVEN = {
    "en": "Ann Ben Chloe Dylan Emma Frank Grace Harry Ivy Jack Kate Liam Molly Nathan Olive",
    "de": "Anke Bernd Claudia Dieter Eva Friedrich Gudrun Heiko Ines Jörg Katrin Lutz Marlene Uwe",
    "fr": "Amélie Benoît Camille Didier Élodie François Geneviève Hugo Inès Julien Karine Loïc",
    "es": "Alejandra Borja Carmen Diego Elena Fernando Gloria Hernán Inés Joaquín Lucía Íñigo",
    "it": "Alessia Bruno Chiara Davide Elisa Fabio Giulia Ivano Lorena Matteo Nicoletta Paolo",
    "pt": "Adriana Bernardo Catarina Duarte Eduarda Filipe Graça Henrique Inês João Luísa Nuno",
    "nl": "Anouk Bram Carlijn Daan Esther Floris Greetje Hendrik Iris Jeroen Lotte Maarten Sjoerd",
    "pl": "Agnieszka Bartosz Celina Dariusz Ewa Filip Grażyna Henryk Iwona Jacek Łukasz Małgorzata",
    "sv": "Agneta Björn Cecilia Dag Elsa Fredrik Gunilla Håkan Ingrid Jonas",
    "cs": "Alena Bohumil Dana Eliška František Hana Igor Jitka Karel Ludmila",
    "tr": "Ayşe Burak Cem Deniz Elif Ferhat Gülay Hakan İrem Kemal",
}
FAMILY = {
    "en": "Ashdown Birchall Cawley Dunmore Eastham Fairley Goodge Hartnell Ibbotson Jarrold Kemble",
    "de": "Ackermann Brückner Czerny Dörfler Eberhardt Fürst Grünwald Hölzl Jäger Krause Löhr",
    "fr": "Aubrac Bellanger Carpentier Delaunoy Étienne Fauvel Garnier Hervieu Jourdain Lacombe",
    "es": "Aguirre Barrionuevo Cifuentes Domínguez Echeverría Fuentes Gallardo Hidalgo Iglesias",
    "it": "Antonelli Bianchetti Colombo D'Angelo Esposito Ferraris Galli Lombardi Marchetti",
    "pt": "Almeida Barbosa Carvalhal Domingues Esteves Fonseca Gouveia Lourenço Magalhães",
    "nl": "Aalbers Bakker Coenen Dekker Evers Franken Groot Haverkamp Jansen Kuipers",
    "pl": "Adamczyk Borkowski Cieślak Dąbrowski Filipiak Górski Jaworski Kamiński Lewandowski",
    "sv": "Ahlgren Bergqvist Dahlström Ekholm Forsberg Grönlund Hedlund Isaksson",
    "cs": "Adámek Beneš Dvořák Fiala Hájek Jelínek Kratochvíl Ševčík",
    "tr": "Aksoy Bulut Çelik Demirci Erdoğdu Güneş Kaplan Özkan",
}
FIRMS = {
    "en": "Harbourlight Kestrel-Works Pennyfield Oakmoor Brightquay Lanternhouse Tidemark Foxglove",
    "de": "Nordwind Lindenhof Steinbach Auenwerk Morgenrot Falkenberg Kupferkanne Seeblick",
    "fr": "Clairval Montmirail Beaurivage Valdoise Mistral-Vert Petitpont Chantelune Bellecour",
    "es": "Solclaro Montenegro-Sur Rioverde Altamira-Luz Puentenuevo Casablanda Mareazul",
    "it": "Fontechiara Montalto Ventosole Rivabella Pietranova Lagoverde Solearia",
    "pt": "Montebelo Rioclaro Solnascente Vilaflor Pontenova Marelua Serramar",
    "nl": "Waterlelie Zonnehof Molenwijk Duinrand Veldzicht Havenlicht",
    "pl": "Zielonka Nadrzeczna Swiatlowod Modrzew Jasnapolana Bursztyn",
    "sv": "Norrsken Bjorkdal Sjostaden Klippan",
    "cs": "Jasanovka Vltavin Modrinka",
    "tr": "Gunisigi Maviliman Yesilvadi",
}
WEBMAIL = [
    "freemail.example",
    "postbox.example",
    "inbox.example.com",
    "webmail.example.net",
    "mail.example.org",
    "posta.example",
    "poczta.example",
    "zonnet.example",
]
SUBJECT = {
    "en": ["Lunch on Thursday?", "Photos from the hike", "Question about the flat", "Your draft"],
    "de": ["Mittagessen?", "Fotos vom Wochenende", "Frage zur Wohnung", "Dein Entwurf"],
    "fr": ["Déjeuner jeudi ?", "Photos de la rando", "Question sur l'appart", "Ton brouillon"],
    "es": ["¿Comemos el jueves?", "Fotos de la excursión", "Duda sobre el piso", "Tu borrador"],
    "it": ["Pranzo giovedì?", "Foto della gita", "Domanda sulla casa", "La tua bozza"],
    "pt": ["Almoço na quinta?", "Fotos do passeio", "Dúvida sobre a casa", "O teu rascunho"],
    "nl": ["Lunchen donderdag?", "Foto's van de wandeling", "Vraag over het huis", "Je concept"],
    "pl": ["Obiad w czwartek?", "Zdjęcia z wycieczki", "Pytanie o mieszkanie", "Twój szkic"],
    "sv": ["Lunch på torsdag?", "Bilder från vandringen"],
    "cs": ["Oběd ve čtvrtek?", "Fotky z výletu"],
    "tr": ["Perşembe öğle yemeği?", "Gezi fotoğrafları"],
}
#: local part and display name of a newsletter, by language.
NEWSLETTER = {
    "en": [("newsletter", "{f} Newsletter"), ("news", "{f}"), ("updates", "The {f} Team")],
    "de": [("newsletter", "{f} Newsletter"), ("aktuell", "{f} Aktuell"), ("post", "Ihr {f}-Team")],
    "fr": [("infolettre", "La lettre {f}"), ("actualites", "{f}"), ("lettre", "L'équipe {f}")],
    "es": [("boletin", "Boletín {f}"), ("novedades", "{f}"), ("comunicacion", "Equipo {f}")],
    "it": [("newsletter", "{f} News"), ("notizie", "Le notizie di {f}"), ("offerte", "{f}")],
    "pt": [("novidades", "{f}"), ("boletim", "Boletim {f}"), ("ofertas", "Equipa {f}")],
    "nl": [("nieuwsbrief", "Nieuwsbrief {f}"), ("nieuws", "{f}"), ("aanbiedingen", "{f} Acties")],
    "pl": [("newsletter", "{f}"), ("biuletyn", "Biuletyn {f}"), ("oferty", "Zespół {f}")],
    "sv": [("nyhetsbrev", "{f} nyhetsbrev")],
    "cs": [("novinky", "{f}"), ("zpravodaj", "Zpravodaj {f}")],
    "tr": [("bulten", "{f} Bülten"), ("kampanya", "{f}")],
}
NO_REPLY = {
    "en": ["no-reply", "noreply", "donotreply", "do-not-reply", "no_reply", "noreply-accounts"],
    "de": ["nicht-antworten", "keine-antwort", "noreply", "bitte-nicht-antworten"],
    "fr": ["ne-pas-repondre", "nepasrepondre", "noreply"],
    "es": ["no-responder", "noresponder", "no-reply"],
    "it": ["non-rispondere", "nonrispondere", "noreply"],
    "pt": ["nao-responda", "naoresponder", "nao-responder"],
    "nl": ["niet-beantwoorden", "nietbeantwoorden", "noreply"],
    "pl": ["nie-odpowiadaj", "nieodpowiadaj"],
    "sv": ["svara-inte"],
    "cs": ["neodpovidejte"],
    "tr": ["cevaplamayin"],
}
RECEIPT = {
    "en": [("receipts", "{f} Receipts"), ("orders", "{f}"), ("billing", "{f} Billing")],
    "de": [("rechnung", "{f} Rechnung"), ("bestellung", "{f} Shop"), ("versand", "{f} Versand")],
    "fr": [("facturation", "{f}"), ("commande", "Service Client {f}"), ("livraison", "{f}")],
    "es": [("facturas", "{f}"), ("pedidos", "Pedidos {f}"), ("envios", "{f} Envíos")],
    "it": [("fatture", "{f}"), ("ordini", "{f} Ordini"), ("spedizioni", "{f}")],
    "pt": [("faturas", "{f}"), ("encomendas", "Encomendas {f}"), ("pagamentos", "{f}")],
    "nl": [("facturen", "{f}"), ("bestelling", "{f} Bestellingen"), ("klantenservice", "{f}")],
    "pl": [("faktury", "{f}"), ("zamowienia", "{f} Zamówienia"), ("platnosci", "{f}")],
    "sv": [("kvitto", "{f}"), ("faktura", "{f}")],
    "cs": [("objednavky", "{f}"), ("faktury", "{f}")],
    "tr": [("siparis", "{f}"), ("fatura", "{f}")],
}
BANK = {
    "en": [("alerts", "{f} Bank"), ("statements", "{f} Credit Union"), ("security", "{f} Bank")],
    "de": [("mitteilungen", "{f} Sparkasse"), ("kontoauszug", "{f} Bank")],
    "fr": [("releves", "Banque {f}"), ("alertes", "Crédit {f}")],
    "es": [("avisos", "Banco {f}"), ("extractos", "Caja {f}")],
    "it": [("avvisi", "Banca {f}"), ("comunicazioni", "Banca {f}")],
    "pt": [("avisos", "Banco {f}"), ("extratos", "Banco {f}")],
    "nl": [("meldingen", "{f} Bank"), ("service", "{f} Verzekeringen")],
    "pl": [("powiadomienia", "Bank {f}"), ("wyciagi", "Bank {f}")],
    "sv": [("meddelanden", "{f} Bank")],
    "cs": [("vypisy", "{f} banka")],
    "tr": [("bildirim", "{f} Bankası")],
}
#: Addresses of an office that a human may sit behind.
ROLE = {
    "en": ["info", "contact", "office", "hello", "enquiries", "reception", "sales", "support"],
    "de": ["info", "kontakt", "buero", "sekretariat", "mail", "vertrieb", "praxis", "verwaltung"],
    "fr": ["contact", "accueil", "secretariat", "info", "bonjour"],
    "es": ["contacto", "info", "hola", "secretaria", "administracion"],
    "it": ["info", "segreteria", "contatti", "ufficio", "amministrazione"],
    "pt": ["geral", "contacto", "info", "secretaria", "contato"],
    "nl": ["info", "contact", "kantoor", "administratie"],
    "pl": ["biuro", "kontakt", "sekretariat", "info"],
    "sv": ["info", "kontakt"],
    "cs": ["info", "kancelar"],
    "tr": ["info", "iletisim"],
}
#: "Anna from Acme" as marketers sign.
FROM_FIRM = {
    "en": ["{g} from {f}", "{g} at {f}", "{g} @ {f}", "{g} | {f}"],
    "de": ["{g} von {f}", "{g} vom {f}-Team"],
    "fr": ["{g} de {f}", "{g} chez {f}"],
    "es": ["{g} de {f}", "{g}, de {f}"],
    "it": ["{g} di {f}", "{g} da {f}"],
    "pt": ["{g} da {f}"],
    "nl": ["{g} van {f}"],
    "pl": ["{g} z {f}"],
    "sv": ["{g} på {f}"],
    "cs": ["{g} z {f}"],
    "tr": ["{f}'den {g}"],
}
