"""Truces without the word: "ordered its troops to cease fire", "suspended its offensive", "the guns fell silent"."""

from collections.abc import Iterator
from functools import lru_cache

from truceline.understand.awaited import has_moment
from truceline.understand.finders.ceasefire_parts.governors import Verdict, is_condition, is_denied, settled
from truceline.understand.finders.ceasefire_parts.stage_of_verb import is_deal
from truceline.understand.finders.ceasefire_parts.truce_words import has_lemma, verb_lines, word_set, words_beside
from truceline.understand.grammar import (
    auxiliaries,
    by_agents,
    direct_objects,
    is_passive,
    prepositional_objects,
    subjects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Span, Token

SIDES = frozenset({"state", "government", "armed_force", "non_state", "person", "unspecified"})


def halts(sentence: Span, marked: MarkedReport) -> Iterator[tuple[Token, Verdict]]:
    """The verb that halts and the stage it makes."""
    if halting_words().isdisjoint(sentence.forms):
        return
    for verb in sentence:
        if verb.pos_ not in {"VERB", "NOUN", "AUX"} or not {verb.low_lemma, verb.lower_} & halting_words():
            continue
        starts_anew = any(child.lemma_ in {"resume", "restart"} for child in verb.children)
        if (
            (is_silence(verb) or is_stopping(verb))
            and not starts_anew
            and not is_condition(verb)
            and (not is_denied(verb) or verb.lemma_ == "fire")
        ):
            verdict = stage_of_quiet(verb)
        elif is_silence(verb) and verb.lemma_ != "fire" and is_still_loud(verb):
            verdict = Verdict("not_observed", verb, factuality="CT+")
        elif is_halting(verb):
            bidden = is_bidden(verb)
            verdict = Verdict("sought", verb, factuality="Uu") if bidden else stage_of_halt(verb, marked)
            if verdict is not None and verdict.stage == "announced" and is_in_return(verb):
                verdict = Verdict("proposed", verb)
        else:
            continue
        if verdict is not None:
            yield verb, verdict


def stage_of_quiet(verb: Token) -> Verdict | None:
    """Of what falls silent or stops by itself."""
    no_shot = verb.lemma_ == "fire"  # "not a shot was fired": what is denied is what makes it quiet
    verdict = Verdict("in_force", verb, factuality="CT+") if no_shot else settled(verb, "in_force")
    if verdict is None:
        return None
    if is_stopping(verb) and verb.tag_ in {"VBP", "VBZ"}:
        verdict = Verdict("announced", verb)  # "offensive operations stop on July 6"
    if is_let(verb):
        verdict = Verdict("sought", verb, factuality="Uu")
    if is_to_be(verb):
        verdict = Verdict("announced", verb)
    return Verdict("agreed", verb) if verdict.stage in {"announced", "sought"} and is_under_deal(verb) else verdict


@lru_cache(maxsize=1)
def halting_words() -> frozenset[str]:
    """A word that is none of these halts nothing."""
    lines = frozenset((*verb_lines("halting"), *verb_lines("disarming")))
    return lines | word_set("stilling") | word_set("stopping") | word_set("halt_verbs") | word_set("falling_quiet")


def is_silence(verb: Token) -> bool:
    if verb.lemma_ == "fire" and is_passive(verb):
        shots = [one for one in subjects(verb) if one.low_lemma in word_set("shots")]
        return any(child.lower_ in {"no", "not", "single"} for one in shots for child in one.children)
    if has_lemma(verb, "stilling") and is_passive(verb) and not by_agents(verb):
        return any(has_lemma(subject, "falling_silent") for subject in subjects(verb))
    if verb.lemma_ not in word_set("falling_quiet") or not any(
        child.lower_ in {"silent", "quiet"} for child in verb.children
    ):
        return False
    return any(has_lemma(subject, "falling_silent") for subject in subjects(verb))


def is_still_loud(verb: Token) -> bool:
    """ "The guns have not fallen silent despite the truce": where a truce is spoken of, it is not kept."""
    over = verb.tag_ in {"VBD", "VBN"} or not verb.helpers.isdisjoint({"did", "do", "have", "has"})
    return is_denied(verb) and over and not is_condition(verb) and not verb.sent.forms.isdisjoint(word_set("spoken_of"))


def is_stopping(verb: Token) -> bool:
    """ "the shooting stopped at dawn", "the shelling must stop"."""
    if not has_lemma(verb, "stopping") or verb.pos_ != "VERB" or is_passive(verb) or direct_objects(verb):
        return False
    if any(child.lemma_ in {"resume", "restart"} for child in verb.children):
        return False  # "stopped after the raid but resumed in the evening"
    away = any(child.lower_ in word_set("dying_away") for child in verb.children)
    if has_lemma(verb, "dying_away_verbs") and not away:
        return False
    if any(has_lemma(how, "won_by") for how in prepositional_objects(verb, "with", "in")):
        return False  # "the fighting ended with the capture of the town"
    places = {"nsubj", "nsubjpass"} if verb.dep_ == "xcomp" else {"nsubj"}  # "the shooting is meant to stop"
    if any(is_noise(subject) for subject in subjects(verb)):
        return True
    if verb.lemma_ == "end" and any(is_one_operation(subject) for subject in subjects(verb)):
        return False  # "the month-long offensive has ended": it is over, won or lost, and nobody holds fire
    return any(has_lemma(subject, "stopping_things") and subject.dep_ in places for subject in subjects(verb))


def is_one_operation(thing: Token) -> bool:
    """ "The offensive", "its operation in the camp"; not "combat operations"."""
    return thing.tag_ == "NN" and thing.low_lemma in word_set("single_operations") and not is_hostility(thing)


def is_noise(noun: Token) -> bool:
    """ "The din of artillery"."""
    if not has_lemma(noun, "noises"):
        return False
    return any(
        has_lemma(thing, "stopping_things") or has_lemma(thing, "falling_silent")
        for thing in prepositional_objects(noun, "of")
    )


def is_under_deal(verb: Token) -> bool:
    """ "Under the accord signed on Thursday hostilities are to end"."""
    beside = (verb, verb.head, *(child for child in verb.children if child.dep_ == "xcomp"))
    return any(is_deal(paper) for word in beside for paper in prepositional_objects(word, "under"))


def is_let(verb: Token) -> bool:
    """ "Let the guns fall silent"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ == "let" and verb.head.tag_ == "VB" and not subjects(verb.head)


def is_to_be(verb: Token) -> bool:
    """ "the guns were to fall silent at midnight"."""
    return verb.head.lemma_ == "be" and verb.dep_ == "xcomp" and any(child.lower_ == "to" for child in verb.children)


def is_halting(verb: Token) -> bool:
    if is_of_truce(verb):
        return False
    lemma = verb.low_lemma
    for name in ("halting", "disarming"):
        lines = verb_lines(name).get(lemma)
        if lines:
            beside = words_beside(verb)
            if any(all(need & beside for need in needs) for needs in lines):
                return name == "halting" or any(has_lemma(thing, "arms") for thing in direct_objects(verb))
    return has_lemma(verb, "halt_verbs") and any(
        (has_lemma(thing, "halt_objects") or is_hostility(thing) or is_named_operation(thing)) and not is_labour(thing)
        for thing in direct_objects(verb)
    )


def is_labour(thing: Token) -> bool:
    """ "The general strike"."""
    return thing.low_lemma == "strike" and any(has_lemma(child, "strikes_of_labour") for child in thing.children)


def is_of_truce(verb: Token) -> bool:
    """ "Will suspend the unilateral cease-fire": who ends a truce halts no fire."""
    inside = [word for thing in direct_objects(verb) for word in thing.subtree]
    return any(word.lower_ == "cease" and word.i < thing.i for word in inside for thing in direct_objects(verb))


def stage_of_halt(verb: Token, marked: MarkedReport) -> Verdict | None:
    verdict = settled(verb, "in_force") if not has_moment(verb) else None
    if verdict is not None and is_to_be(verb):
        verdict = Verdict("announced", verb)
    if verdict is not None and verdict.stage in {"announced", "sought"} and is_under_deal(verb):
        return Verdict("agreed", verb) if is_by_side(verb, marked) else None
    awhile = is_for_a_while(verb) and not any(
        child.lower_ in {"his", "her"} for thing in direct_objects(verb) for child in thing.children
    )
    if verdict is not None and verdict.stage == "sought" and not is_mutual(verb) and not awhile:
        return None
    if verdict is not None and verdict.stage in {"sought", "rejected"} and is_surrender(verb) and not awhile:
        return None
    if verb.head.lower_ in {"first", "last"} and verb.dep_ in {"relcl", "acl"}:
        return Verdict("announced", verb)
    if verdict is not None and verdict.stage == "in_force" and is_own_fire(verb, marked):
        return verdict
    if any(child.dep_ == "csubj" for child in verb.children):
        return None  # "retaking the suburbs would stop the rocket attacks": no party stops
    if verdict is None or verdict.stage != "in_force":
        return None if verdict is None or verdict.stage == "not_observed" else from_whom(verdict, verb, marked)
    return Verdict("announced", verb) if is_declared_by_deed(verb, marked) else None


def is_in_return(verb: Token) -> bool:
    """ "Said it would cease fire if the other side did": an offer."""
    would = auxiliaries(verb) & {"would", "'d", "’d"}
    terms = (child for child in verb.children if child.dep_ == "advcl")
    marks = (word.lower_ for clause in terms for word in clause.lefts if word.dep_ == "mark")
    return bool(would) and not {"if", "provided", "providing"}.isdisjoint(marks)


def is_bidden(verb: Token) -> bool:
    """ "Stop the fighting, the envoy told both sides"."""
    alone = verb.tag_ == "VB" and verb.child_deps.isdisjoint({"aux", "nsubj", "mark", "neg"})
    said = verb.dep_ in {"ccomp", "advcl"} and has_lemma(verb.head, "pleading")
    return alone and said and verb.head.i > verb.i and is_mutual(verb) and not is_surrender(verb)


def is_own_fire(verb: Token, marked: MarkedReport) -> bool:
    """ "Both sides held their fire on Sunday"."""
    own = any(
        thing.lower_ == "fire" and any(one.tag_ == "PRP$" for one in thing.children) for thing in direct_objects(verb)
    )
    return (
        own
        and verb.lemma_ in {"hold", "stay", "keep"}
        and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VBG"}
        and is_by_side(verb, marked)
    )


def is_surrender(verb: Token) -> bool:
    """ "the rebels must lay down their arms": asked of one side, it is no truce."""
    first = min([verb.i, *(up.i for up in list(verb.ancestors)[:2])])
    words = {word.lower_ for word in verb.doc[first : verb.i]}
    return bool(verb_lines("disarming").get(verb.low_lemma)) and not words & {"all", "both", "sides", "parties"}


def is_mutual(verb: Token) -> bool:
    """Asked to stop fighting, not to stop one operation."""
    return any(has_lemma(thing, "mutual") for thing in (*direct_objects(verb), *verb.children))


def from_whom(verdict: Verdict, verb: Token, marked: MarkedReport) -> Verdict | None:
    """ "will stop shooting" is a truce only when somebody that shoots says so."""
    if verdict.stage != "announced" or verdict.at != verb:
        return verdict
    return verdict if any(is_side(subject, marked) for subject in subjects(verb)) else None


def is_declared_by_deed(verb: Token, marked: MarkedReport) -> bool:
    """ "suspended its offensive": the side's own operation, in the plain past."""
    if auxiliaries(verb) - {"has", "have", "had", "been", "was", "were", "is", "are", "'ve", "’ve"}:
        return False
    if verb_lines("disarming").get(verb.low_lemma):
        return is_rest_of_arms(verb, marked)
    if is_passive(verb) and has_lemma(verb, "halt_verbs") and any(map(is_hostility, subjects(verb))):
        return not by_agents(verb)
    if not has_lemma(verb, "suspending") and not (verb.lemma_ == "call" and is_for_a_while(verb)):
        return is_own_halt(verb, marked)
    things = subjects(verb) if is_passive(verb) else direct_objects(verb)
    own = [thing for thing in things if has_lemma(thing, "suspended") and not is_for_votes(thing)]
    if not own or verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP"}:
        return is_own_halt(verb, marked)
    return is_passive(verb) or any(is_side(subject, marked) for subject in subjects(verb))


def is_rest_of_arms(verb: Token, marked: MarkedReport) -> bool:
    """ "Sheathed their guns", "laid down its arms for a week": for a while, not in surrender."""
    resting = any(child.dep_ == "prt" for child in verb.children) or verb.lemma_ in word_set("resting_arms")
    return is_for_a_while(verb) or (has_lemma(verb, "resting") and resting and is_by_side(verb, marked))


def is_for_a_while(verb: Token) -> bool:
    """ "For a week", "for the duration of the talks", "until the harvest is in": arms are put to rest, not given up."""
    things = [
        child for child in verb.subtree if child.dep_ == "pobj" and child.head.lower_ in {"for", "during", "over"}
    ]
    awhile = any(
        thing.ent_type_ in {"DATE", "TIME"} or has_lemma(thing, "feasts") or has_lemma(thing, "lengths")
        for thing in things
    )
    disarming = verb_lines("disarming").get(verb.low_lemma)
    return awhile or bool(disarming and any(child.lower_ in {"while", "until", "till"} for child in verb.subtree))


def is_hostility(noun: Token) -> bool:
    """ "Military operations", "hostilities": what armies halt."""
    described = any(child.lower_ in word_set("of_armies") for child in noun.children)
    return noun.lower_ in word_set("hostilities") or (
        noun.low_lemma in {"operation", "action", "activity"} and described
    )


def is_named_operation(thing: Token) -> bool:
    """ "Operation Peace Spring"."""
    return thing.pos_ == "PROPN" and any(child.text == "Operation" for child in thing.children)


def is_for_votes(thing: Token) -> bool:
    """ "The senator suspended his campaign"."""
    if thing.low_lemma != "campaign":
        return False
    beside = {child.lower_ for child in thing.children}
    if beside & word_set("of_votes"):
        return True
    armed = beside & word_set("of_arms")
    return bool(beside & {"his", "her"}) and not armed


def is_own_halt(verb: Token, marked: MarkedReport) -> bool:
    """ "announced that it was ending its attacks": told by the side itself, of its own doing."""
    things = [
        thing
        for thing in direct_objects(verb)
        if (has_lemma(thing, "halt_objects") or is_hostility(thing) or is_named_operation(thing))
        and not is_for_votes(thing)
    ]
    owned = any(child.tag_ == "PRP$" for thing in things for child in thing.children)
    reported = verb.dep_ == "ccomp" and has_lemma(verb.head, "promising")
    itself = owned and reported and any(subject.lower_ == "it" for subject in subjects(verb))
    by_side = itself or any(is_side(subject, marked) for subject in subjects(verb))
    return has_lemma(verb, "halt_verbs") and by_side and bool(things) and (owned or reported)


def is_by_side(verb: Token, marked: MarkedReport) -> bool:
    return any(is_side(subject, marked) or has_lemma(subject, "camps") for subject in subjects(verb))


def is_side(token: Token, marked: MarkedReport) -> bool:
    mark = marked.actor_mark_of(token)
    if has_lemma(token, "civil_bodies"):
        return False
    return (mark is not None and mark.kind in SIDES) or token.lower_ in {"we", "they", "i", "he", "she"}
