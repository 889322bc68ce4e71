"""Objects that are none: nothing was done to anybody."""

from truceline.understand.grammar import direct_objects, has_no, prepositional_objects
from truceline.understand.tokens import Token

NOBODY = frozenset({"nobody", "nothing", "none"})
NONE = frozenset({"no", "neither"})


def has_nobody(verb: Token) -> bool:
    """ "Reached no accord", "captured nobody", "will come to no meeting"; "no fewer than nine" are some."""
    objects = direct_objects(verb)
    none = any(child.lower_ in NONE for token in objects for child in token.children if child.dep_ == "det")
    none = none or any(has_no(token) for token in prepositional_objects(verb, "to", "into"))
    return none or any(token.lower_ in NOBODY for token in objects)
