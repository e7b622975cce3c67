"""What the local part of an address tells: machines (``noreply@``) and desks (``info@``).

The words of desks are listed in a dozen languages, without accents, as addresses write them.
Nothing is told by a domain alone: somebody with a free-mail address is a person.

Source: RFC 2142 (names of mailboxes for common services), and what senders use.
"""

from __future__ import annotations

import re
from functools import lru_cache

from netgraph.importers._people import robotwords

_NO_REPLY = (
    r"no[._-]?reply|do[._-]?not[._-]?reply|ne[._-]?pas[._-]?repondre|nicht[._-]?antworten"
    r"|keine[._-]?antwort|no[._-]?(?:responder?|responda|contestar)|non[._-]?rispondere"
    r"|nao[._-]?(?:responda|responder)|niet[._-]?(?:beantwoorden|antwoorden)|nie[._-]?odpowiadaj"
    r"|svara?[._-]?(?:inte|ikke)|ikke[._-]?svar\w*|neodpovidejte|cevaplamayin|yanitlamayin"
)
_MACHINE = re.compile(
    rf"(?:.*[._+=-])?(?:{_NO_REPLY}|mailer[._-]?daemon|postmaster|auto[._-]?(?:reply|confirm)"
    r"|unsubscribe|listserv|majordomo|mailman|calendar-notification|jobs-listings|jobalerts?)"
    r"(?:[._+=-].*)?"
    r"|(?:(?:.*[._+=-])?(?:newsletters?|mailings?|notifications?|bounces?)"
    r"|(?:newsletters?|mailings?|notifications?|bounces?)[._+=-].*)"
    r"|(?:.*-)?(?:daemon|robot|mailbot|bot)|root|cron|nagios|zabbix|icinga|monitoring|jenkins"
    r"|builds?|buildbot|backup|wordpress|www-data|wwwrun|apache|httpd|nginx|scan(?:ner)?|copier"
    r"|printer|fax|voice-?mail|automailer|mailer|system|(?:daily-|weekly-)?digest|jira|confluence"
    r"|gitlab|gitbox|git|hudson|nobody|bugzilla|gerrit|trac|svn|cvs|lkp|syzbot.*|tip-bot\d*|sympa|ezmlm|calendar(?:-server)?|notify|mentions?|invites?"
    r"|verify|verification|confirm(?:ation)?|password-reset|boarding-?pass|check-?in|tracking"
    r"|dse|echosign|microsoftexchange[0-9a-f]+"
    r"|.+-(?:request|owner|bounces|subscribe|confirm\+.*)|owner-.+|(?:reply|notification)[+-].+"
    r"|m_[0-9a-f]{12,}|.*\+caf_=.*|[0-9a-f]{24,}|[0-9a-f]{8,}(?:-[0-9a-f]{4,})+"
    r"|undisclosed[._-]?recipients?",
    re.IGNORECASE,
)
_RELAY = re.compile(
    r"(?:.+\.)?noreply\.github\.com|privaterelay\.appleid\.com|localhost(?:\.localdomain)?", re.I
)
#: Where anybody in the house may answer; language by language.
_DESK_WORDS = """
    info infos information informations contact contacts contactus enquiry enquiries inquiries
    office offices reception frontdesk mailbox hello hi hey hallo hola ciao bonjour welcome team
    crew support help helpdesk servicedesk service services care customercare sales marketing
    press media pr community success feedback admin administration administrator webmaster
    hostmaster abuse noc security privacy legal dpo compliance accounts accounting account billing
    finance payments payment payroll invoice invoices receipts receipt order orders purchase shop
    store booking bookings reservation reservations ticket tickets event events jobs job careers
    career hr people recruiting recruitment recruiter talent hiring apply application applications
    admissions registrar membership members subscriptions donations volunteers board committee
    news bulletin updates update alert alerts notice notices statements reminder reminders survey
    surveys offers deals promo promotions invitation invitations delivery shipping returns parcel
    share comments editor editorial customerservice message messages email digests daily weekly
    webinar webinars academy courses partners rewards loyalty club concierge trips travel itinerary
    eticket schedule scheduler meetings fraud secure estatement ebill confirmations warranty
    giftcards library registration tours housing facilities
    kontakt anfrage anfragen buero sekretariat empfang zentrale verwaltung vertrieb verkauf
    einkauf kundenservice kundendienst kundenbetreuung hilfe rechnung rechnungen buchhaltung
    bestellung bestellungen versand lieferung paket bewerbung bewerbungen karriere
    stellenangebote presse redaktion datenschutz impressum vorstand geschaeftsstelle praxis
    kanzlei termine anmeldung reservierung aktuell neuigkeiten angebote mitteilung mitteilungen
    kontoauszug umfrage
    accueil secretariat renseignements direction comptabilite facturation facture factures
    commande commandes livraison livraisons colis suivi serviceclient service-client sav
    assistance aide rh recrutement emploi emploi-alerte candidature candidatures redaction
    actualite actualites infolettre lettre offres alerte alertes releve releves avis
    communication boutique billetterie mairie
    contacto informacion secretaria administracion direccion atencion atencionalcliente clientes
    soporte ayuda ventas pedido pedidos facturas envio envios cobros empleo rrhh seleccion prensa
    redaccion boletin novedades noticias ofertas promociones comunicacion comunicaciones aviso
    avisos alertas extractos encuesta encuestas reservas tienda
    contatti segreteria ufficio amministrazione direzione assistenza assistenzaclienti supporto
    aiuto clienti vendite ordine ordini fattura fatture fatturazione spedizione spedizioni lavoro
    risorseumane selezione stampa redazione notizie novita offerte promozioni comunicazione
    comunicazioni avviso avvisi estratti sondaggio prenotazioni negozio
    geral contato informacoes administracao suporte ajuda apoio apoiocliente atendimento sac
    vendas comercial encomenda encomendas fatura faturas faturacao pagamento pagamentos emprego
    recrutamento imprensa boletim novidades promocoes comunicacao extrato extratos inquerito loja
    kantoor administratie receptie secretariaat klantenservice klantcontact hulp verkoop
    bestelling bestellingen factuur facturen levering verzending vacatures werkenbij pers redactie
    nieuws nieuwsbrief aanbieding aanbiedingen acties melding meldingen mededelingen afschriften
    enquete reserveringen winkel
    biuro informacja recepcja administracja obsluga obslugaklienta bok pomoc wsparcie sprzedaz
    handel zamowienie zamowienia faktura faktury ksiegowosc platnosc platnosci wysylka przesylka
    przesylki kadry praca rekrutacja kariera prasa redakcja biuletyn nowosci aktualnosci oferty
    promocje powiadomienie powiadomienia komunikaty wyciag wyciagi ankieta rezerwacje sklep
    kundtjanst kundeservice hjalp hjelp bestallning fakturor kvitto leverans jobb rekrytering
    nyhetsbrev nyhedsbrev nyheter erbjudanden tilbud meddelanden kansli
    kancelar podpora objednavka objednavky ucetni obchod prodej dodani prace tisk novinky
    zpravodaj nabidky oznameni vypis vypisy
    iletisim destek yardim siparis fatura kargo ik kariyer bulten kampanya bildirim haber
    asiakaspalvelu tilaukset ugyfelszolgalat iroda comenzi
"""
_DESKS = frozenset(_DESK_WORDS.split())
#: Names of addresses that pass mail on to many; they stand here for mail without list fields.
_MANY_WORDS = """
    all everyone everybody staff alumni alle verteiler kollegium elternbeirat eltern mitglieder
    tous toutes tutti todos todas equipe equipo equipa zespol wszyscy iedereen allemaal
"""
_MANY = frozenset(_MANY_WORDS.split())
#: Words that stand beside a desk's ("it-support", "customer.care", "shop-de").
_BESIDE_WORDS = """
team customer client online web global europe tech technical user order ship shipment tracking
confirmation confirm update reports department center centre group dept mail reply
"""
_BESIDE = frozenset(_BESIDE_WORDS.split())
#: Desks that send to many, or in the name of others: whoever is named there does not read there.
_BROADCAST_WORDS = """
    news bulletin update alert notice statement reminder survey offer deal promo promotion
    invitation delivery shipping parcel share comment message digest daily weekly webinar reward
    loyalty trip travel itinerary eticket fraud secure estatement ebill confirmation giftcard
    receipt ticket notice feedback registration meeting schedule scheduler subscription club vip
    aktuell neuigkeiten angebote mitteilung mitteilungen kontoauszug umfrage versand lieferung
    paket stellenangebote bestellung bestellungen rechnung rechnungen actualite infolettre lettre
    offre alerte releve avi emploi-alerte colis suivi livraison commande boletin novedade noticia
    oferta promocione comunicacione aviso alerta extracto encuesta envio pedido notizie novita
    offerte promozioni comunicazioni avviso avvisi estratti sondaggio spedizione spedizioni ordine
    ordini boletim novidade promocoe comunicacao extrato inquerito encomenda nieuw nieuwsbrief
    aanbieding aanbiedingen actie acties melding meldingen mededelingen afschriften enquete
    levering verzending bestelling bestellingen biuletyn nowosci aktualnosci oferty promocje
    powiadomienie powiadomienia komunikaty wyciag wyciagi ankieta wysylka przesylka przesylki
    zamowienie zamowienia nyhetsbrev nyhedsbrev nyheter erbjudanden tilbud meddelanden novinky
    zpravodaj nabidky oznameni bulten kampanya bildirim haber
"""
_BROADCAST = frozenset(_BROADCAST_WORDS.split())
#: Lists, and words that end like a desk's ("kundeninfo", "techsupport").
_PATTERN = re.compile(
    r"[a-z]{2,}(?:info|newsletter|support|service|noreply|robot)|"
    r"(?:all|team|list|liste|lista|dl|grp|group|equipe|verteiler)[-_].+"
    r"|.+-(?:users?|devel|discuss?|discussion|announce|help|list|liste|lista|mailing-?list|talk"
    r"|commits|patches|sig|members|all|staff|team|group|l|admin)"
)

#: What nearly every person's address is made of: one or two words, and a few digits.
_PLAIN = re.compile(r"([a-z]+)(?:[._-]([a-z]+))?\d{0,8}")
#: Whole words of machines, desks and lists that hold none of `_TELLING`, nor are in a desk's name.
_MARKED_WORDS = """
    root cron nagios zabbix icinga monitoring jenkins build builds backup apache httpd nginx scan
    scanner copier printer fax voice mailer system digest jira confluence gitlab gitbox git hudson
    nobody bugzilla gerrit trac svn cvs lkp sympa ezmlm calendar notify mention mentions invite
    invites verify password boarding check tracking dse owner request subscribe undisclosed announce
    user users devel discus discuss discussion commits patches sig members all staff team group l
    list liste lista dl grp equipe verteiler talk bot m
"""
_MARKED = frozenset(
    [*_MARKED_WORDS.split(), *(word for name in _DESKS | _MANY for word in name.split("-"))]
)
#: Letters within words of machines and desks.
_TELLING = re.compile(
    "reply|repon|antwo|respon|contest|rispon|odpow|svar|neodpov|cevapla|yanitla|daemon|postm|confirm"
    "|unsub|listserv|majord|mailman|mailbot|buildbot|robot|notif|listing|jobalert|news|mailing|bounce"
    "|wordpress|www|automailer|verif|boarding|voice|syzbot|checkin|echosign|microsoftexchange"
    "|undisclosed|info|support|service|[a-f]{8}"
)


def is_plain_local(local: str) -> bool:
    """Whether what stands before the @ is surely no machine's, desk's or list's.

    A quick look, which says False of many people too ("support.jones").
    """
    parts = _PLAIN.fullmatch(local.lower()) if local.isascii() else None
    return parts is not None and all(map(is_plain_word, parts.groups("")))


@lru_cache(maxsize=65_536)
def is_plain_word(word: str) -> bool:
    """Whether a word of an address [lower case; "" too] is in no way a machine's or a desk's."""
    return (
        word not in _MARKED
        and word not in robotwords.MARKED
        and _TELLING.search(word) is None
        and robotwords.TELLING.search(word) is None
    )


def is_person(address: str) -> bool:
    """Whether ``address`` may belong to a human being who reads it under their own name."""
    return not is_machine(address) and not is_role(address)


@lru_cache(maxsize=16_384)
def is_machine(address: str) -> bool:
    """Whether nobody reads what is sent to ``address``."""
    local, _, domain = address.rpartition("@")
    if _MACHINE.fullmatch(local) or _RELAY.fullmatch(domain):
        return True
    return robotwords.is_machine_local(local.lower(), domain.lower())


@lru_cache(maxsize=16_384)
def is_role(address: str) -> bool:
    """Whether ``address`` is a desk or a list, behind which a person may or may not answer."""
    local = address.rpartition("@")[0].lower().partition("+")[0].rstrip("0123456789")
    if local in _MANY or _is_desk(local) or _PATTERN.fullmatch(local):
        return True
    parts = re.split(r"[._-]", local)
    if len(parts) < 2 or not any(map(_is_desk, parts)):
        return False
    return all(_is_desk(part) or part in _BESIDE or len(part) == 2 for part in parts)


def is_personal_desk(address: str) -> bool:
    """Whether ``address`` is a desk at which somebody may write under their own name.

    Nobody does at a list, nor where only notices and offers come from.
    """
    local = address.rpartition("@")[0].lower().partition("+")[0].rstrip("0123456789")
    words = re.split(r"[._-]", local)
    return (
        is_role(address)
        and not is_machine(address)
        and local not in _MANY
        and not _PATTERN.fullmatch(local)
        and _BROADCAST.isdisjoint([*words, *(word.rstrip("s") for word in words)])
        and not any(map(robotwords.is_notice_word, words))
    )


def _is_desk(word: str) -> bool:
    return word in _DESKS or robotwords.is_desk_word(word)
