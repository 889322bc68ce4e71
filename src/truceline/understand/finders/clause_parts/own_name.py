"""What sources ask for themselves: "asked not to be named", "requesting anonymity"."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.grammar import SUBJECTS, direct_objects, is_passive, prepositional_objects, subjects
from truceline.understand.tokens import Token

KIND = "speech"


def is_about_own_name(verb: Token) -> bool:
    """The verb asks for, insists on or wants no more than that."""
    things = [*direct_objects(verb), *prepositional_objects(verb, "for", "on")]
    return any(lemma_of(token) in word_set(KIND, "hidden_names") for token in things) or any(
        is_naming(child) for child in verb.children if child.dep_ in {"xcomp", "ccomp", "advcl"}
    )


def is_naming(clause: Token) -> bool:
    """ "Not to be named", "to speak anonymously", "that their names not be used"."""
    if any(child.lower_ in {"anonymous", "anonymously"} for child in clause.children):
        return True
    if is_passive(clause) and any(lemma_of(token) in word_set(KIND, "own_names") for token in subjects(clause)):
        return True
    own = not SUBJECTS.isdisjoint(clause.child_deps)
    return is_passive(clause) and not own and lemma_of(clause) in word_set(KIND, "naming_oneself")
