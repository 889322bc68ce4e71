"""The finding that a figure is kept back or not known, and whose losses it would have counted."""

from truceline.model.actor import Actor
from truceline.model.claims import CasualtiesFields
from truceline.model.claims.casualties import PersonStatus
from truceline.model.missing import Missing
from truceline.understand.finders.casualty_parts.harm_words import word_set
from truceline.understand.finders.casualty_parts.people import persons
from truceline.understand.finders.casualty_parts.sides import first_actor, force_beside, owner_at, side_of_clause
from truceline.understand.finders.casualty_parts.withheld import Withheld
from truceline.understand.finding import Finding
from truceline.understand.grammar import prepositional_objects, words_after
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


def withheld(kept: Withheld, marked: MarkedReport) -> Finding:
    """Whoever keeps the figure back means its own losses, unless the words name others."""
    owner = whose_figure(kept, marked)
    holder = marked.actor_of(kept.holder) if kept.holder is not None else None
    own_words = {"own", "its", "their"} & {word.lower_ for word in words_after(kept.noun.doc, kept.noun.i, 5)}
    fighting = holder is not None and holder.kind in {"armed_force", "non_state"}
    bare = (
        kept.noun.low_lemma in word_set("kept_figures") and not own_words and not fighting
    )  # "gave no death toll": of those it told of
    status = status_withheld(kept.noun, holder if not bare else None)
    own = owner or (holder if status != "civilian" and not bare else None)
    fields = CasualtiesFields(
        losses_of=own,
        losses_basis="stated" if owner else "inferred" if own else None,
        person_status=status,
        harm=kept.harm,
        scope="the present fighting",
    )
    missing: dict[str, Missing] = dict.fromkeys(("value", "low", "high"), kept.reason)
    rule = "withheld" if kept.reason == "withheld" else "number-unknown"
    return Finding(fields, kept.start, kept.end, kept.noun.idx, rule, missing, claimed_by=holder, factuality="CT+")


def whose_figure(kept: Withheld, marked: MarkedReport) -> Actor | None:
    """ "Its losses", "rebel casualties", "no toll for the insurgents", "the number of losses on the rebel side"."""
    noun = kept.noun
    beside = (child for child in people_of(noun).subtree if child.dep_ in {"amod", "poss", "compound"})
    named = next((owner for child in beside if (owner := owner_at(child, marked)) is not None), None)
    plain = (owner for word in noun.subtree if (owner := force_beside(word)) is not None)
    told_for = first_actor(prepositional_objects(noun, "for", "among"), marked)
    return named or next(plain, None) or told_for or side_of_clause(kept.verb, marked)


def people_of(noun: Token) -> Token:
    """ "How many civilians": the people asked for."""
    return noun.head if noun.lower_ == "many" and noun.head.pos_ in {"NOUN", "PROPN"} else noun


def status_withheld(noun: Token, holder: Actor | None) -> PersonStatus:
    inside = {form for token in people_of(noun).subtree for form in (token.lower_, token.lemma_.lower())}
    if inside & {"civilian"}:
        return "civilian"
    fighting = holder is not None and holder.sector in {"MIL", "REB"}
    soldiers = inside & (word_set("own_losses") | persons("military"))
    return "military" if soldiers or fighting else "unknown"
