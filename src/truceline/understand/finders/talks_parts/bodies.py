"""Bodies that stand: "X co-chairs the Y Group of mediators", "the commission meets monthly"."""

from collections.abc import Iterator

from truceline.model.claims import TalksFields
from truceline.model.claims.talks import TalksFormat
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.who import antecedent
from truceline.understand.finders.talks_parts.people import KIND, distinct, talks_lemma
from truceline.understand.finding import Finding
from truceline.understand.grammar import SUBJECTS, auxiliaries, subjects, trimmed
from truceline.understand.marked_sentence import MarkedSentence
from truceline.understand.tokens import Token

CHAIRS = frozenset({"chairs", "chaired", "chair"})


def standing_bodies(sentence: MarkedSentence) -> Iterator[Finding]:
    body = chaired(sentence) or recurring(sentence)
    if body is None:
        return
    word, form = body
    members = distinct(
        mark.actor
        for mark in sentence.actors
        if mark.kind in {"state", "government", "igo"} and form == "mediation_body"
    )
    start, end = trimmed(sentence.span)
    fields = TalksFields(status="standing_body", format=form, mediators=members, outcome="not_applicable")
    yield Finding(fields, start, end, word.idx, "standing body")


def chaired(sentence: MarkedSentence) -> tuple[Token, TalksFormat] | None:
    """The parse splits "co-chairs" at its hyphen."""
    joint = word_set(KIND, "co_chairs")
    for token in sentence.span.among(joint | CHAIRS):
        if token.lower_ in joint or (token.lower_ in CHAIRS and is_joint(token)):
            return None if is_at_work(token) else (token, "mediation_body")
    return None


def is_at_work(chairs: Token) -> bool:
    """ "The co-chairs met in Vienna", "are to meet the co-chairs": what they do, not what they are."""
    if chairs.tag_ == "VBN" and chairs.dep_ in {"acl", "advcl"}:
        return any(talks_lemma(noun) in word_set(KIND, "nouns") for noun in chairs.sent)  # "the meeting, co-chaired by"
    if chairs.pos_ not in {"NOUN", "PROPN"}:
        return False
    before = chairs.doc[max(chairs.sent.start, chairs.i - 3) : chairs.i]
    if chairs.tag_ == "NN" and any(word.tag_ == "PRP$" for word in before):
        return True  # "according to its co-chair"
    whole = next((up for up in (chairs, *chairs.ancestors) if up.dep_ in SUBJECTS), chairs)
    verb = whole.head
    acted = whole in subjects(verb) and verb.tag_ in {"VBD", "VBN"}
    return acted or any(lemma_of(above) in word_set(KIND, "meeting_verbs") for above in chairs.ancestors)


def is_joint(token: Token) -> bool:
    return bool(token.doc[max(0, token.i - 2) : token.i + 1].text.lower().startswith("co-"))


def recurring(sentence: MarkedSentence) -> tuple[Token, TalksFormat] | None:
    """ "The joint commission convenes regularly"."""
    if sentence.span.forms.isdisjoint(word_set(KIND, "convening")):
        return None
    for verb in sentence.span:
        now = verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBG" and auxiliaries(verb) & {"is", "are"})
        if lemma_of(verb) not in word_set(KIND, "convening") or not now:
            continue
        who = [antecedent(token) for token in subjects(verb)]
        bodies = {lemma_of(token) for token in who} & word_set(KIND, "bodies")
        if is_often(verb) and bodies:
            return verb, "unknown"
    return None


def is_often(verb: Token) -> bool:
    """ "Regularly", "every week", "once a month"."""
    beside = {child.lower_ for child in verb.children}
    spans = [child for child in verb.children if child.dep_ == "npadvmod"]
    every = any(child.lower_ in word_set(KIND, "how_often") for span in spans for child in span.children)
    return every or bool(beside & word_set(KIND, "recurring"))
