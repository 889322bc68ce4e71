"""Whom a plural stands for: "the presidents of A and B", "the two ministers", "both sides"."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from truceline.knowledge.names import Known
from truceline.model.actor import Actor
from truceline.understand.grammar import noun_phrase, with_conjuncts
from truceline.understand.markers.actor_parts.mentions import Mentions
from truceline.understand.markers.actor_parts.rebels import is_hired
from truceline.understand.markers.actor_parts.role_phrases import owning_words
from truceline.understand.markers.actor_parts.roles import actor_words, roles
from truceline.understand.markers.actor_parts.setting import Phrase, Setting
from truceline.understand.tokens import Token

DASHES = frozenset({"-", "--", "–", "—"})
NO_SIDES = frozenset({"media", "igo", "ngo", "civilians"})


def plural_members(phrase: Phrase, mentions: Mentions) -> tuple[Actor, ...]:
    """Those named by their states, else the last two that it can be."""
    of_states = owned_members(phrase, mentions.setting)
    if len(of_states) > 1:
        return of_states
    head = phrase.head
    both = any(child.lower_ in {"both", "two"} for child in head.children)
    if not both or head.low_lemma not in actor_words("plural_parties"):
        return ()
    candidates = [earlier for earlier in reversed(mentions.named) if may_be_meant(earlier, head)]
    told = told_of(head)
    candidates = [one for one in candidates if one.head not in told]
    if head.low_lemma not in actor_words("parties_of_states"):  # "the two countries" may be those who called
        candidates = [one for one in candidates if not is_one_of_callers(one.head)]
    parted = [one for one in candidates if not is_go_between(one, candidates)]
    near = [one for one in parted if one.head.sent == head.sent]
    before = [one for one in parted if one.head.sent.end == head.sent.start]
    told_near = last_two(near) or last_two(before)
    if told_near:
        return tuple(by_name(actor, parted) for actor in told_near)
    often = [one for one in parted if is_named_again(one, parted)]
    return most_told_two(often) if last_two(often) else last_two(parted) or last_two(candidates)


def told_of(head: Token) -> list[Token]:
    """Who speaks of both sides or urges them is neither: "the envoy urged both sides"; two who do may be the sides."""
    for verb in head.ancestors:
        for subject in (child for child in verb.children if child.dep_ == "nsubj" and child.i < head.i):
            if head not in subject.subtree and not subject.conjuncts:
                return list(subject.subtree)
    return []


def owned_members(phrase: Phrase, setting: Setting) -> tuple[Actor, ...]:
    """ "The presidents of A and B": one of each, known by the word for the state; a body by its name."""
    owners = owning_words(phrase.head, setting)
    bodies = [known.actor(word.text) for word, known in bodies_beside(phrase.head, setting)]
    own = {"entity_name": None, **({"sector": "GOV"} if bodies else {})}
    of_states = (
        phrase.actor.model_copy(update={"entity_text": noun_phrase(word).text, "country": country, **own})
        for country, word in owners.items()
    )
    return (*of_states, *bodies)


def bodies_beside(head: Token, setting: Setting) -> Iterator[tuple[Token, Known]]:
    """ "Israeli and Hamas negotiators": Hamas, where two are named side by side."""
    beside = (child for child in head.lefts if child.dep_ in {"amod", "compound", "nmod"} and child.conjuncts)
    for word in (part for child in beside for part in with_conjuncts(child) if head.tag_ in {"NNS", "NNPS"}):
        known = setting.known(word, "group", "organisation")
        if known is not None and setting.known(word, "country", "adjective", "demonym") is None:
            yield word, known


def may_be_meant(earlier: Phrase, head: Token) -> bool:
    actor, wants_person = earlier.actor, is_of_person(head)
    if (actor.kind == "person") != wants_person or actor.kind in NO_SIDES or is_in_dateline(earlier.head):
        return False
    if (actor.country is None and actor.kind != "non_state") or is_where_from(earlier) or is_hired(actor):
        return False
    plural = earlier.head.low_lemma in actor_words("plural_parties")
    helps = any(child.lower_ in actor_words("of_help") for child in earlier.head.lefts)
    if helps or earlier.head.low_lemma in actor_words("seats_of_states"):
        return False  # "the French aid group", "the American embassy"
    if actor.kind == "unspecified" and (plural or actor.resolution != "named"):
        return False  # "its camps", "Yemen's warring parties"
    if actor.kind == "non_state" and head.low_lemma in actor_words("parties_of_states"):
        return False
    return not wants_person or head.low_lemma in (actor.role or "")


def is_where_from(earlier: Phrase) -> bool:
    """ "In an interview from the Solomon Islands": a land that does nothing here."""
    head = earlier.head
    return earlier.actor.kind == "state" and head.dep_ == "pobj" and head.head.lower_ == "from"


def is_in_dateline(name: Token) -> bool:
    """ "ASHGABAT, Turkmenistan (AP) -": where the report was written, a sentence of its own."""
    said = [token for token in name.sent if not token.is_space]
    return said[-1].text in DASHES and not any(token.pos_ in {"VERB", "AUX"} for token in said)


def is_go_between(earlier: Phrase, candidates: Iterable[Phrase]) -> bool:
    """ "Mediated by Norway", "Qatar hosted them"; the state of a third country's minister who speaks of two others."""
    verb = earlier.head.head.head if earlier.head.head.dep_ == "agent" else earlier.head.head
    if verb.low_lemma in actor_words("go_between_deeds") and earlier.head.i != verb.i:
        return True
    is_ministers = earlier.head.dep_ in {"poss", "amod", "compound"} and earlier.actor.kind == "state"
    person = earlier.head.head.pos_ in {"NOUN", "PROPN"} and is_of_person(earlier.head.head)
    alone = all(other.actor.country == earlier.actor.country for other in in_sentence(earlier, candidates))
    return is_ministers and person and alone


def is_one_of_callers(noun: Token) -> bool:
    """ "France and Germany welcomed the truce", "China and Russia called for restraint": two who stand outside."""
    first = noun
    while first.dep_ == "conj":
        first = first.head
    together = first.dep_ == "nsubj" and bool(first.conjuncts)
    return together and first.head.low_lemma in actor_words("deeds_of_outsiders")


def is_of_person(head: Token) -> bool:
    role = roles().get(head.low_lemma)
    return role is not None and role.is_person


def in_sentence(phrase: Phrase, others: Iterable[Phrase]) -> Iterator[Phrase]:
    sentence = phrase.head.sent
    return (other for other in others if sentence.start <= other.head.i < sentence.end)


def is_named_again(earlier: Phrase, others: Iterable[Phrase]) -> bool:
    """The sides of a war are named more than once; who stands outside it is not."""
    return sum(side_of(other.actor, ()) == side_of(earlier.actor, ()) for other in others) > 1


def most_told_two(often: Sequence[Phrase]) -> tuple[Actor, ...]:
    """The two sides that the report names most, in text order; null where a third is named as often as the second."""
    found: list[str] = []
    sides: dict[str, Actor] = {}
    for actor in (one.actor for one in often):
        side = side_of(actor, found)
        found.append(side)
        if side not in sides or sides[side].resolution == "unresolved":
            sides[side] = actor
    ranked = Counter(found).most_common(3)
    if len(ranked) == 3 and ranked[1][1] == ranked[2][1]:
        return ()
    meant = {side for side, _ in ranked[:2]}
    return tuple(reversed([actor for side, actor in sides.items() if side in meant]))


def last_two(candidates: Iterable[Phrase]) -> tuple[Actor, ...]:
    """Two of different sides, in text order; null where there are not two."""
    found: dict[str, Actor] = {}
    for actor in (earlier.actor for earlier in candidates):
        found.setdefault(side_of(actor, found), actor)
        if len(found) == 2:
            return tuple(reversed(list(found.values())))
    return ()


def by_name(actor: Actor, candidates: Sequence[Phrase]) -> Actor:
    """ "The fighters": the one armed group that the report has named, if there is just one."""
    if actor.kind != "non_state" or actor.resolution != "unresolved":
        return actor
    named = {one.actor.entity_name: one.actor for one in candidates if is_named_group(one.actor)}
    return next(iter(named.values())) if len(named) == 1 else actor


def is_named_group(actor: Actor) -> bool:
    return actor.kind == "non_state" and actor.resolution != "unresolved" and not (actor.entity_name or "").islower()


def side_of(actor: Actor, known: Iterable[str]) -> str:
    """A state, its government and its army are one side, its rebels another, by their name or as "the rebels".

    Rebels of no known land are those of whom the report speaks otherwise.
    """
    if actor.kind != "non_state":
        return actor.country or actor.entity_name or ""
    named = actor.resolution in {"named", "coreference"} and not (actor.entity_name or "").islower()
    land = f"{actor.country or ''}/"
    side = f"{land}{actor.entity_name if named else ''}"
    others = (one for one in known if "/" in one)
    same = (one for one in others if side == "/" or one == "/" or (one.startswith(land) and may_be_one(side, one)))
    return next(same, side)


def may_be_one(side: str, other: str) -> bool:
    """Rebels of one land: those of two names are two sides."""
    return side.endswith("/") or other.endswith("/")
