"""A claim that the finders missed: the words that a person selected, as the least claim of its kind."""

from truceline.errors import WrongValue
from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.model.actor import AUTHOR
from truceline.model.claim import FoundBy
from truceline.model.claims import AnyClaim, claim_adapter
from truceline.model.evidence import Evidence, Span, evidence_of, span_of
from truceline.model.ids import claim_id
from truceline.model.report import Report

CODEBOOK = "records 1"  # a person codes by the contract alone, not by the finders' codebooks
LONGEST = 2000  # code points of evidence; a claim stands in a sentence or two


def added_claim(report: Report, kind: str, words: Evidence, catalogue: Catalogue) -> AnyClaim:
    """All own fields are null with the reason ``not_stated``, for the person to fill. ``kind`` is a known one."""
    span = span_of(report.text, words.start, words.end)
    body: dict[str, object] = {
        "id": free_id(report, kind, words.start, words.end, catalogue),
        "kind": kind,
        "report": report.id,
        "evidence": words,
        "claimed_by": AUTHOR,
        "found_by": FoundBy(tool="person", version="1", finder="person", rule="added in review", codebook=CODEBOOK),
        **least_fields(kind, span),
    }
    made = claim_adapter.validate_python(body)
    return made.model_copy(update={"missing": dict.fromkeys(nulls_of(made), "not_stated")})


def chosen_words(report: Report, start: int, end: int, catalogue: Catalogue) -> Evidence:
    """Without the spaces around them. Raises WrongValue."""
    start, end = trimmed(report.text, start, end)
    return evidence_of(report.text, sentence_of(report, catalogue, start), start, end)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if not 0 <= start < end <= len(text) or end - start > LONGEST:
        raise WrongValue("select between one letter and a few sentences of the report")
    words = text[start:end]
    if not words.strip():
        raise WrongValue("the selection holds no word")
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def least_fields(kind: str, span: Span) -> dict[str, object]:
    """What a kind cannot be without; the person sees it first among the fields."""
    match kind:
        case "statement":
            return {"content": span.exact, "content_spans": (span,), "quote_mode": "indirect"}
        case "event":
            return {"event": "ASSAULT", "quad": 4, "event_text": span.exact}
        case "casualties":
            return {"harm": "casualties"}
        case "ceasefire":
            return {"stage": "announced"}
        case "talks":
            return {"status": "held"}
        case "territory":
            return {"change": "holds"}
        case _:
            return {"stance": "demand", "content": span.exact}


def free_id(report: Report, kind: str, start: int, end: int, catalogue: Catalogue) -> str:
    """The id of these words, or the next one where a claim of this kind has them already."""
    nth = 0
    while catalogue.claim_row(found := claim_id(report.id, kind, start, end, nth)) is not None:
        nth += 1
    return found


def sentence_of(report: Report, catalogue: Catalogue, start: int) -> int:
    """Of the nearest claim before, which the finders counted; 0 where there is none."""
    row = catalogue.one(
        """SELECT json_extract(body, '$.evidence.sentence') AS sentence FROM claims
        WHERE report = ? AND json_extract(body, '$.evidence.start') <= ?
        ORDER BY json_extract(body, '$.evidence.start') DESC LIMIT 1""",
        [report.id, start],
    )
    return int(row["sentence"]) if row is not None else 0


def nulls_of(claim: AnyClaim) -> list[str]:
    common = {"statement", "aux_mode"}
    return [field for field, value in claim if value in (None, ()) and field not in common | {"repeated_in"}]
