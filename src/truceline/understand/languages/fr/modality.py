"""How sure French clauses are: the press's conditional, what is possible, to come, conditional, denied."""

import re
from collections.abc import Iterator, Sequence

from truceline.model.claim import AuxMode, Factuality
from truceline.model.mark import ModalityMark, SpeakerMark
from truceline.understand.languages.fr.grammar import is_negated
from truceline.understand.languages.fr.lists import word_set
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.tokens import Span, Token

FUTURE = re.compile(r"\w{2,}(?:era|eront|ira|iront|dra|dront|ura|uront|ra)$")
CONDITIONAL = re.compile(r"\w{2,}(?:erait|eraient|irait|iraient|drait|draient)$")
Sureness = tuple[Factuality, AuxMode | None, str]


def mark_modality(parsed: ParsedReport, _speakers: Sequence[SpeakerMark]) -> Iterator[ModalityMark]:
    for sentence in parsed.doc.sents:
        for token in sentence:
            found = sureness_of(token)
            if found is not None:
                yield mark_of(parsed, token, scope_of(token, sentence), found)


def sureness_of(token: Token) -> Sureness | None:
    word = token.lower_
    if word in word_set("modality", "conditions") and is_condition(token):
        return "Uu", "hypothetical", "condition"
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    if word in word_set("modality", "possible"):
        return "PS+", None, "possible"
    if word in word_set("modality", "hearsay") or CONDITIONAL.fullmatch(word):
        return "Uu", None, "conditional-of-hearsay"
    if word in word_set("modality", "wishes"):
        return "Uu", "future", "wished"
    if word in word_set("modality", "due") or is_future(token):
        return "PR+", "future", "to-come"
    return ("CT-", "negation", "negated") if token.pos_ == "VERB" and is_negated(token) else None


def is_condition(token: Token) -> bool:
    """ "Si une trêve est signée", "s'il"; not "même s'il"."""
    after = token.nbor()
    even = token.nbor(-1).lower_ == "même"
    return not even and (token.lower_ == "si" or after.lower_ in {"il", "ils"})


def is_future(token: Token) -> bool:
    return bool(FUTURE.fullmatch(token.lower_)) and token.lemma_.endswith(("er", "ir", "re", "oir"))


def scope_of(token: Token, sentence: Span) -> tuple[int, int]:
    """Between the stops and the commas with a new clause beside the word; of a denial from "ne" on."""
    tokens, first, last = sentence.doc.tokens, sentence.start, sentence.end
    for one in sentence:
        if opens_clause(one):
            if one.i < token.i:
                first = one.i
            elif one.i > token.i:
                last = min(last, one.i)
    ne = next((child.i for child in token.children if child.lower_ in {"ne", "n'", "n’"}), first)
    return tokens[max(first, ne)].idx, tokens[last - 1].idx + len(tokens[last - 1])


def opens_clause(token: Token) -> bool:
    """A comma or "que" with a verb of its own behind it; a list of nouns opens none."""
    if token.text in {";", ":", "«", "»"} or token.lower_ in {"que", "qu'", "qu’"}:
        return True
    return token.text == "," and token.nbor().pos_ in {"AUX", "VERB", "ADP", "SCONJ"}


def mark_of(parsed: ParsedReport, cue: Token, scope: tuple[int, int], found: Sureness) -> ModalityMark:
    factuality, aux_mode, rule = found
    return ModalityMark(
        report=parsed.report.id, start=cue.idx, end=cue.idx + len(cue), text=cue.text, factuality=factuality,
        aux_mode=aux_mode, scope=scope, rule=rule,
    )  # fmt: skip
