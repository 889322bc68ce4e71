"""The finding that a figure is kept back or not known, and whose losses it would have counted."""

from truceline.model.actor import Actor
from truceline.model.claims import CasualtiesFields
from truceline.model.claims.casualties import Basis, PersonStatus
from truceline.model.missing import Missing
from truceline.understand.finders.casualty_parts.harm_words import word_set
from truceline.understand.finders.casualty_parts.owners import is_nameless
from truceline.understand.finders.casualty_parts.people import persons
from truceline.understand.finders.casualty_parts.sides import (
    first_actor,
    force_beside,
    losses_of,
    losses_told_by,
    owner_at,
    side_of_clause,
)
from truceline.understand.finders.casualty_parts.withheld import Withheld, harm_clause
from truceline.understand.finding import Finding
from truceline.understand.grammar import prepositional_objects, words_after
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


def withheld(kept: Withheld, marked: MarkedReport) -> Finding:
    """Whoever keeps the figure back means its own losses, unless the words name others or ask for people."""
    holder = marked.actor_of(kept.holder) if kept.holder is not None else None
    meaning_itself = holder if is_of_its_own(kept, holder) else None
    status = status_withheld(kept.noun, meaning_itself)
    owner, basis = whose_figure(kept, status, holder, marked)
    if owner is None and status != "civilian" and meaning_itself is not None:
        owner, basis = meaning_itself, "inferred"
    fields = CasualtiesFields(
        losses_of=owner, losses_basis=basis, person_status=status, harm=kept.harm, scope="the present fighting"
    )
    missing: dict[str, Missing] = dict.fromkeys(("value", "low", "high"), kept.reason)
    rule = "withheld" if kept.reason == "withheld" else "number-unknown"
    return Finding(fields, kept.start, kept.end, kept.noun.idx, rule, missing, claimed_by=holder, factuality="CT+")


def is_of_its_own(kept: Withheld, holder: Actor | None) -> bool:
    """ "Gave no death toll": of those it told of; "how many villagers had died": of the villagers."""
    if people_of(kept.noun) != kept.noun:
        return False
    own_words = {"own", "its", "their"} & {word.lower_ for word in words_after(kept.noun.doc, kept.noun.i, 5)}
    fighting = holder is not None and holder.kind in {"armed_force", "non_state"}
    asked = kept.noun.lower_ == "many" or kept.noun.low_lemma in word_set("kept_figures")
    return bool(own_words) or fighting or not asked


def whose_figure(
    kept: Withheld, status: PersonStatus, holder: Actor | None, marked: MarkedReport
) -> tuple[Actor | None, Basis | None]:
    """ "Its losses", "rebel casualties", "no toll for the insurgents", "the number of losses on the rebel side"."""
    noun, people = kept.noun, people_of(kept.noun)
    if people != noun:
        return whose_people(kept, status, holder, marked)
    beside = (child for child in noun.subtree if child.dep_ in {"amod", "poss", "compound"})
    named = next((owner for child in beside if (owner := owner_at(child, marked)) is not None), None)
    plain = (owner for word in noun.subtree if (owner := force_beside(word)) is not None)
    told_for = first_actor(prepositional_objects(noun, "for", "among"), marked)
    owner = named or next(plain, None) or told_for or side_of_clause(kept.verb, marked)
    return owner, "stated" if owner is not None else None


def whose_people(
    kept: Withheld, status: PersonStatus, holder: Actor | None, marked: MarkedReport
) -> tuple[Actor | None, Basis | None]:
    """ "How many rebels had died", "how many men it had lost": soldiers of no named side are those of the state
    that keeps silent.
    """
    people, verb = people_of(kept.noun), harm_clause(kept.noun)
    owner, basis = losses_of(people, status, marked)
    if owner is None or is_nameless(owner) or verb.lemma_ == "lose":
        losing = losses_told_by(verb, marked) or side_of_clause(verb, marked)
        if losing is not None:
            return losing, "stated"
    if owner is not None and is_nameless(owner) and holder is not None and holder.kind != "non_state":
        soldiers = people.low_lemma in word_set("state_forces")
        return (owner.model_copy(update={"country": holder.country}), "inferred") if soldiers else (owner, basis)
    return owner, basis


def people_of(noun: Token) -> Token:
    """ "How many civilians", "how many of the guerrillas": the people asked for."""
    if noun.lower_ != "many":
        return noun
    of = next((child for child in prepositional_objects(noun, "of") if child.pos_ != "PRON"), noun)
    return noun.head if noun.head.pos_ in {"NOUN", "PROPN"} else of


def status_withheld(noun: Token, holder: Actor | None) -> PersonStatus:
    inside = {form for token in people_of(noun).subtree for form in (token.lower_, token.low_lemma)}
    if inside & {"civilian"}:
        return "civilian"
    fighting = holder is not None and holder.sector in {"MIL", "REB"}
    soldiers = inside & (word_set("own_losses") | persons("military"))
    return "military" if soldiers or fighting else "unknown"
