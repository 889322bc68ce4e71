"""What a clause's own words say of it: auxiliaries, negation, adverbs, "if"."""

from functools import lru_cache

from truceline.knowledge.files import words
from truceline.understand.awaited import awaiting_mark
from truceline.understand.grammar import is_passive_form
from truceline.understand.markers.modality_parts.judgement import Judgement, fact, negated
from truceline.understand.tokens import Token

PERFECT = frozenset({"have", "'ve", "’ve"})


@lru_cache(maxsize=1)
def modal_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(entries) for name, entries in words("modality").items()}


def own_judgement(verb: Token) -> Judgement | None:
    """Null where the words leave it to the clause above: an infinitive, a bare participle."""
    lists = modal_words()
    positive = positive_judgement(verb, lists)
    cue = negation_of(verb, lists)
    if cue is None:
        return positive
    return negated(positive or fact(verb), cue)


def positive_judgement(verb: Token, lists: dict[str, frozenset[str]]) -> Judgement | None:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"} and child.i < verb.i]
    return (
        by_condition(verb, lists)
        or by_raising(verb, lists)
        or next((found for helper in helpers if (found := by_auxiliary(verb, helper, helpers, lists))), None)
        or by_adverb(verb, lists)
        or by_predicate(verb, lists)
        or (fact(verb) if is_finite(verb, helpers) else None)
    )


def is_finite(verb: Token, helpers: list[Token]) -> bool:
    if any(helper.tag_ in {"VBD", "VBZ", "VBP", "MD"} for helper in helpers):
        return True
    return verb.tag_ in {"VBD", "VBZ", "VBP"}


def by_condition(verb: Token, lists: dict[str, frozenset[str]]) -> Judgement | None:
    for child in verb.children:
        if child.dep_ in {"mark", "advmod", "prep"} and child.i < verb.i and child.lower_ in lists["conditions"]:
            return Judgement("Uu", "hypothetical", "if-clause", child)
    if (inverted := inverted_auxiliary(verb)) is not None:
        return Judgement("Uu", "hypothetical", "if-clause", inverted)
    if (mark := awaiting_mark(verb)) is not None:
        return Judgement("Uu", "hypothetical", "awaited", mark)
    if verb.dep_ == "advcl" and is_open(verb.head, lists):
        mark = next(
            (c for c in verb.children if c.dep_ in {"mark", "advmod"} and c.lower_ in lists["later_conditions"]), None
        )
        if mark is not None and verb.tag_ in {"VBZ", "VBP", "VB", "VBN", "VBG"}:
            return Judgement("Uu", "hypothetical", "once-clause", mark)
    return None


def inverted_auxiliary(verb: Token) -> Token | None:
    """As in "Should the corridor close, ...", "Had the bridge held, ..."."""
    imagined = verb.dep_ == "ccomp" and verb.i < verb.head.i and "would" in verb.head.helpers
    if verb.dep_ != "advcl" and not imagined:
        return None
    helper = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), None)
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if helper is None or subject is None or helper.i > subject.i:
        return None
    return helper if helper.lower_ in {"should", "had", "were"} else None


def is_open(verb: Token, lists: dict[str, frozenset[str]]) -> bool:
    """The clause above is still to come: "will withdraw once the talks end"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    ahead = lists["future_auxiliaries"] | lists["unreal_auxiliaries"] | lists["possible_auxiliaries"] | {"must"}
    return not helpers.isdisjoint(ahead) or verb.tag_ == "VB"


def by_auxiliary(
    verb: Token, helper: Token, helpers: list[Token], lists: dict[str, frozenset[str]]
) -> Judgement | None:
    word = helper.lower_
    if conditional_child(verb, lists) is not None and helper.tag_ == "MD":
        return Judgement("Uu", "hypothetical", "under-condition", helper)
    if word in lists["future_auxiliaries"]:
        likely = next((c for c in verb.children if c.lower_ in lists["possible_adverbs"]), None)
        return Judgement("PS+" if likely else "PR+", "future", "will", helper)
    if word in lists["possible_auxiliaries"]:
        is_past = any(other.lower_ in PERFECT for other in helpers)
        return Judgement("PS+", None if is_past else "future", "may", helper)
    if word in lists["unreal_auxiliaries"]:
        return would(verb, helper, helpers)
    if word in {"must", "need"}:
        is_guess = any(other.lower_ in PERFECT for other in helpers)  # "must have crossed by mistake"
        return Judgement("PR+", None, "must-have", helper) if is_guess else Judgement("Uu", "future", "must", helper)
    return None


def would(verb: Token, helper: Token, helpers: list[Token]) -> Judgement:
    """ "said they would meet" is the plan of the day; "would have met" never came to be."""
    if any(other.lower_ in PERFECT for other in helpers):
        return Judgement("Uu", "hypothetical", "would-have", helper)
    if helper.lower_ == "would" and verb.dep_ == "ccomp":
        return Judgement("PR+", "future", "reported-will", helper)
    if helper.lower_ == "would":
        return Judgement("Uu", "hypothetical", "would", helper)
    return Judgement("Uu", "future", "should", helper)


def conditional_child(verb: Token, lists: dict[str, frozenset[str]]) -> Token | None:
    """An "if" clause that hangs on this verb."""
    if "advcl" not in verb.child_deps:
        return None
    for child in verb.children:
        if child.dep_ == "advcl":
            marks = [c for c in child.children if c.dep_ in {"mark", "advmod"} and c.lower_ in lists["conditions"]]
            inverted = inverted_auxiliary(child)
            if marks or (inverted is not None and inverted.lower_ == "should"):
                return marks[0] if marks else inverted
    return only_when(verb)


def only_when(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.lower_ in {"when", "if", "once", "after"} for c in child.children):
            before = verb.doc[max(0, child.left_edge.i - 1) : child.i]
            found = next((t for t in before if t.lower_ == "only"), None)
            found = found or next((c for c in verb.children if c.lower_ == "only"), None)
            if found is not None:
                return found
    return None


def by_adverb(verb: Token, lists: dict[str, frozenset[str]]) -> Judgement | None:
    if "advmod" not in verb.child_deps:
        return None
    for child in verb.children:
        if child.dep_ == "advmod":
            if child.lower_ in lists["hedging_adverbs"]:
                return Judgement("Uu", None, "reportedly", child)
            if child.lower_ in lists["probable_adverbs"]:
                return Judgement("PR+", None, "probably", child)
            if child.lower_ in lists["possible_adverbs"]:
                return Judgement("PS+", None, "perhaps", child)
    return None


def by_predicate(verb: Token, lists: dict[str, frozenset[str]]) -> Judgement | None:
    """ "is unlikely", "was cancelled", "has been ruled out"."""
    if is_cancelled(verb, lists):
        return Judgement("CT-", "negation", "cancelled", verb)
    if verb.tag_ == "VBN" and verb.lemma_ in lists["plans"] and is_passive_form(verb) and not has_complement(verb):
        return Judgement("PR+", "future", "is-planned", verb)
    return None


def by_raising(verb: Token, lists: dict[str, frozenset[str]]) -> Judgement | None:
    """ "Talks are due to resume": the subject belongs to what is to come, not to "are"."""
    if verb.tag_ == "VBN" and is_passive_form(verb) and any(c.dep_ == "xcomp" and c.i > verb.i for c in verb.children):
        if (
            verb.lemma_ in lists["future_adjectives"]
            or verb.lower_ == "supposed"
            or verb.lemma_ in {"expect", "schedule", "plan"}
        ):
            return Judgement("PR+", "future", "due-to", verb)
        if verb.lemma_ in lists["hedging_participles"]:
            return Judgement("Uu", None, "is-said-to", verb)
    predicate = next((c for c in verb.children if c.dep_ == "acomp"), None) if verb.lemma_ == "be" else None
    if predicate is not None and "xcomp" in predicate.child_deps:
        if predicate.lower_ in lists["unlikely_adjectives"]:
            return Judgement("PR-", "negation", "unlikely", predicate)
        if predicate.lower_ in lists["future_adjectives"]:
            return Judgement("PR+", "future", "due-to", predicate)
    if predicate is not None and is_due_somewhere(predicate, lists):
        return Judgement("PR+", "future", "due-in", predicate)
    return None


def is_due_somewhere(predicate: Token, lists: dict[str, frozenset[str]]) -> bool:
    """ "Due in Nairobi on Monday"; not "due to the rain"."""
    steps = {child.lower_ for child in predicate.children if child.dep_ == "prep"}
    return predicate.lower_ in lists["due_adjectives"] and not steps & {"to"}


def has_complement(verb: Token) -> bool:
    return not verb.child_deps.isdisjoint({"xcomp", "ccomp"}) or verb.lemma_ in {"agree", "decide"}


def is_cancelled(verb: Token, lists: dict[str, frozenset[str]]) -> bool:
    if not is_passive_form(verb):
        return False
    particle = next((c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"} and c.i == verb.i + 1), "")
    if verb.lemma_ in {"rule"} and particle == "out":
        return True
    if verb.lemma_ in {"call", "put"} and particle == "off":
        return True
    return verb.lemma_ in lists["cancelled"]


def negation_of(verb: Token, lists: dict[str, frozenset[str]]) -> Token | None:
    """ "did not", "never", "no talks took place", "had no encounter", "has yet to"."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ in {"advmod", "preconj"} and child.lower_ in lists["negative_words"]):
            return child
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and (found := negative_phrase(child, lists)):
            return found
    return next((child for child in verb.head.children if is_nor(child, verb)), None)


def is_nor(word: Token, verb: Token) -> bool:
    """As in "neither planned nor carried out": "nor" stands before the second verb."""
    return verb.dep_ == "conj" and word.dep_ == "cc" and word.lower_ == "nor" and word.i < verb.i


def negative_phrase(noun: Token, lists: dict[str, frozenset[str]]) -> Token | None:
    if noun.lower_ in lists["negative_words"]:
        return noun
    if noun.dep_ == "nsubj" and noun.head.tag_ == "VBG":
        return None
    if any(child.lower_ in {"less", "fewer", "more", "longer"} for child in noun.children):
        return None
    return next(
        (c for c in noun.children if c.dep_ in {"det", "neg", "preconj"} and c.lower_ in lists["negative_words"]), None
    )
