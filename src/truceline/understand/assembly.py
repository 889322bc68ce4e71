"""From findings to claims: who vouches for it, how sure, why a value is absent, which id."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import version

from truceline.knowledge.files import word_set
from truceline.model.actor import AUTHOR, Actor
from truceline.model.claim import AuxMode, Factuality, Fields, FoundBy
from truceline.model.claims import (
    AnyClaim,
    AnyClaimClass,
    Casualties,
    CasualtiesFields,
    Ceasefire,
    CeasefireFields,
    Event,
    EventFields,
    Position,
    PositionFields,
    Statement,
    StatementFields,
    Talks,
    TalksFields,
    Territory,
    TerritoryFields,
)
from truceline.model.evidence import evidence_of
from truceline.model.ids import claim_id
from truceline.model.mark import SpeakerMark
from truceline.model.missing import Missing
from truceline.understand.days_to_come import days_to_come, is_announced
from truceline.understand.finding import Finding
from truceline.understand.marked_sentence import MarkedReport

TOOL = "truceline"
VERSION = version(TOOL)  # looked up once: it reads the installed package's metadata from disk
CODEBOOK = "records 1; PLOVER 2.0 draft 5e0c24f"
UNASSERTED = frozenset({"intention", "demand", "condition", "promise"})
CLAIM_OF: dict[type[Fields], AnyClaimClass] = {
    StatementFields: Statement,
    EventFields: Event,
    CasualtiesFields: Casualties,
    CeasefireFields: Ceasefire,
    TalksFields: Talks,
    TerritoryFields: Territory,
    PositionFields: Position,
}


def assemble(marked: MarkedReport, findings: Iterable[Finding]) -> list[AnyClaim]:
    """Claims in text order. Statements come first so that other claims can point to them."""
    ordered = sorted(findings, key=lambda found: (found.speaker is None, found.start, found.end))
    seen: Counter[tuple[type[Fields], int, int]] = Counter()
    statement_ids: dict[SpeakerMark, str] = {}
    claims: list[AnyClaim] = []
    for found in ordered:
        key = (type(found.fields), found.start, found.end)
        claim = claim_from(marked, found, seen[key], statement_ids)
        seen[key] += 1
        if found.speaker is not None:
            statement_ids.setdefault(found.speaker, claim.id)
        claims.append(claim)
    return sorted(claims, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.kind))


def claim_from(marked: MarkedReport, found: Finding, nth: int, statement_ids: dict[SpeakerMark, str]) -> AnyClaim:
    claim_class = CLAIM_OF[type(found.fields)]
    kind = kind_of(claim_class)
    factuality, aux_mode = modality_of(marked, found)
    speaker = None if found.speaker is not None else asserting_speaker(marked, found)
    own = vars(found.fields)
    if factuality == "CT+" and (to_come := days_to_come(own, marked.report.published)):
        if is_announced(found, marked):
            factuality, aux_mode = "PR+", "future"
        else:
            own = {**own, **dict.fromkeys(to_come)}
    sentence = marked.sentence_at(found.start)
    common = {
        "id": claim_id(marked.report.id, kind, found.start, found.end, nth),
        "kind": kind,
        "report": marked.report.id,
        "evidence": evidence_of(marked.report.text, sentence.index, found.start, found.end),
        "repeated_in": (),
        "statement": statement_ids.get(speaker) if speaker else None,
        "claimed_by": found.claimed_by or claimant(speaker),
        "factuality": factuality,
        "aux_mode": aux_mode,
        "missing": reasons(own, found.missing),
        "found_by": found_by(type(found.fields), found.rule),
    }
    return claim_class.of_checked({**common, **own})


@lru_cache(maxsize=4096)
def found_by(fields: type[Fields], rule: str) -> FoundBy:
    finder = fields.__name__.removesuffix("Fields").lower()
    return FoundBy(tool=TOOL, version=VERSION, finder=finder, rule=rule, codebook=CODEBOOK)


@lru_cache(maxsize=16)
def kind_of(claim_class: AnyClaimClass) -> str:
    return str(claim_class.model_fields["kind"].default)


def asserting_speaker(marked: MarkedReport, found: Finding) -> SpeakerMark | None:
    """Whose word it is. What a wish or a demand takes for granted in a relative clause ("seek to stop fighting that
    has left hundreds dead", "an ultimatum to X, who withdrew") is told by whoever tells of the wish.
    """
    speaker = marked.speaker_at(found.at)
    if speaker is not None and speaker.rule == "noun" and (denier := denier_of(found, speaker, marked)) is not None:
        return denier
    if speaker is None or not isinstance(found.fields, (CasualtiesFields, EventFields, CeasefireFields)):
        return speaker
    if speaker.rule == "turned-round":
        return marked.speaker_at(speaker.cue[0][0]) if is_beside_object(found.at, speaker, marked) else speaker
    counted = speaker.function in UNASSERTED and isinstance(found.fields, CasualtiesFields)
    if not counted and (speaker.rule != "object" or is_telling(speaker, marked)):
        return speaker
    if not is_beside_object(found.at, speaker, marked, "relcl"):
        return speaker
    if isinstance(found.fields, CeasefireFields) and speaker.function != "accusation":
        return speaker
    return marked.speaker_at(speaker.cue[0][0])


def denier_of(found: Finding, speaker: SpeakerMark, marked: MarkedReport) -> SpeakerMark | None:
    """ "Kyiv disputes the army's claim that it took X": as Kyiv sees it the army did not."""
    around = marked.speaker_at(speaker.cue[0][0])
    mark = marked.modality_at(found.at)
    denies = mark is not None and mark.factuality == "CT-" and not speaker.start <= mark.start < speaker.end
    return around if around is not None and around.function == "denial" and denies else None


def is_beside_object(at: int, speaker: SpeakerMark, marked: MarkedReport, *relations: str) -> bool:
    """Told in a clause of what was wished or refused: "the truce, signed in 2006, was rejected by the rebels"."""
    span = marked.doc.char_span(at, at + 1, alignment_mode="expand")
    token = span[0] if span is not None else None
    first = min(start for start, _ in speaker.content)
    beside = relations or ("relcl", "acl", "appos")
    return token is not None and any(up.dep_ in beside and up.head.idx >= first for up in (token, *token.ancestors))


def is_telling(speaker: SpeakerMark, marked: MarkedReport) -> bool:
    """ "Reported attacks in which two died" tells of the two; "condemned attacks in which two died" does not."""
    cues = (marked.doc.char_span(start, end, alignment_mode="expand") for start, end in speaker.cue)
    return any(token.low_lemma in word_set("speech", "tells_its_object") for cue in cues if cue for token in cue)


def claimant(speaker: SpeakerMark | None) -> Actor:
    if speaker is None:
        return AUTHOR
    return speaker.actor or Actor(resolution="unresolved")


def modality_of(marked: MarkedReport, found: Finding) -> tuple[Factuality, AuxMode | None]:
    if found.factuality is not None:
        return found.factuality, found.aux_mode
    mark = marked.modality_at(found.at)
    if mark is None:
        return "CT+", found.aux_mode
    return mark.factuality, found.aux_mode or mark.aux_mode


def reasons(own: dict[str, object], given: Mapping[str, Missing]) -> dict[str, Missing]:
    """A reason for every null among the own fields: the finder's, else ``not_stated``."""
    known: dict[str, Missing] = dict(given)
    for name, value in own.items():
        if value is None:
            known.setdefault(name, "not_stated")
    return known
