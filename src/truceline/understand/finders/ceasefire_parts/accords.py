"""Papers that end the fighting: "signed an agreement to end two years of war", "a deal that aims to halt clashes"."""

from collections.abc import Iterator

from truceline.understand.finders.ceasefire_parts.governors import Verdict, settled
from truceline.understand.finders.ceasefire_parts.relations import VERBS, is_relative
from truceline.understand.finders.ceasefire_parts.stage_of_verb import stage_in_verb
from truceline.understand.finders.ceasefire_parts.truce_words import has_lemma, word_set
from truceline.understand.grammar import (
    auxiliaries,
    direct_objects,
    is_negated,
    prepositional_objects,
    subjects,
)
from truceline.understand.tokens import Span, Token

AIMING = frozenset({"acl", "relcl", "xcomp", "advcl"})
AIMED = AIMING | {"pcomp"}
MADE = frozenset({"agreed", "announced"})


def accords(sentence: Span) -> Iterator[tuple[Token, Verdict]]:
    """The verb that makes the accord and the stage it makes."""
    papers = word_set("deals") | word_set("signed_papers")
    if sentence.forms.isdisjoint(papers) or sentence.forms.isdisjoint(word_set("warring")):
        return
    for paper in sentence:
        signed = has_lemma(paper, "signed_papers") and has_lemma(paper.head, "signing")
        if not (has_lemma(paper, "deals") or signed) or paper.pos_ not in {"NOUN", "PROPN"}:
            continue
        ended = war_ended_by(paper)
        if ended is not None:
            yield ended, Verdict("agreed", ended)
            continue
        making = made_by(paper)
        if making is None or not ends_fighting(paper, making):
            continue
        verdict = settled(making, "agreed")
        if verdict is not None and verdict.stage == "agreed":
            yield making, verdict


def war_ended_by(paper: Token) -> Token | None:
    """ "The Pretoria agreement ended two years of war", "the protocol which ended it": what it did, no hope of it."""
    verbs = [paper.head] if paper.dep_ == "nsubj" else []
    verbs += [one for one in paper.children if one.dep_ == "relcl" and any(map(is_relative, subjects(one)))]
    return next((verb for verb in verbs if is_plain_past(verb) and (stops_war(verb) or puts_end(verb))), None)


def puts_end(verb: Token) -> bool:
    """ "Put an end to the war"."""
    ends = [thing for thing in direct_objects(verb) if thing.lower_ == "end"] if verb.lemma_ in {"put", "bring"} else []
    ended = [one for thing in ends for up in (thing, verb) for one in prepositional_objects(up, "to")]
    return any(has_lemma(one, "warring") for one in ended)


def is_plain_past(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBN"} and auxiliaries(verb) <= {"has", "had"} and not is_negated(verb)


def made_by(paper: Token) -> Token | None:
    """ "Signed a deal", "agreed to a deal", "a deal was reached"; a participle behind it counts as well."""
    step = paper.head
    over = [step.head, step] if paper.dep_ == "pobj" else [step]
    behind = [child for child in paper.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    own = paper.dep_ in {"dobj", "nsubjpass", "pobj"}
    candidates = [*(verb for verb in over if own), *behind]
    preposition = step if paper.dep_ == "pobj" else None
    return next((verb for verb in candidates if verb.pos_ in VERBS and makes(verb, preposition)), None)


def makes(verb: Token, preposition: Token | None) -> bool:
    return stage_in_verb(verb, "done", preposition if preposition in list(verb.children) else None) in MADE


def ends_fighting(paper: Token, making: Token) -> bool:
    """What the paper is to do: its own clause or, as the parse may have it, one that hangs on the verb behind it."""
    clauses = [child for top in (paper, making) for child in top.children if child.dep_ in AIMING and child.i > paper.i]
    steps = [step for clause in clauses for step in (clause, *clause.children) if step == clause or step.lower_ == "at"]
    clauses += [inner for step in steps for inner in step.children if inner.dep_ in AIMED]  # "aims to", "aimed at"
    return any(not is_negated(clause) and stops_war(clause) for clause in clauses)


def stops_war(verb: Token) -> bool:
    """ "To end more than a year of fighting"."""
    things = [word for thing in direct_objects(verb) for word in thing.subtree] if has_lemma(verb, "ending") else []
    return any(has_lemma(thing, "warring") for thing in things) and not any(
        has_lemma(one, "elsewhere") for one in things
    )
