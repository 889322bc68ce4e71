"""French: truces and what becomes of them, from the first call to the collapse."""

from collections.abc import Iterator

from truceline.model.claim import AuxMode
from truceline.model.claims import CeasefireFields
from truceline.model.claims.ceasefires import CeasefireStage
from truceline.understand.finding import Finding
from truceline.understand.languages.fr.lists import word_set
from truceline.understand.languages.fr.truce_details import day_of, duration_of, place_of, purposes_of
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
        day = day_of(Stage("in_force", silenced[0], "halt"), None, sentence)
        yield halt(
            CeasefireFields(stage="in_force", effective=day, place=place_of(silenced[0], sentence)),
            *silenced,
            silenced[0],
        )
    elif halting is not None and asking is not None:
        yield halt(CeasefireFields(stage="sought", place=place_of(halting[0], sentence)), *halting, asking)


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
    day = day_of(found, mention, sentence)
    starting = found.rule in {"to-start", "phrase-announced"}
    mediators = mediators_of(found, sentence)
    parties = tuple(one for one in parties_of(found, mention, sentence) if one not in mediators)
    fields = CeasefireFields(
        stage=stage,
        parties=parties,
        parties_basis="stated" if parties else None,
        declared=day if stage in (*DECLARED, "historical") and not starting else None,
        effective=day if stage == "in_force" or starting else None,
        ended=day if stage in OVER else None,
        mediated="mediated" if mediators else "unclear",
        mediators=mediators,
        purpose=purposes_of(sentence),
        duration=duration_of(mention, sentence),
        written=True if found.teller.low_lemma in word_set("ceasefires", "written_verbs") else None,
        place=place_of(found.teller, sentence),
        violated_by=violators_of(found, sentence),
    )
    start = min(mention.first.idx, found.teller.idx)
    end = max(mention.span.end_char, found.end, found.teller.idx + len(found.teller))
    aux: AuxMode | None = "historical" if stage == "historical" else None
    return Finding(fields, start, end, found.teller.idx, found.rule, aux_mode=aux)
