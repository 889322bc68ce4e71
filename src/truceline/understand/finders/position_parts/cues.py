"""Stands that a verb gives: "demanded that", "called on X to", "refused to", "threatened to"."""

from functools import cache

from truceline.model.claims.positions import Stance
from truceline.understand.asked_once import known_by_marks
from truceline.understand.finders.clause_parts.phrases import first_said, lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import Readings, begins_with
from truceline.understand.finders.clause_parts.texts import is_said_by_text
from truceline.understand.finders.position_parts.addressees import addressee_of
from truceline.understand.finders.position_parts.content import content_heads
from truceline.understand.finders.position_parts.fitting import FITS, complement, is_nothing_less, is_wished
from truceline.understand.finders.position_parts.holders import KIND, can_hold, holder_of, party_speaking, writer_of
from truceline.understand.finders.position_parts.nouns import owner_noun
from truceline.understand.finders.position_parts.set_phrases import (
    QUOTES,
    by_conditional_on,
    by_end_of_talks,
    by_flat_no,
    by_going_to,
    by_making_term,
    by_not_bound,
    by_out_of_question,
    by_set_phrase,
)
from truceline.understand.finders.position_parts.stand import Stand
from truceline.understand.finders.position_parts.vows import by_readiness, by_vow
from truceline.understand.finders.position_parts.will import (
    by_no,
    by_no_will,
    by_not_standing_by,
    by_threatening_will,
    by_will_not,
    by_will_of_nobody,
    by_will_or_would,
)
from truceline.understand.grammar import (
    SUBJECTS,
    is_negated,
    is_neither,
    is_passive,
    prepositional_objects,
    subjects,
    will_or_may,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

STANCES: tuple[Stance, ...] = ("refusal", "demand", "call", "offer", "acceptance", "threat")


@begins_with(KIND, *STANCES)
def by_list(verb: Token, marked: MarkedReport) -> Stand | None:
    stance = first_said(verb, KIND, STANCES)
    holder = (holder_of(verb, marked) or writer_of(verb, marked)) if stance is not None else None
    if stance is None or holder is None or is_said_by_text(verb) or not fits(verb, stance, holder, marked):
        return None
    if is_negated(verb) or any(child.lower_ == "longer" for child in verb.children):
        return negated(verb, stance, holder)
    rule = f"{stance}-verb"
    if stance == "acceptance" and is_nothing_less(verb):
        return Stand("demand", verb, "nothing-less", holder, None, contents(verb))
    if stance == "threat":
        stance, rule = threat_or_call(verb)
    return Stand(stance, verb, rule, holder, None, contents(verb), addressee_of(verb, stance, marked))


def negated(verb: Token, stance: Stance, holder: Token) -> Stand | None:
    """ "Did not accept" refuses; "did not rule out", "is no longer asking for", "has neither accepted nor rejected"
    takes no stand.
    """
    undecided = is_neither(verb) and any(says(one, KIND, "refusal") for one in verb.conjuncts)
    if stance not in {"acceptance"} or undecided:
        return None
    return Stand("refusal", verb, "not-accepted", holder, None, contents(verb))


def contents(verb: Token) -> tuple[Token, ...]:
    if is_passive(verb) and subjects(verb):
        return (*subjects(verb)[:1], *content_heads(verb))
    return content_heads(verb)


def fits(verb: Token, stance: Stance, holder: Token, marked: MarkedReport) -> bool:
    check = FITS.get(stance)
    return check is None or check(verb, holder, marked)


def threat_or_call(verb: Token) -> tuple[Stance, str]:
    """ "Warned X to stay away" asks for something; "warned that it would" threatens."""
    inner = complement(verb, "xcomp")
    against = bool(prepositional_objects(verb, "against"))
    if verb.lemma_ in {"warn", "caution"} and (inner is not None or against):
        return "call", "warned-to"
    return "threat", "threat-verb"


def by_misread_noun(token: Token, marked: MarkedReport) -> Stand | None:
    """ "Damascus demands that ...": the parse takes the verb for a plural noun."""
    stance = misread().get(token.lower_)
    if stance is None or token.tag_ not in {"NNS", "NNP", "NNPS"} or token.dep_ not in {"ROOT", "ccomp", "conj"}:
        return None
    before = [child for child in token.children if child.dep_ in {"compound", "nmod"} and child.i < token.i]
    content = tuple(child for child in token.children if child.dep_ in {"relcl", "ccomp", "acl", "prep", "dobj"})
    if not before or not content or marked.actor_mark_of(before[-1]) is None:
        return None
    return Stand(stance, token, f"{stance}-verb", before[-1], None, content)


@cache
def misread() -> dict[str, Stance]:
    return {form: stance for stance in STANCES for form in word_set(KIND, f"misread_{stance}")}


@begins_with(KIND, also=("give",))
def by_giving_time(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Gave French troops a month to leave", "has until Sunday to", "gave the Serbs until midnight to pull back"."""
    if lemma_of(verb) != "give" or is_negated(verb):
        return None
    holder = holder_of(verb, marked)
    after = list(verb.doc[verb.i + 1 : verb.sent.end])[:22]
    limit = next((t for t in after if t.lower_ == "until" or lemma_of(t) in word_set(KIND, "time_limits")), None)
    asked = next((t for t in after if limit is not None and t.i > limit.i and t.tag_ == "VB"), None)
    if holder is None or asked is None or asked.nbor(-1).tag_ not in {"TO", "RB"}:
        return None
    if lemma_of(asked) in word_set(KIND, "pondering"):
        return None  # "gave them until August to study it"
    return Stand("demand", verb, "gave-time", holder, None, content_heads(verb), addressee_of(verb, "demand", marked))


def by_nothing_short(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Nothing short of surrender would stop the offensive", said by a side."""
    if "nothing" not in verb.sent.forms:
        return None
    own = next((token for token in subjects(verb) if token.lower_ == "nothing"), None)
    party = party_speaking(verb, marked)
    if own is None or party is None:
        return None
    words = {token.lower_ for token in verb.doc[own.i + 1 : own.i + 4]}
    if not words & {"short", "less", "but", "except"}:
        return None
    return Stand("condition", verb, "nothing-short-of", None, party, (own, verb))


@begins_with(KIND, "asked_deeds")
def by_imperative(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Stop this madness", "give up your rifles", word for word by a side."""
    if verb.tag_ != "VB" or not says(verb, KIND, "asked_deeds") or is_passive(verb):
        return None
    if any(child.dep_ in SUBJECTS | {"aux", "mark"} for child in verb.children):
        return None
    before = verb.nbor(-1).text if verb.i > verb.sent.start else '"'
    party = party_speaking(verb, marked)
    if before not in QUOTES or party is None:
        return None
    return Stand("demand", verb, "imperative", None, party, (verb,))


@begins_with(KIND, also=("face",))
def by_or_face(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "They could leave or face destruction", said by a side."""
    joined = verb.dep_ == "conj" and any(child.lower_ == "or" for child in verb.head.children)
    faced = {lemma_of(token) for token in verb.children if token.dep_ == "dobj"}
    party = party_speaking(verb, marked)
    if not joined or not faced & word_set(KIND, "threatened") or party is None:
        return None
    return Stand("threat", verb, "or-face", None, party, (verb,))


@begins_with(KIND, "holding_terms")
def by_named_stand(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Its demand is that", "their price for a truce is the release", "Bamako's position is that they leave first",
    "among the demands of the rebels is", "their terms include".
    """
    noun = next((token for token in named_in(verb) if lemma_of(token) in word_set(KIND, "named_stands")), None)
    owner = owner_noun(noun, marked) if noun is not None else None
    told = complement(verb, "ccomp", "xcomp", "attr", "nsubj", "dobj")
    if noun is None or owner is None or told is None or is_negated(verb):
        return None
    stance: Stance = "condition" if lemma_of(noun) in word_set(KIND, "named_terms") else "demand"
    if lemma_of(noun) in {"position", "stance"} and not (told.dep_ == "ccomp" and is_wished(told)):
        return None
    return Stand(stance, verb, "named-stand", owner, None, (told,))


@begins_with(KIND, "acceptable_to", "unacceptable_to")
def by_acceptable_to(adjective: Token, marked: MarkedReport) -> Stand | None:
    """ "The plan is acceptable to the rebels but unacceptable to the government", "terms unacceptable to Seoul"."""
    whom = next((one for one in prepositional_objects(adjective, "to") if can_hold(one, marked)), None)
    if whom is None or adjective.pos_ != "ADJ":
        return None
    refused = lemma_of(adjective) in word_set(KIND, "unacceptable_to")
    above = adjective.head
    denied = is_negated(above) or is_negated(adjective)
    hoped = not (will_or_may() | {"must", "should"}).isdisjoint(above.helpers) or above.dep_ == "xcomp"
    if hoped or (refused and denied):
        return None
    thing = next(iter(subjects(above)), above)
    stance: Stance = "refusal" if refused or denied else "acceptance"
    return Stand(stance, adjective, "acceptable-to", whom, None, (thing,))


@begins_with(KIND, also=("be",))
def by_what_is_wanted(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "What the rebels want is the release of their men"."""
    wanting = next((child for child in verb.lefts if child.dep_ in {"csubj", "ccomp"}), None)
    if wanting is None or wanting.left_edge.lower_ != "what" or not says(wanting, KIND, "wanting"):
        return None
    told = complement(verb, "ccomp", "xcomp", "attr")
    if told is None or is_negated(verb) or is_negated(wanting):
        return None
    holder = holder_of(wanting, marked)
    return Stand("demand", verb, "what-is-wanted", holder, None, (told,)) if holder is not None else None


def named_in(verb: Token) -> list[Token]:
    """What the clause is about: "its demand", "one of the demands", "high on the list of demands"."""
    found = subjects(verb)
    first = [token for token in verb.lefts if token.dep_ in {"prep", "advmod", "acomp", "attr"}]
    found += [thing for step in first for thing in step.subtree if thing.dep_ == "pobj"]
    return [*found, *(thing for token in subjects(verb) for thing in prepositional_objects(token, "of", "among"))]


READINGS = Readings(
    by_making_term,
    by_set_phrase,
    by_list,
    by_going_to,
    by_out_of_question,
    by_not_bound,
    by_conditional_on,
    by_end_of_talks,
    by_flat_no,
    by_vow,
    by_readiness,
    by_will_of_nobody,
    by_not_standing_by,
    by_no_will,
    by_will_not,
    by_no,
    by_threatening_will,
    by_will_or_would,
    by_giving_time,
    by_nothing_short,
    by_imperative,
    by_or_face,
    by_named_stand,
    by_what_is_wanted,
    by_acceptable_to,
)


@known_by_marks
def verb_stand(verb: Token, marked: MarkedReport) -> Stand | None:
    if verb.pos_ not in {"VERB", "AUX", "ADJ"}:
        return by_misread_noun(verb, marked)
    for reading in READINGS.of(verb.base):
        found = reading(verb, marked)
        if found is not None:
            return found
    return None
