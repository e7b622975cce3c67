"""Memory prompts: questions by life area that bring people back to mind.

Most of the people who could help are in no export: nobody mails a hairdresser. Asked area by
area, people recall far more acquaintances than asked at large (name generators: McCallister and
Fischer, 1978; forgetting in free recall: Brewer, Social Networks, 2000).
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from netgraph.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Prompt:
    """One life area: ``area`` is what ``--circle`` takes, ``label`` its heading.

    ``questions`` go from the nearest people to those further off.
    """

    area: str
    label: str
    questions: tuple[str, ...]


def prompts(area: str | None = None) -> tuple[Prompt, ...]:
    """Every area, from home outwards, or those that ``area`` means.

    ``area`` is a name or a label of one, or else a word of its questions ("vet").
    Raises `NotFoundError` with the nearest names for an unknown area.
    """
    if area is None:
        return PROMPTS
    wanted = " ".join(area.casefold().split())
    found = tuple(p for p in PROMPTS if wanted in {p.area, p.label.casefold()})
    found = found or tuple(p for p in PROMPTS if wanted and _asks_about(p, wanted))
    if found:
        return found
    nearest = _nearest(wanted)
    advice = f"did you mean {' or '.join(nearest)}? The" if nearest else "the"
    known = ", ".join(prompt.area for prompt in PROMPTS)
    msg = f"no life area is called {area!r}; {advice} areas are: {known}"
    raise NotFoundError(msg, nearest)


def _asks_about(prompt: Prompt, wanted: str) -> bool:
    words = " ".join(prompt.questions).casefold().replace("?", " ").replace(",", " ").split()
    return wanted in words


def _nearest(wanted: str) -> tuple[str, ...]:
    """Up to three areas whose name, or a word of whose label, is like ``wanted``."""
    words = {prompt.area: prompt.area for prompt in PROMPTS}
    for prompt in PROMPTS:
        for word in prompt.label.casefold().replace(",", " ").split():
            words.setdefault(word, prompt.area)
    close = get_close_matches(wanted, words, n=5, cutoff=0.6)
    return tuple(dict.fromkeys(words[word] for word in close))[:3]


PROMPTS = (
    Prompt(
        "family",
        "Family and relatives",
        (
            "Who sits at the table on a big birthday, and what does each of them do for work?",
            "Which cousins, aunts, uncles and in-laws have you not spoken to for a year or more?",
            "Who married into the family, and where do their parents and siblings work?",
            "Who did your parents or grandparents work with, and who still sends them a card?",
            "Which family friend has known you since you were small?",
        ),
    ),
    Prompt(
        "neighbourhood",
        "Neighbours and your street",
        (
            "Who is on the other side of the fence, or of the wall?",
            "Who takes in your parcels, and whose do you take in?",
            "Who lived next door in the place before this one?",
            "Whom do you greet every morning without knowing more than the name?",
            "Who organises the street party, or always knows what is going on?",
        ),
    ),
    Prompt(
        "friends",
        "Friends, near and far",
        (
            "Whom would you ring with good news?",
            "Who was at your last birthday, or asked you to theirs?",
            "Who moved away and would be glad to hear from you?",
            "Who are your friends' partners, and where do they work?",
            "Whose wedding did you dance at?",
        ),
    ),
    Prompt(
        "school",
        "School, training and university",
        (
            "Who sat next to you, and what became of them?",
            "Which teacher, trainer or professor would still know your name?",
            "Whom did you share a flat, a kitchen or a desk with?",
            "Who was in your project group, your study circle, your year abroad?",
            "Who keeps the list for the reunions?",
        ),
    ),
    Prompt(
        "work",
        "Earlier jobs and colleagues",
        (
            "Whom did you have lunch with in each place you have worked?",
            "Who left before you, and where did they go?",
            "Which manager was glad to have you?",
            "Whom did you train, or help through their first weeks?",
            "Which customers, suppliers or people in other offices did you deal with every week?",
            "Who worked beside you in a holiday job, an internship or your service year?",
        ),
    ),
    Prompt(
        "profession",
        "Your trade and its associations",
        (
            "Whom did you meet on a course, at a fair or at a conference?",
            "Who speaks or writes about your field and has answered you once?",
            "Who sits on the committee of your trade association, union or chamber?",
            "Which recruiter or adviser was fair to you?",
            "Who does your kind of work for somebody else?",
        ),
    ),
    Prompt(
        "children",
        "Your children and other parents",
        (
            "Whose parents do you stand with at the school gate or the playground?",
            "Who sits on the parents' council with you?",
            "Who teaches, trains or minds your children?",
            "Whose car do the children share to practice?",
            "Which parents did you meet before the children could walk, and still greet?",
        ),
    ),
    Prompt(
        "health",
        "Health and care",
        (
            "Who looks after your teeth, your eyes and your back?",
            "Who sits at the front desk of your doctor's practice?",
            "Which pharmacist knows you by name?",
            "Who took care of you, or of somebody you love, in hospital?",
            "Whom do you know who works in a clinic, a care home or a laboratory?",
        ),
    ),
    Prompt(
        "beauty",
        "Hair, skin and well-being",
        (
            "Who cuts your hair, and who sits in the next chair?",
            "Who does your nails, your massage or your beard?",
            "Whom do you talk to in the sauna or at the pool?",
        ),
    ),
    Prompt(
        "repairs",
        "Repairs, house and trades",
        (
            "Who mends your car or your bicycle?",
            "Whom do you call when the heating fails or the tap drips?",
            "Who painted, tiled, wired or built something for you?",
            "Who cleans, gardens or sweeps the chimney at your place?",
            "In whose houses and offices are these people all day, and whom do they meet there?",
        ),
    ),
    Prompt(
        "shops",
        "Shops, cafés and services",
        (
            "Who knows what you will order before you say it?",
            "At which market stall, bakery or bookshop do you stop to talk?",
            "Who delivers your post and your parcels?",
            "Who does your taxes, your insurance or your bank matters?",
            "Which lawyer, notary or estate agent has helped you?",
        ),
    ),
    Prompt(
        "sport",
        "Sport and fitness",
        (
            "Whom do you train, run, ride, swim or play with?",
            "Who coaches you, or your team?",
            "Who keeps the club's books, its keys or its bar?",
            "Which opponents have you come to like?",
            "Whom do you see in the same class every week without ever having asked what they do?",
        ),
    ),
    Prompt(
        "clubs",
        "Clubs, hobbies and the arts",
        (
            "Who sings, plays, paints, dances or acts with you?",
            "Who is in your book club, your card round or your allotment garden?",
            "With whom do you share a hobby that hardly anybody understands?",
            "Who teaches you an instrument, a language or a craft?",
            "Who runs the place where you all meet?",
        ),
    ),
    Prompt(
        "faith",
        "Faith and community",
        (
            "Who shares your pew, your prayer row or your table after the service?",
            "Which priest, imam, rabbi, pastor or elder knows you?",
            "Who visits the sick, cooks for the feasts or leads the youth group?",
            "Who comes from the same place, or speaks the same language, as your family?",
        ),
    ),
    Prompt(
        "volunteering",
        "Volunteering and good causes",
        (
            "Beside whom have you served, sorted, collected or carried?",
            "Who is in the fire brigade, the rescue service or the relief organisation?",
            "Who sits on the board of the cause you give to?",
            "Whom have you helped who would be glad to help you?",
        ),
    ),
    Prompt(
        "public life",
        "Public life and local affairs",
        (
            "Whom do you know in the town hall, on the council or in the library?",
            "Who stands for a party, a citizens' group or a tenants' association?",
            "Which police officer, journalist or head teacher knows your face?",
            "Who knows everybody in your town?",
        ),
    ),
    Prompt(
        "pets",
        "Pets and animals",
        (
            "Whom do you meet when you walk the dog?",
            "Who is your vet, and who helps in the practice?",
            "Who feeds the cat when you are away?",
            "Whom do you know from the stable, the breeder or the shelter?",
        ),
    ),
    Prompt(
        "travel",
        "Travel and commuting",
        (
            "Whom do you see on the same train, bus or ferry every day?",
            "Who shared a car, a cabin or a long delay with you, and a telephone number?",
            "With whom have you spent holidays more than once?",
            "Who has put you up, or slept on your sofa?",
        ),
    ),
    Prompt(
        "online",
        "Online, games and forums",
        (
            "Whom have you talked to for years without ever meeting?",
            "Who answers your questions in a forum, a chat group or an open-source project?",
            "With whom do you play, stream or build things?",
            "Whose posts do you always read, and who always reads yours?",
        ),
    ),
    Prompt(
        "long ago",
        "People from long ago",
        (
            "Who was your closest friend ten years ago, and twenty?",
            "Whose parents' house did you know as well as your own?",
            "Whom did you mean to write to all these years?",
            "Which former partner's family did you like?",
            "Who once said: if you ever need anything, call me?",
        ),
    ),
)
