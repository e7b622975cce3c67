"""What people call the columns of a list of employers they want, in the same seven languages."""

from __future__ import annotations

TARGET_ALIASES = {
    "name": """
        name|employer|company|company name|organisation|organization|target|target employer|firm
        firma|unternehmen|arbeitgeber|zielunternehmen|name des unternehmens|ziel
        entreprise|société|employeur|nom|cible
        empresa|compañía|nombre|objetivo|empleador
        azienda|società|nome|datore di lavoro
        empregador|companhia|alvo
        bedrijf|werkgever|naam|bedrijfsnaam
    """,
    "aliases": """
        alias|aliases|also known as|other names|other name|aka|short name|brand|brands
        auch bekannt als|andere namen|kurzname|marke|marken
        autres noms|autre nom|marque|marques
        otros nombres|marca|marcas
        altri nomi|marchio
        outros nomes
        andere namen|merk
    """,
    "domains": """
        domain|domains|website|web site|site|url|web|homepage|email domain|mail domain
        webseite|internetseite|domäne|domänen
        domaine|domaines|site web
        dominio|dominios|sitio web|página web
        dominio|domini|sito|sito web
        domínio|domínios|sítio
        domein|domeinen|webstek
    """,
    "industry": """
        industry|sector|field|branch|line of business
        branche|industrie|sektor
        secteur|industrie
        industria|sector|rubro
        settore|industria
        setor|indústria
        sector|bedrijfstak
    """,
    "city": """
        city|town|location|place|headquarters|hq
        stadt|ort|standort|sitz
        ville|lieu|siège
        ciudad|lugar|sede
        città|luogo|sede
        cidade|local|sede
        stad|plaats|vestiging
    """,
    "weight": """
        weight|importance|how much i want it|score
        gewicht|gewichtung|wichtigkeit
        poids|importance
        peso|importancia
        peso|importanza
        importância
        gewicht|belang
    """,
    "size": """
        size|company size|employees|employee count|number of employees|headcount
        größe|unternehmensgröße|mitarbeiter|mitarbeiterzahl|anzahl mitarbeiter|beschäftigte
        taille|effectif|effectifs|salariés|nombre d'employés
        tamaño|empleados|número de empleados|plantilla
        dimensione|dimensioni|dipendenti|numero di dipendenti
        tamanho|funcionários|colaboradores|número de funcionários
        grootte|omvang|medewerkers|aantal medewerkers
    """,
    "priority": """
        priority|prio|rank|tier
        priorität|rang
        priorité
        prioridad
        priorità
        prioridade
        prioriteit
    """,
}
