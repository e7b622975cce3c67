"""What people and services call the columns of an address list, in eight languages.

One line per language and field (en, de, fr, es, it, pt, nl, pl), read by ``choice``. Words are
compared without case, accents, punctuation and trailing numbers ("E-Mail 2" is "e mail").
"""

from __future__ import annotations

ALIASES = {
    "name": """
        name original name|their name|names
        name|full name|fullname|who|person|people|contact name|display name|displayname
        namen|kontaktperson|vollständiger name|anzeigename|wer|person|kontaktname
        vor und nachname|ansprechpartner|ansprechpartnerin|name vorname|vorname nachname
        nachname vorname
        nom|nom complet|nom et prénom|prénom et nom|qui|personne|nom affiché
        nombre|nombre completo|nombre y apellidos|quién|persona
        nome|nome completo|nome e cognome|chi|nominativo
        nome e sobrenome|quem|pessoa|nome de exibição
        naam|volledige naam|wie|persoon|weergavenaam
        imię i nazwisko|nazwisko i imię|kto|osoba|nazwa
    """,
    "first_name": """
        name first|first name|firstname|first|given name|given names|forename|christian name
        vorname|rufname
        prénom
        nombre de pila|primer nombre|nombres
        nome di battesimo
        primeiro nome|nome próprio
        voornaam|roepnaam
        imię|imiona
    """,
    "middle_name": """
        middle name|middlename|middle|additional name|second first name|middle initial
        zweiter vorname|weitere vornamen|weiterer vorname
        deuxième prénom|autres prénoms
        segundo nombre
        secondo nome
        segundo nome|nome do meio
        tweede voornaam|tussenvoegsel
        drugie imię
    """,
    "former_name": """
        maiden name|former name|birth name|previous name|name at graduation|née|nee
        geburtsname|früherer name|mädchenname|geb
        nom de naissance|nom de jeune fille|ancien nom
        apellido de soltera|nombre anterior
        cognome da nubile|nome precedente
        nome de solteira|nome anterior
        meisjesnaam|geboortenaam
        nazwisko panieńskie|nazwisko rodowe
    """,
    "last_name": """
        name last|last name|lastname|last|surname|family name|second name
        nachname|familienname|zuname
        nom de famille
        apellido|apellidos|primer apellido|segundo apellido
        cognome
        sobrenome|apelido|último nome
        achternaam|familienaam
        nazwisko
    """,
    "nickname": """
        nickname|nick|preferred name|preferred first name|goes by|known as|called
        spitzname|genannt
        surnom|pseudo
        apodo|mote
        soprannome
        alcunha
        bijnaam
        przezwisko|pseudonim
    """,
    "email": """
        user email|user email address
        email|e mail|mail|email address|e mail address|mail address|emails|email addresses
        e mail adresse|mailadresse|email adresse|mail adresse
        courriel|adresse de messagerie|adresse email|adresse e mail|adresse électronique|mél
        correo|correo electrónico|dirección de correo|dirección de correo electrónico
        posta elettronica|indirizzo email|indirizzo e mail|indirizzo di posta elettronica
        correio eletrónico|correio eletrônico|endereço de email|endereço de e mail
        e mailadres|mailadres|email adres
        adres email|adres e mail|poczta elektroniczna
    """,
    "phone": """
        phone|phone number|telephone|tel|mobile|mobile phone|cell|cell phone|cellphone|home phone
        work phone|business phone|phones|mobile number|whatsapp|landline|telephone number
        telefon|telefonnummer|handy|handynummer|mobil|mobiltelefon|mobilnummer|rufnummer|festnetz
        durchwahl|handynr|telefonnr|tel nr|telnr|mobilnr|mobilfunk
        téléphone|portable|mobile|numéro de téléphone|tél
        teléfono|móvil|celular|número de teléfono
        telefono|cellulare|numero di telefono
        telefone|telemóvel|celular|número de telefone
        telefoon|telefoonnummer|mobiel|gsm|mobiele telefoon
        numer telefonu|telefon komórkowy|komórka|nr telefonu|komórkowy
    """,
    "contact": """
        contact|contacts|contact details|contact info|contact information|how to reach|reach them at
        kontakt|kontaktdaten|erreichbar|erreichbar unter
        contact|coordonnées
        contacto|datos de contacto
        contatto|contatti|recapito|recapiti
        contato|contactos
        contact|contactgegevens
        dane kontaktowe
    """,
    "employer": """
        company|company name|employer|organisation|organization|organisation name|organization name
        org|org name|organizations|organisations|companies|affiliation|institution
        where they work|works at|works for|workplace|work place|account name|associated company|firm
        business|business name|place of work|current company|current employer|where do they work
        firma|unternehmen|arbeitgeber|arbeitet bei|arbeitsplatz|betrieb|wo arbeitet
        entreprise|société|employeur|travaille chez|organisation
        empresa|compañía|trabaja en|organización|empleador
        azienda|società|ditta|datore di lavoro|lavora presso|lavora da
        empresa|empregador|trabalha em|organização|companhia
        bedrijf|werkgever|werkt bij|organisatie|bedrijfsnaam
        où travaille|lieu de travail|dónde trabaja|lugar de trabajo|dove lavora|posto di lavoro
        onde trabalha|local de trabalho|waar werkt|werkplek
        firma|pracodawca|gdzie pracuje|pracuje w|miejsce pracy|organizacja|przedsiębiorstwo
    """,
    "role": """
        job title|jobtitle|position|role|title|function|what they do there|current position
        headline|designation|job titles|position title
        stelle|funktion|rolle|stellenbezeichnung|berufsbezeichnung|jobtitel
        poste|fonction|intitulé du poste
        puesto|cargo|título
        ruolo|posizione|mansione|qualifica
        cargo|função|posição
        functie|rol|functietitel
        stanowisko|funkcja
    """,
    "occupation": """
        as|occupation|profession|job|what they do|trade|does|works as|line of work|what do they do
        beruf|tätigkeit|als|arbeitet als|was macht|gewerbe
        métier|profession|travail|occupation
        profesión|ocupación|oficio|trabajo
        professione|mestiere|lavoro|occupazione
        profissão|ocupação|ofício|trabalho
        beroep|werk|werkt als
        que fait|a qué se dedica|qué hace|cosa fa|che lavoro fa|o que faz
        wat doet|zawód|czym się zajmuje
    """,
    "circle": """
        circle|circles|life area|area of life|label|labels|group|groups|category|categories|tag|tags
        area|how i know them|where from|context
        kreis|kreise|lebensbereich|gruppe|gruppen|kategorie|kategorien|etikett|bereich|woher
        cercle|groupe|catégorie|étiquette|domaine
        círculo|grupo|categoría|etiqueta|ámbito
        cerchia|gruppo|categoria|etichetta|ambito
        círculo|grupo|categoria|etiqueta
        kring|groep|categorie|etiket
        krąg|kręgi|grupa|grupy|kategoria|etykieta
    """,
    "closeness": """
        closeness|close|how close|how well|how well i know them|relationship strength|strength|tie
        nähe|wie gut|wie nah|wie gut kenne ich sie|verhältnis
        proximité|force du lien
        cercanía|confianza
        vicinanza|quanto bene
        proximidade|confiança
        hoe goed|nabijheid
        jak blisko|jak dobrze|bliskość
    """,
    "knows": """
        knows|knows who|who they know|acquainted with|friends with|can introduce|knows people
        kennt|kennt wen|bekannt mit|befreundet mit
        connaît|connait|ami avec
        conoce|conoce a|amigo de
        conosce|amico di
        conhece|amigo de
        kent|bevriend met
        zna|kogo zna|zna się z|przyjaciel
    """,
    "knows_at": """
        knows at|knows people at|knows someone at|contacts at|reaches|has contacts at|door to
        kennt leute bei|kennt jemanden bei|kontakte bei
        connaît chez|connaît des gens chez|contacts chez
        conoce en|conoce gente en|contactos en
        conosce in|conosce gente in|contatti in
        conhece em|conhece gente em|contactos em
        kent mensen bij|contacten bij
        zna ludzi w|kontakty w
    """,
    "met_through": """
        met through|met via|introduced by|intro by|referred by|through|via
        introducer|introduction by|intro via|warm intro via|intro through
        kennengelernt durch|kennengelernt über|vorgestellt von|vermittelt durch|durch|über
        empfohlen von
        rencontré par|présenté par|recommandé par|par
        conocido por|presentado por|recomendado por|a través de
        conosciuto tramite|presentato da|tramite
        apresentado por|conhecido através de|através de
        ontmoet via|voorgesteld door|aanbevolen door
        introducido por|conosciuto attraverso|consigliato da
        poznany przez|poznana przez|przedstawiony przez|polecony przez|polecona przez|przez
    """,
    "how_met": """
        how we met|how did we meet|met|where met|how i met them|where we met|met at|story
        wie kennengelernt|kennengelernt|wo kennengelernt|woher kenne ich sie
        comment rencontré|rencontre|rencontré
        cómo nos conocimos|dónde nos conocimos
        come ci siamo conosciuti
        como nos conhecemos
        hoe ontmoet|hoe leerden we elkaar kennen
        jak się poznaliśmy|gdzie się poznaliśmy|skąd się znamy
    """,
    "notes": """
        notes|note|comment|comments|remarks|description|bio|about
        notizen|notiz|anmerkung|anmerkungen|bemerkung|bemerkungen|kommentar
        remarque|remarques|commentaire|commentaires
        notas|nota|comentario|comentarios|observaciones
        note|commenti|osservazioni
        notas|comentários|observações
        notities|opmerkingen|opmerking
        notatki|notatka|uwagi|komentarz
    """,
    "last_contact": """
        last contact|last spoke|last spoken|last talked|last call|last called|last contacted
        last interaction|last interaction date|last touch|last talked to|last contact date
        date of last contact|last conversation|last heard
        letzter kontakt|zuletzt gesprochen|zuletzt telefoniert|letztes gespräch|letzter anruf
        dernier contact|dernier appel|dernière conversation
        último contacto|última llamada|última conversación
        ultimo contatto|ultima chiamata|ultima telefonata
        último contato|última conversa|último contacto
        laatste contact|laatst gesproken
        ostatni kontakt|ostatnia rozmowa
    """,
    "last_met": """
        last met|last meeting|last seen|last saw|last saw them
        zuletzt getroffen|zuletzt gesehen|letztes treffen
        dernière rencontre|vu dernièrement
        último encuentro|última vez visto
        ultimo incontro
        último encontro
        laatst gezien|laatste ontmoeting
        ostatnie spotkanie
    """,
    "profile": """
        linkedin|linkedin url|linkedin profile|profile|profile url|profile link|url|link|xing
        linkedin profil|profil|profillink|xing profil|xing profile|xing url
        profil linkedin|lien
        perfil|perfil de linkedin|enlace
        profilo|profilo linkedin
        perfil do linkedin|ligação
        profiel|linkedin profiel
    """,
    "city": """
        city|town|location|place|where they live|lives in|address|home town|region
        stadt|ort|wohnort|adresse|standort
        ville|lieu|adresse
        ciudad|lugar|localidad|dirección
        città|luogo|località|indirizzo
        cidade|local|localização|morada|endereço
        stad|plaats|woonplaats|adres
        miasto|miejscowość|adres
    """,
}

#: Words for a name that many tables use for things that are no people.
VAGUE_NAMES = frozenset(
    {"name", "nombre", "nome", "nom", "naam", "who", "wer", "qui", "quien", "chi", "quem", "wie"}
    | {"kto", "osoba", "nazwa"}
    | {"person", "people", "personne", "persona", "pessoa", "persoon", "called"}
)
#: Words for a circle that speak of people and not of just any table's groups.
CIRCLE_WORDS = frozenset(
    {"circle", "circles", "life area", "area of life", "how i know them", "kreis"}
    | {"lebensbereich", "cercle", "circulo", "cerchia", "kring"}
)
