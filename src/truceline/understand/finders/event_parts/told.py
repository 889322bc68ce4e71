"""An event as it stands in the words, before it is a finding."""

from dataclasses import dataclass

from truceline.model.actor import Actor
from truceline.model.claim import AuxMode
from truceline.model.claims.events import PloverEvent
from truceline.understand.tokens import Token


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it stands in the words. ``tokens`` are its evidence, ``head`` the word that carries it."""

    event: PloverEvent
    head: Token
    tokens: list[Token]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    rule: str
    aux_mode: AuxMode | None = None
