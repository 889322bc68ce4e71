"""What a stand asks for, and its terms: condition, deadline, reason, addressee."""

import re
from collections.abc import Iterable
from functools import cache

from truceline.knowledge.files import words
from truceline.model.when import Date
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.who import FINITE
from truceline.understand.grammar import SUBJECTS, direct_objects, grammar_words
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

KIND = "positions"
PARTS = frozenset({"dobj", "ccomp", "xcomp", "prep", "attr", "oprd", "acomp", "dative", "pobj", "pcomp"})


def content_heads(cue: Token) -> tuple[Token, ...]:
    """The complements behind the cue, without what only tells when and where."""
    found = tuple(child for child in cue.children if child.i > cue.i and is_content(child))
    found = tuple(child for child in found if not is_setting(child)) or found
    things = tuple(child for child in found if child.dep_ == "dobj")
    whom = [child for child in found if child.lower_ == "of" and things and child.i < things[0].i]
    return things if whom else found  # "demanded of all groups an end to the raids"


def is_setting(step: Token) -> bool:
    """ "Rejected a request during talks in Kunming": where and when it was rejected."""
    rounds = (child for child in step.rights if lemma_of(child) in grammar_words("rounds_of_talks"))
    return step.dep_ == "prep" and (step.lower_ == "during" or (step.lower_ == "at" and any(rounds)))


def is_content(child: Token) -> bool:
    if child.dep_ == "advcl":  # the parse takes "pressed them to leave" for an aside
        return child.tag_ in {"VB", "VBN"} and any(inner.tag_ == "TO" for inner in child.children)
    return child.dep_ in PARTS


def content_span(cue: Token, heads: Iterable[Token]) -> tuple[int, int]:
    """From the first word of what is asked to its last; the cue's clause where it has no complement."""
    tokens = [token for head in heads for token in own_words(head)]
    tokens = [token for token in tokens if token.sent == cue.sent] or [cue]
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    while last.i > first.i and (last.is_punct or last.is_space) and last.text not in {'"', "”"}:
        last = last.doc[last.i - 1]
    return first.idx, last.idx + len(last)


def own_words(head: Token) -> list[Token]:
    """The head's words without a finite verb that the parse joins to an infinitive in it."""
    strays = [
        token for token in head.subtree if token.dep_ == "conj" and token.tag_ in FINITE and token.head.tag_ == "VB"
    ]
    stop = min((stray.left_edge.i for stray in strays), default=head.doc[-1].i + 1)
    found = [token for token in head.subtree if not token.is_space and token.i < stop]
    while found and found[-1].pos_ == "CCONJ":
        found.pop()
    return found


def condition_in(start: int, end: int, marked: MarkedReport) -> str | None:
    """The words from "only if", "unless", "as long as" ... to the end of their clause; no "until Friday", and not who
    tells of it.
    """
    told = marked.speaker_at(start)
    if told is not None:
        end = min(end, next((last for first, last in told.content if first <= start < last), end))
    text = marked.report.text[start:end]
    days = {mark.start - start for mark in marked.dates if not marked.report.text.startswith(("'", "’"), mark.end)}
    found = next((one for one in one_of("terms").finditer(text) if one.end() + 1 not in days), None)
    if found is None:
        return None
    rest = re.split(r"[;.]|,\s(?:and|but)\b|\"", text[found.start() :], maxsplit=1)[0]
    return rest.strip(" ,") or None


def leading_condition(cue: Token) -> str | None:
    """ "If they do not stop the bombing, there will be no talks": the terms stand before the stand."""
    clauses = (child for child in cue.lefts if child.dep_ == "advcl" and child.right_edge.i < cue.i)
    clause = next((one for one in clauses if one.left_edge.lower_ in word_set(KIND, "leading_terms")), None)
    if clause is None:
        return None
    return " ".join(clause.doc.text[clause.left_edge.idx : clause.right_edge.idx + len(clause.right_edge)].split())


@cache
def one_of(name: str) -> re.Pattern[str]:
    """The phrases of a list, the longest first."""
    phrases = sorted(words(KIND)[name], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.I)


def reason_in(text: str) -> str | None:
    found = one_of("reasons").search(text)
    return text[found.start() :].strip(" .,;") if found is not None else None


def deadline_in(cue: Token, end: int, sentence: MarkedSentence, marked: MarkedReport) -> Date | None:
    """A date behind "by", "within", "until"; a length of time that is given."""
    for mark in sentence.dates:
        span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
        if span is None or not cue.idx < mark.start < end:
            continue
        before = span.doc[span.start - 1].lower_ if span.start else ""
        if before in word_set(KIND, "limits") or (mark.timex_type == "DURATION" and cue.lemma_ in {"give", "set"}):
            return mark.date
    return None


def issue_of(tokens: Iterable[Token]) -> str | None:
    """The first subject of the list that a word of the content speaks of."""
    lemmas = {lemma_of(token) for token in tokens}
    for name in ISSUES:
        if lemmas & word_set(KIND, f"issue_{name}"):
            return name
    return None


def first_asked(heads: Iterable[Token]) -> list[Token]:
    """ "A truce that would see hostages freed" is about a truce: the thing itself, before what is said of it."""
    things = [thing for head in heads for thing in (head.children if head.dep_ == "prep" else (head,))]
    things = [one for thing in things for one in (thing, *(direct_objects(thing) if thing.pos_ == "VERB" else []))]
    return [thing for thing in things if thing.pos_ in {"NOUN", "PROPN", "VERB"} and thing.dep_ not in SUBJECTS]


ISSUES = (
    "prisoners", "disarmament", "withdrawal", "status", "aid", "inquiry", "talks", "ceasefire", "government",
)  # fmt: skip
