"""When, where, by what, by whom, whose losses; one event's figure or a running total."""

from truceline.knowledge.names import country_name
from truceline.model.actor import Actor
from truceline.model.claims.casualties import Measure
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.languages.fr.grammar import agents, is_passive, subjects
from truceline.understand.languages.fr.harm import Told
from truceline.understand.languages.fr.lists import word_set
from truceline.understand.languages.fr.names import adjectives
from truceline.understand.languages.fr.people import status_of
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

BROAD = frozenset({4, 6, 7})  # UCDP's where_prec: region, country, sea or air
NEAR = 160  # code points between a figure and its date


def measure_of(unit: Token, sentence: MarkedSentence) -> Measure:
    text = sentence.span.text.lower()
    at = unit.idx - sentence.start
    behind = text[at : at + 40]
    if any(word in behind for word in word_set("casualties", "added")):
        return "delta"
    running = word_set("casualties", "total") | word_set("casualties", "toll")
    return "cumulative" if any(word in text for word in running) else "incident"


def period_of(unit: Token, sentence: MarkedSentence) -> Date | None:
    """The nearest day of the sentence, rather than a month or year."""
    near = [
        mark for mark in sentence.dates if mark.timex_type in {"DATE", "TIME"} and abs(mark.start - unit.idx) < NEAR
    ]
    return min(near, key=lambda mark: (mark.precision != "day", abs(mark.start - unit.idx))).date if near else None


def cause_of(told: Told, sentence: MarkedSentence) -> str | None:
    """The weapon or event nearest to what tells the harm."""
    causes = [token for token in sentence.span if token.lower_ in word_set("casualties", "causes")]
    return min(causes, key=lambda token: abs(token.i - told.teller.i)).text if causes else None


def place_of(unit: Token, sentence: MarkedSentence) -> Place | None:
    """The nearest place that is not the source's; a region or a country beside a town is only where the town lies."""
    places = [mark for mark in sentence.places if mark.use == "literal" and not is_of_source(mark.start, sentence)]
    if not places:
        return None
    return min(places, key=lambda mark: (mark.precision in BROAD, abs(mark.start - unit.idx))).place


def is_of_source(offset: int, sentence: MarkedSentence) -> bool:
    """ "Le gouverneur loyal à Kiev a annoncé": between who speaks and the verb, too."""
    for mark in sentence.speakers:
        for start, end in mark.source:
            if start <= offset < max(end, mark.cue[0][0] if mark.cue[0][0] > start else end):
                return True
    return False


def perpetrator_of(told: Told, marked: MarkedReport) -> Actor | None:
    """ "tués par l'armée", "les jihadistes ont tué"; a strike that kills acts for nobody named."""
    if told.rule not in {"passive-harm", "object-harmed", "taken"}:
        return None
    doers = agents(told.teller) if is_passive(told.teller) else subjects(told.teller)
    return next((actor for token in doers if (actor := marked.actor_of(token)) is not None), None)


def losses_of(noun: Token, marked: MarkedReport) -> Actor | None:
    """ "Trois soldats maliens", "vingt de nos hommes": whose by the adjective."""
    for token in noun.doc.tokens[noun.i + 1 : noun.i + 3]:
        iso3 = adjectives().get(token.lower_)
        if iso3 is not None:
            fighting = status_of(noun) == "military"
            name = country_name(iso3)
            text = marked.doc.words(noun.i, token.i)
            return Actor(
                entity_text=text, entity_name=name, country=iso3, kind="armed_force" if fighting else "civilians",
                sector="MIL" if fighting else "CVL", resolution="named",
            )  # fmt: skip
    return None
