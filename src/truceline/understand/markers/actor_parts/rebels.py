"""Whom "the rebels" stands for: who was called so, no one's hired men, nobody who does something to them."""

from collections.abc import Iterator, Sequence

from truceline.model.actor import Actor
from truceline.understand.grammar import subjects
from truceline.understand.markers.actor_parts.mentions import Mentions
from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.markers.actor_parts.setting import Phrase
from truceline.understand.tokens import Token

CLAUSES_OF_A_NOUN = frozenset({"relcl", "acl"})
SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})


def rebels_meant(head: Token, mentions: Mentions) -> Actor | None:
    """The latest it can be, by name where it has one; those of the land that the report is about before others."""
    others = tuple(others_in_clause(head))
    can_be = [one for one in reversed(mentions.named) if may_be_rebels(one, head)]
    can_be = [one for one in can_be if not any(one.first <= other.i <= one.last for other in others)]
    if (called := called_so_before(head, can_be)) is not None:
        return called
    land = next((country for country, _ in mentions.setting.story.most_common(1)), None)
    at_home = [one for one in can_be if one.actor.country in {land, None}]
    if not at_home and can_be and is_unnamed_since(can_be[0], head, mentions):
        return None
    can_be = at_home or can_be
    if not can_be:
        return None
    named = (one for one in can_be if one.actor.country is not None and not is_without_name(one.actor))
    latest = can_be[0]
    return (next(named, latest) if is_without_name(latest.actor) else latest).actor  # "its fighters": of the group


def called_so_before(head: Token, can_be: Sequence[Phrase]) -> Actor | None:
    """ "Colombia's ELN guerrillas ... a FARC faction ... the guerrillas": whom the report itself called so."""
    lemma = head.low_lemma
    return next((one.actor for one in can_be if has_name(one) and lemma in words_for(one.head)), None)


def has_name(phrase: Phrase) -> bool:
    """Not "Sri Lanka rebels", whose last word is what they are."""
    name = phrase.actor.entity_name
    return name is not None and not name.split()[-1].islower()


def words_for(name: Token) -> set[str]:
    """What a name is called where it stands: "ELN guerrillas", "X, an Islamist militia", "rebels of X"."""
    beside = [child for child in name.children if child.dep_ in {"appos", "compound", "amod"}]
    above = [name.head] if name.dep_ == "appos" else []
    if name.dep_ == "pobj" and name.head.lower_ == "of":
        above = [name.head.head]
    return {word.low_lemma for word in (name, *beside, *above)}


def is_without_name(actor: Actor) -> bool:
    return (actor.entity_name or "").islower()


def may_be_rebels(phrase: Phrase, head: Token) -> bool:
    """ "The rebels" are no mercenaries; "the mercenaries" are."""
    actor = phrase.actor
    if actor.kind != "non_state" or actor.resolution == "unresolved" or is_only_told_of(phrase):
        return False
    return head.low_lemma in actor_words("hired_fighters") or not is_hired(actor)


def is_only_told_of(phrase: Phrase) -> bool:
    """ "A faction of the demobilized FARC", "former FARC men", "allied to the M23": named to tell of others."""
    head = phrase.head
    inside = phrase.head.doc[phrase.first : phrase.last + 1]
    if any(word.lower_ in actor_words("no_longer_in_arms") for word in (*inside, *head.lefts)):
        return True
    if head.dep_ != "pobj":
        return False
    teller = head.head.head
    return teller.low_lemma in actor_words("tells_of_another") or teller.lower_ in actor_words("made_up_of")


def is_unnamed_since(foreign: Phrase, head: Token, mentions: Mentions) -> bool:
    """ "Hezbollah entered Syria. The army fought rebels there. The rebels fled": those of no name."""
    since = (one for one in reversed(mentions.named) if one.last > foreign.last)
    return any(one.head.lemma_ == head.lemma_ and one.actor.resolution == "unresolved" for one in since)


def is_hired(actor: Actor) -> bool:
    """ "Russian mercenaries", "foreign fighters": of no side of their own."""
    return not actor_words("hired_fighters").isdisjoint((actor.entity_name or "").lower().split())


def others_in_clause(head: Token) -> Iterator[Token]:
    """Who does something in the clause, and the noun that the clause is told of: "men who drove out the rebels"."""
    if head.dep_ in SUBJECT:
        return
    for above in head.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            yield from subjects(above)
        if above.dep_ in CLAUSES_OF_A_NOUN:
            yield above.head
            return
        if above.dep_ == "ccomp" and above.tag_ != "VB":
            return
