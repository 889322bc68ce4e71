"""Objects that are none: nothing was done to anybody."""

from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.grammar import direct_objects, grammar_words, has_no, prepositional_objects
from truceline.understand.tokens import Token


def is_of_the_dead(verb: Token) -> bool:
    """ "Recovered the bodies", "their remains were flown home": nothing was done to anybody."""
    moved = [*direct_objects(verb), *(child for child in verb.lefts if child.dep_ == "nsubjpass")]
    return any(token.base in word_set("the_dead") for token in moved)


def is_flight(verb: Token) -> bool:
    """ "Took off from the besieged city": nobody took the city."""
    return (
        verb.lemma_ == "take" and "dobj" not in verb.child_deps and any(child.lower_ == "off" for child in verb.rights)
    )


def has_nobody(verb: Token) -> bool:
    """ "Reached no accord", "captured nobody", "will come to no meeting"; "no fewer than nine" are some."""
    objects = direct_objects(verb)
    none = any(
        child.lower_ in grammar_words("none_of_them")
        for token in objects
        for child in token.children
        if child.dep_ == "det"
    )
    none = none or any(has_no(token) for token in prepositional_objects(verb, "to", "into"))
    asked = prepositional_objects(verb, "for")  # "has asked for none"
    return none or any(token.lower_ in grammar_words("no_one") for token in [*objects, *asked])
