"""One stand of one party as the words of a clause give it."""

from dataclasses import dataclass

from truceline.model.actor import Actor
from truceline.model.claims.positions import Stance
from truceline.understand.tokens import Token


@dataclass(frozen=True, slots=True)
class Stand:
    """``cue`` is the word that gives it, ``holder`` the noun whose it is; ``actor`` where no noun of the clause is.

    ``content`` holds the heads of what is wanted; ``addressee`` the noun it is asked of.
    """

    stance: Stance
    cue: Token
    rule: str
    holder: Token | None = None
    actor: Actor | None = None
    content: tuple[Token, ...] = ()
    addressee: Token | None = None
