"""What people put behind their own name when they found a firm."""

from __future__ import annotations

_WORDS = """
    agency analytics architects architecture associates auto autos bakery bau bistro boats books
    bros brothers bureau cafe capital care catering chemicals clinic clothing coaching coffee
    company computing construction consult consultancy consulting contracting corp creative data
    deli dental design digital electric electrical electronics energy engineering enterprises
    estate estates events farm farms fashion film films fitness florist flowers foods fotos
    foundation fund furniture gallery garage global gmbh golf group gym hair haus health holding
    holdings homes hospital hotel hub immo immobilien inc industries info institute insurance
    interiors international invest investments jewellers joinery kitchen lab labs landscaping law
    leasing legal llc logistics ltd management marketing media medical mining motors music
    networks online optics optik partner partners pharma pharmacy photo photography pizza plumbing
    production productions properties property pub publishing realty recruitment rent rentals
    repairs research restaurant robotics roofing salon security service services shipping shop
    shops soft software solutions staffing studio studios supply surgery systems tax taxi tech
    technik technologies technology telecom therapy tours toys trade trading training travel
    trucks ventures verlag vet video weddings werke wine wines workshop yachts yoga
"""
#: In lower case; words that make a compound of many a common word ("house", "water") are none.
FIRM_WORDS = frozenset(_WORDS.split())
