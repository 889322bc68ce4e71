"""Objects that are none: nothing was done to anybody."""

from truceline.understand.grammar import direct_objects
from truceline.understand.tokens import Token


def has_nobody(verb: Token) -> bool:
    """ "Reached no accord", "captured nobody"; "no fewer than nine" are some."""
    objects = direct_objects(verb)
    none = any(
        child.lower_ in {"no", "neither"} for token in objects for child in token.children if child.dep_ == "det"
    )
    return none or any(token.lower_ in {"nobody", "nothing", "none"} for token in objects)
