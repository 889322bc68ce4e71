"""Whose people they are, and who harmed them."""

from spacy.tokens import Token

from truceline.knowledge.names import names
from truceline.model.actor import Actor
from truceline.model.claims.casualties import Basis, PersonStatus
from truceline.understand.grammar import by_agents, is_passive, subjects
from truceline.understand.marked_sentence import MarkedReport


def losses_of(noun: Token | None, status: PersonStatus, marked: MarkedReport) -> tuple[Actor | None, Basis | None]:
    """From the words: "772 Armenian soldiers", "RSF fighters", "of its soldiers"."""
    if noun is None:
        return None, None
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "poss", "nmod"}:
            owner = owner_at(child, marked)
            if owner is not None:
                return owner, "stated"
    mark = marked.actor_mark_of(noun)
    if mark is not None and (mark.country or mark.resolution == "named"):
        return mark.actor, "stated"
    return None, None


def owner_at(token: Token, marked: MarkedReport) -> Actor | None:
    known = names().one(token.text, "adjective", "demonym", "country", "group")
    mark = marked.actor_mark_of(token)
    if mark is not None and (mark.country is not None or mark.resolution != "unresolved"):
        return (
            mark.actor.model_copy(update={"entity_text": token.text})
            if known and known.kind == "adjective"
            else mark.actor
        )
    if known is None:
        return None
    return Actor(
        entity_text=token.text, entity_name=known.name, kind=known.actor_kind, country=known.country,
        sector=known.sector, resolution="named",
    )  # fmt: skip


def perpetrator(teller: Token, marked: MarkedReport) -> Actor | None:
    """Who did it, where the clause says so."""
    verb = teller
    tokens = by_agents(verb) if is_passive(verb) else subjects(verb) if verb.pos_ == "VERB" else []
    for token in tokens:
        mark = marked.actor_mark_of(token)
        if mark is not None and mark.kind not in {"civilians"}:
            return mark.actor
        for child in token.children:
            if child.dep_ in {"amod", "compound", "poss"}:
                owner = owner_at(child, marked)
                if owner is not None:
                    return owner
    return None
