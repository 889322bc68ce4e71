"""Whom a word by itself names, where no mark stands: "US" in "US-brokered", "Hamas" in "Israel-Hamas talks"."""

from truceline.knowledge.names import NameKind, names
from truceline.model.actor import Actor
from truceline.understand.markers.actor_parts.roles import roles
from truceline.understand.tokens import Token

DASHES = frozenset({"-", "‑", "–"})


def named_in(word: str, *further: NameKind) -> Actor | None:
    known = names().one(word, "country", "adjective", "organisation", "capital", *further)
    return known.actor(word, "metonym" if known.kind == "capital" else "named") if known is not None else None


def joined_by_dash(noun: Token) -> tuple[Actor, ...]:
    """ "The Israel-Hamas truce talks": both, where each is somebody; never one of "US-brokered talks"."""
    before = noun.doc.tokens[noun.left_edge.i : noun.i]
    dashes = [token.i for token in before if token.text in DASHES]
    if not dashes or dashes[0] == noun.left_edge.i:
        return ()
    words = [noun.doc.tokens[at] for at in (dashes[0] - 1, *(dash + 1 for dash in dashes))]
    sides = [side_in(word) for word in words]
    return tuple(side for side in sides if side is not None) if all(sides) else ()


def side_in(word: Token) -> Actor | None:
    role = roles().get(word.lower_)
    if role is not None and role.kind in {"government", "armed_force", "non_state"}:
        return Actor(entity_text=word.text, kind=role.kind, sector=role.sector, resolution="unresolved")
    return named_in(word.text, "group")
