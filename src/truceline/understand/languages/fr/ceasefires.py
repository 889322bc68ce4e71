"""French: truces and what becomes of them, from the first call to the collapse."""

import re
from collections.abc import Iterator

from truceline.model.claim import AuxMode
from truceline.model.claims import CeasefireFields
from truceline.model.claims.ceasefires import CeasefirePurpose, CeasefireStage
from truceline.model.mark import DateMark
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.finding import Finding
from truceline.understand.languages.fr.casualty_details import BROAD
from truceline.understand.languages.fr.lists import word_set
from truceline.understand.languages.fr.truce_mentions import Mention, mentions_in
from truceline.understand.languages.fr.truce_sides import mediators_of, parties_of, violators_of
from truceline.understand.languages.fr.truce_stages import Stage, stage_of, word_at
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

UNREAL = frozenset({"hypothetical"})
LONG_AGO = 2  # years: a truce of the year before last is history
DECLARED: tuple[CeasefireStage, ...] = ("agreed", "announced", "extended", "proposed")
OVER: tuple[CeasefireStage, ...] = ("ended", "expired", "collapsed")


def find_ceasefires(marked: MarkedReport) -> Iterator[Finding]:
    for sentence in marked.told:
        seen: set[CeasefireStage] = set()
        for mention in mentions_in(sentence.span):
            found = historical(mention, sentence, marked) or stage_of(mention, sentence.span)
            if found is None or found.stage in seen or is_unreal(found, mention, marked):
                continue
            seen.add(found.stage)
            yield finding(found, mention, sentence, marked)
        if not seen:
            yield from halts(sentence)


def is_unreal(found: Stage, mention: Mention, marked: MarkedReport) -> bool:
    """ "Si une trêve est signée"."""
    mark = marked.modality_at(mention.word.idx)
    return mark is not None and mark.aux_mode in UNREAL


def historical(mention: Mention, sentence: MarkedSentence, marked: MarkedReport) -> Stage | None:
    """ "Le cessez-le-feu de 1994": known by its year; what becomes of it today is told by a verb in the perfect."""
    published = marked.report.published
    for mark in sentence.dates:
        behind = mark.start - mention.span.end_char
        long_past = mark.latest is not None and published is not None and mark.latest.year <= published.year - LONG_AGO
        if mark.precision == "year" and 0 <= behind <= 6 and long_past and not is_present(mention, sentence):
            return Stage("historical", mention.word, "known-by-year")
    return None


def is_present(mention: Mention, sentence: MarkedSentence) -> bool:
    """Something is done to it now: "a dénoncé l'accord de cessez-le-feu de 2014"."""
    found = stage_of(mention, sentence.span)
    return found is not None and found.rule.startswith("verb") and found.teller.i < mention.word.i


def halts(sentence: MarkedSentence) -> Iterator[Finding]:
    """ "exhorté les parties à cesser les combats", "les armes se sont tues"."""
    asking = next((one for one in sentence.span if one.low_lemma in word_set("ceasefires", "sought_verbs")), None)
    halting, silenced = phrase_at("halting", sentence), phrase_at("silenced", sentence)
    if silenced is not None:
        day = day_near(silenced[0], sentence)
        yield halt(CeasefireFields(stage="in_force", effective=day, place=place_of(sentence)), *silenced, silenced[0])
    elif halting is not None and asking is not None:
        yield halt(CeasefireFields(stage="sought", place=place_of(sentence)), *halting, asking)


def halt(fields: CeasefireFields, teller: Token, end: int, first: Token) -> Finding:
    return Finding(fields, min(first.idx, teller.idx), end, teller.idx, f"halt-{fields.stage}")


def phrase_at(name: str, sentence: MarkedSentence) -> tuple[Token, int] | None:
    """The first word of a set phrase of the list, and where the phrase ends."""
    text = sentence.span.text.lower().replace("’", "'")
    phrase = next((one for one in word_set("ceasefires", name) if one in text), "")
    start = sentence.start + text.find(phrase)
    word = word_at(sentence.span, start) if phrase else None
    return (word, start + len(phrase)) if word is not None else None


def finding(found: Stage, mention: Mention, sentence: MarkedSentence, marked: MarkedReport) -> Finding:
    stage = found.stage
    day = day_near(found.teller, sentence)
    mediators = mediators_of(found, sentence)
    parties = tuple(one for one in parties_of(found, mention, sentence) if one not in mediators)
    fields = CeasefireFields(
        stage=stage,
        parties=parties,
        parties_basis="stated" if parties else None,
        declared=day if stage in (*DECLARED, "historical") else None,
        effective=day if stage == "in_force" or found.rule in {"to-start", "phrase-announced"} else None,
        ended=day if stage in OVER else None,
        mediated="mediated" if mediators else "unclear",
        mediators=mediators,
        purpose=purposes_of(sentence),
        duration=duration_of(mention, sentence),
        written=True if found.teller.low_lemma in word_set("ceasefires", "written_verbs") else None,
        place=place_of(sentence),
        violated_by=violators_of(found, sentence),
    )
    start = min(mention.first.idx, found.teller.idx)
    end = max(mention.span.end_char, found.teller.idx + len(found.teller))
    aux: AuxMode | None = "historical" if stage == "historical" else None
    return Finding(fields, start, end, found.teller.idx, found.rule, aux_mode=aux)


def day_near(teller: Token, sentence: MarkedSentence) -> Date | None:
    days = [mark for mark in sentence.dates if mark.timex_type in {"DATE", "TIME"} and not is_deadline(mark, sentence)]
    return min(days, key=lambda mark: abs(mark.start - teller.idx)).date if days else None


def is_deadline(mark: DateMark, sentence: MarkedSentence) -> bool:
    """ "jusqu'au 18 février": when it is to end."""
    before = sentence.span.doc.text[max(sentence.start, mark.start - 12) : mark.start].lower()
    return bool(re.search(r"jusqu['’](?:au|à|en)\s*$", before))


def duration_of(mention: Mention, sentence: MarkedSentence) -> str | None:
    """ "une trêve de 72 heures", "prolongé de deux jours", "pour deux mois"."""
    lasting = [mark for mark in sentence.dates if mark.timex_type == "DURATION"]
    near = [mark for mark in lasting if re.search(r"\b(?:de|d'|pour|pendant)\s*$", words_before(mark, sentence))]
    return min(near, key=lambda mark: abs(mark.start - mention.word.idx)).timex if near else None


def words_before(mark: DateMark, sentence: MarkedSentence) -> str:
    return sentence.span.doc.text[max(sentence.start, mark.start - 10) : mark.start].lower()


def purposes_of(sentence: MarkedSentence) -> tuple[CeasefirePurpose, ...]:
    words = sentence.span.forms
    if words & word_set("ceasefires", "humanitarian") & {"humanitaire", "humanitaires"}:
        return ("humanitarian",)
    return ("holiday",) if words & word_set("ceasefires", "holiday") else ()


def place_of(sentence: MarkedSentence) -> Place | None:
    """The nearest thing to a point: a town before a region or a country."""
    places = [mark for mark in sentence.places if mark.use == "literal"]
    return min(places, key=lambda mark: mark.precision in BROAD).place if places else None
