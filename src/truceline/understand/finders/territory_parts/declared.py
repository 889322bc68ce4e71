"""Ground that is said to be rid of its holders: "declared the city cleared of fighters", "is now free of rebels"."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.clause_parts.who import all_of, doers
from truceline.understand.finders.territory_parts.change import Change
from truceline.understand.finders.territory_parts.grounds import KIND, is_ground, unfolded
from truceline.understand.finders.territory_parts.holders import is_armed_or_state, sides
from truceline.understand.grammar import SUBJECTS, direct_objects, is_passive, prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

CALLED = frozenset({"ccomp", "xcomp", "oprd", "acomp"})


@begins_with(KIND, "declared_so")
def declared_taken(so: Token, marked: MarkedReport) -> Change | None:
    """ "Declared the town liberated", "pronounced the province cleared of rebels", "is clear of insurgents"."""
    if lemma_of(so) not in word_set(KIND, "declared_so") or so.dep_ not in CALLED or not is_bare_of_helpers(so):
        return None
    verb = so.head
    is_state = so.pos_ == "ADJ" and verb.lemma_ == "be"
    if not is_state and lemma_of(verb) not in word_set(KIND, "declaring"):
        return None
    rid_of = prepositional_objects(so, "of", "from")
    gone = tuple(token for token in sides(all_of(rid_of), marked) if is_armed_or_state(token, marked))
    if not gone and (is_state or rid_of or lemma_of(so) in word_set(KIND, "rid_of_holders")):
        return None  # "cleared of mines", "free"
    things = subjects(so) or (subjects(verb) if is_state or is_passive(verb) else direct_objects(verb))
    grounds = tuple(token for token in unfolded(things, marked) if is_ground(token, marked))
    declared_by = [] if is_state else doers(verb)
    holders = tuple(token for token in sides(all_of(declared_by), marked) if is_armed_or_state(token, marked))
    return Change("gained", so, grounds[:1], "declared-taken", holders, gone) if grounds else None


def is_bare_of_helpers(so: Token) -> bool:
    """ "Declared that the town had been cleared" is a clause of its own."""
    return {"aux", "auxpass", "mark", "dobj"}.isdisjoint(so.child_deps) and (
        so.pos_ == "ADJ" or so.tag_ in {"VBN", "VBD"} or SUBJECTS.isdisjoint(so.child_deps)
    )
