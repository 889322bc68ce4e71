"""Who did what a verb of blame tells of: its object, not its subject."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.grammar import direct_objects, prepositional_objects, subjects
from truceline.understand.tokens import Token


def blamed_on(deed: Token) -> list[Token]:
    """ "A mine blamed on the rebels", "shelling, which residents blamed on the army": whose it is said to be."""
    clauses = [child for child in deed.children if child.dep_ in {"acl", "relcl"}]
    blaming = [clause for clause in clauses if lemma_of(clause) in word_set("grammar", "blaming")]
    return [whom for clause in blaming for whom in prepositional_objects(clause, "on", "to")]


def accused(verb: Token) -> list[Token]:
    """ "Accused the rebels of killing two": the rebels. Empty where nobody is blamed for what the verb tells."""
    return done_by(verb.head) if verb.dep_ == "pcomp" else []


def done_by(step: Token) -> list[Token]:
    """``step``: the preposition before the deed. "Accused the army of shelling", "the army, accused of shelling"."""
    above, blaming = step.head, word_set("grammar", "done_by_object")
    if lemma_of(above) in blaming and step.lower_ in word_set("grammar", "from_blame_to_deed"):
        return direct_objects(above) or subjects(above)
    hung_on_object = above.dep_ == "dobj" and step.lower_ == "of" and lemma_of(above.head) in blaming
    return [above] if hung_on_object else []
