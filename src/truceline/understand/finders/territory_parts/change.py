"""One change of ground as the words of a clause tell it."""

from dataclasses import dataclass

from truceline.model.actor import Actor
from truceline.model.claims.territory import TerritoryChange
from truceline.understand.tokens import Token


@dataclass(frozen=True, slots=True)
class Change:
    """``teller`` is the word that tells it; ``holders`` and ``before`` are nouns, ``owner`` an actor no noun of
    the clause stands for. ``is_over`` reverses holding: "no longer controls".
    """

    change: TerritoryChange
    teller: Token
    grounds: tuple[Token, ...]
    rule: str
    holders: tuple[Token, ...] = ()
    before: tuple[Token, ...] = ()
    owner: Actor | None = None
