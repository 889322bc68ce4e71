"""When, where, how long and what for a French sentence says a truce is."""

import re

from truceline.model.claims.ceasefires import CeasefirePurpose
from truceline.model.mark import DateMark
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.languages.fr.casualty_details import BROAD
from truceline.understand.languages.fr.lists import word_set
from truceline.understand.languages.fr.modality import opens_clause
from truceline.understand.languages.fr.truce_mentions import Mention
from truceline.understand.languages.fr.truce_stages import Stage
from truceline.understand.marked_sentence import MarkedSentence
from truceline.understand.tokens import Token

CLOSE = 45  # code points between a noun such as "violation" and its day: a verb elsewhere has its own
UNTIL = re.compile(r"jusqu['’](?:au|à|en)\s*$")
DUE = re.compile(r"(?:prévue?s?(?: le| pour)?|avant(?: le)?)\s*$")  # what something else waits for
LASTING = re.compile(r"(?<!plus )\b(?:de|d'|pour|pendant)\s*$")


def day_of(found: Stage, mention: Mention | None, sentence: MarkedSentence) -> Date | None:
    """The nearest day to what tells the stage; no deadline, and only of what holds still a day since when."""
    days = [mark for mark in sentence.dates if mark.timex_type in {"DATE", "TIME"} and may_date(mark, found, sentence)]
    if mention is not None and (found.rule.startswith("noun") or found.rule == "to-start"):
        last = max(found.end, mention.span.end_char)
        days = [mark for mark in days if found.teller.idx < mark.start < last + CLOSE]
    return min(days, key=lambda mark: abs(mark.start - found.teller.idx)).date if days else None


def may_date(mark: DateMark, found: Stage, sentence: MarkedSentence) -> bool:
    before = words_before(mark, sentence)
    since = mark.text.lower().startswith("depuis") or before.rstrip().endswith("depuis")
    return not UNTIL.search(before) and not DUE.search(before) and (not since or found.stage == "in_force")


def words_before(mark: DateMark, sentence: MarkedSentence) -> str:
    return sentence.span.doc.text[max(sentence.start, mark.start - 12) : mark.start].lower().replace("’", "'")


def duration_of(mention: Mention, sentence: MarkedSentence) -> str | None:
    """ "une trêve de 72 heures", "prolongé de deux jours", "pour deux mois"."""
    lasting = [mark for mark in sentence.dates if mark.timex_type == "DURATION"]
    near = [mark for mark in lasting if LASTING.search(words_before(mark, sentence))]
    return min(near, key=lambda mark: abs(mark.start - mention.word.idx)).timex if near else None


def purposes_of(sentence: MarkedSentence) -> tuple[CeasefirePurpose, ...]:
    words = sentence.span.forms
    if words & word_set("ceasefires", "humanitarian"):
        return ("humanitarian",)
    return ("holiday",) if words & word_set("ceasefires", "holiday") else ()


def place_of(teller: Token, sentence: MarkedSentence) -> Place | None:
    """In the clause that tells it; a town before a region or a country."""
    first, last = clause_bounds(teller, sentence)
    places = [mark for mark in sentence.places if mark.use == "literal" and first <= mark.start < last]
    return min(places, key=lambda mark: mark.precision in BROAD).place if places else None


def clause_bounds(teller: Token, sentence: MarkedSentence) -> tuple[int, int]:
    openers = [token.idx for token in sentence.span if opens_clause(token)]
    before = [offset for offset in openers if offset < teller.idx]
    behind = [offset for offset in openers if offset > teller.idx]
    return max(before, default=sentence.start), min(behind, default=sentence.end)
