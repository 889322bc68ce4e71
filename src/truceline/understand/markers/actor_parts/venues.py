"""Where others meet: the scene of talks is not the state that the report speaks of."""

from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.tokens import Token


def is_venue(name: Token) -> bool:
    """ "Talks opened in Doha", "flew to Muscat", "signed the deal in Cairo"."""
    while name.dep_ in {"compound", "appos", "nmod"} and name.head != name:
        name = name.head
    if name.dep_ != "pobj" or name.head.lower_ not in actor_words("to_venues"):
        return False
    above = name.head.head
    return bool(meeting_words(above) & actor_words("at_venues"))


def meeting_words(above: Token) -> set[str]:
    """What the place is told of: the verb or noun, with its subject and objects."""
    beside = (child for child in above.children if child.dep_ in {"nsubj", "nsubjpass", "dobj"})
    return {above.low_lemma, *(child.low_lemma for child in beside)}
