"""Whose people they are, and who harmed them."""

from spacy.tokens import Token

from truceline.knowledge.names import names
from truceline.model.actor import Actor
from truceline.model.claims.casualties import Basis, PersonStatus
from truceline.understand.finders.casualty_parts.harm_words import word_set
from truceline.understand.grammar import by_agents, is_passive, noun_phrase, prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport


def losses_of(noun: Token | None, status: PersonStatus, marked: MarkedReport) -> tuple[Actor | None, Basis | None]:
    """From the words: "772 Armenian soldiers", "RSF fighters", "of its soldiers"; fighters stand for their side."""
    if noun is None:
        return None, None
    owner = owner_beside(noun, marked)
    if owner is not None:
        return owner, "stated"
    mark = marked.actor_mark_of(noun)
    if mark is not None and (mark.country or mark.resolution == "named"):
        return mark.actor, "stated"
    if status == "military":
        words = " ".join(token.text for token in noun_phrase(noun) if token.tag_ in {"NN", "NNS", "NNP", "NNPS", "JJ"})
        return (mark.actor if mark is not None else Actor(entity_text=words, kind="armed_force")), "stated"
    return None, None


def owner_beside(noun: Token, marked: MarkedReport) -> Actor | None:
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "poss", "nmod"}:
            owner = owner_at(child, marked)
            if owner is not None:
                return owner
    return None


def losses_told_by(teller: Token, marked: MarkedReport) -> Actor | None:
    """Whose losses, by the word that tells them: "Ukraine puts its military deaths at", "the rebels lost eleven men",
    "cost the Tigers 573 dead", "20 dead among government troops".
    """
    if teller.pos_ == "VERB" and teller.lemma_ == "lose":
        return first_actor(doers(teller), marked)
    if teller.pos_ in {"NOUN", "ADJ"}:
        for child in teller.children:
            if child.lower_ in {"among", "of"}:
                actor = first_actor([obj for obj in child.children if obj.dep_ == "pobj"], marked)
                if actor is not None:
                    return actor
        given = (
            [child for child in teller.head.children if child.dep_ == "dative"] if teller.head.lemma_ == "cost" else []
        )
        return owner_beside(teller, marked) or first_actor(given, marked)
    return None


def first_actor(tokens: list[Token], marked: MarkedReport) -> Actor | None:
    return next((mark.actor for token in tokens for mark in [marked.actor_mark_of(token)] if mark is not None), None)


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
    """Who did it, where the clause says so: its doer, else whose strike it was ("in Israeli strikes")."""
    verb = teller if teller.pos_ == "VERB" else next((up for up in teller.ancestors if up.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() in word_set("counting"):
        return None
    tokens = [*(by_agents(verb) if is_passive(verb) or verb.tag_ == "VBN" else doers(verb)), *weapons(verb)]
    for token in tokens:
        actor = whose_doing(token, marked)
        if actor is not None:
            return actor
    return None


def doers(verb: Token) -> list[Token]:
    """The subject; of "killing four" the subject of the clause it hangs on."""
    if is_passive(verb):
        return []
    found = subjects(verb)
    if not found and verb.dep_ == "advcl" and verb.head.pos_ == "VERB":
        return doers(verb.head) or by_agents(verb.head)
    return [verb.head if token.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else token for token in found]


def weapons(verb: Token) -> list[Token]:
    """ "killed in Israeli strikes", "died in an attack by rebels"."""
    return [
        token
        for token in prepositional_objects(verb, "in", "by", "during", "after")
        if token.lemma_.lower() in word_set("causes")
    ]


def whose_doing(token: Token, marked: MarkedReport) -> Actor | None:
    owner = owner_beside(token, marked)
    by = first_actor(prepositional_objects(token, "by", "from"), marked)
    mark = marked.actor_mark_of(token)
    if token.lemma_.lower() in word_set("causes"):
        return by or owner
    if mark is not None and mark.kind not in {"civilians", "media"}:
        return mark.actor
    return by or owner
