"""For people: each claim with its sentence, the marks in it and the rule that fired."""

from collections.abc import Sequence

from truceline.model.claims import AnyClaim
from truceline.model.mark import AnyMark
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence

COMMON = {"id", "kind", "report", "evidence", "repeated_in", "statement", "claimed_by", "missing", "found_by"}


def explain_claims(marked: MarkedReport, claims: Sequence[AnyClaim]) -> str:
    """A page of plain text; sentences without claims are passed over."""
    by_sentence: dict[int, list[AnyClaim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.evidence.sentence, []).append(claim)
    title = marked.report.title or (marked.report.headline.exact if marked.report.headline else marked.report.id)
    blocks = [title] + [
        explain_sentence(sentence, by_sentence[sentence.index])
        for sentence in marked.sentences
        if sentence.index in by_sentence
    ]
    return "\n\n".join(blocks)


def explain_sentence(sentence: MarkedSentence, claims: Sequence[AnyClaim]) -> str:
    marks: list[AnyMark] = [
        *sentence.dates, *sentence.places, *sentence.actors, *sentence.numbers, *sentence.speakers, *sentence.modalities
    ]  # fmt: skip
    lines = [f"[{sentence.index}] {' '.join(sentence.span.text.split())}"]
    lines += [f"    {mark.mark:9} {' '.join(mark.text.split())[:100]}" for mark in sorted(marks, key=lambda m: m.start)]
    for claim in claims:
        lines += explain_claim(claim)
    return "\n".join(lines)


def explain_claim(claim: AnyClaim) -> list[str]:
    own = claim.model_dump(mode="json", exclude=COMMON, exclude_defaults=True)
    fields = ", ".join(f"{name} {in_short(value)}" for name, value in own.items())
    who = claim.claimed_by.entity_name or claim.claimed_by.entity_text or "the report itself"
    lines = [
        f"  > {claim.kind} by rule '{claim.found_by.rule}', claimed by {who}, {claim.factuality}",
        f"    words: {claim.evidence.exact}",
        f"    {fields}",
    ]
    if claim.missing:
        lines.append("    missing: " + ", ".join(f"{name} ({reason})" for name, reason in claim.missing.items()))
    return lines


def in_short(value: object) -> str:
    if isinstance(value, dict):
        return str(
            value.get("entity_name") or value.get("entity_text") or value.get("raw") or value.get("exact") or "-"
        )
    if isinstance(value, list):
        return "[" + "; ".join(in_short(item) for item in value) + "]"
    return str(value)
