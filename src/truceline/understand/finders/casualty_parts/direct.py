"""The harm that the words beside a number tell of it."""

from truceline.model.claims.casualties import Harm
from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.changed import as_changed, is_left_behind, people_of_count
from truceline.understand.finders.casualty_parts.counted import LEFT_HOME, Counted, harm_at, state_right_behind
from truceline.understand.finders.casualty_parts.exclusions import (
    is_illness,
    is_made_known,
    is_made_thing,
    is_released,
    is_taken_in_war,
)
from truceline.understand.finders.casualty_parts.figures import (
    at_least_passed,
    first_token,
    last_token,
    person_taken,
)
from truceline.understand.finders.casualty_parts.harm_words import state_harms, word_set
from truceline.understand.finders.casualty_parts.joint import both_told_behind, joint_harm
from truceline.understand.finders.casualty_parts.people import is_person, status_of
from truceline.understand.tokens import Token

MILLION = 1_000_000
CROWD = 100  # persons: so many leave together only where they must


def direct(mark: NumberMark, unit: Token, noun: Token | None) -> Counted | None:
    last = last_token(mark, unit)
    taken = unit.low_lemma in word_set("taken_as")  # "22 taken prisoner": the parse counts the prisoner
    behind = state_right_behind(last) if unit == last or taken or unit.lower_ in state_harms() else None
    if behind is not None and taken:
        unit, noun = last, None
    told = behind or harm_at(unit, noun, first_token(mark, unit))
    if told is None:
        return None
    harm, teller, rule = told
    if rule == "harm-word-after" and is_left_behind(unit):
        return None
    if rule == "toll-noun" and (is_left_behind(unit) or (teller.low_lemma == "injury" and mark.text.lower() == "a")):
        return None  # "a captain among them ... and three others suffered injuries"
    if rule == LEFT_HOME and max(mark.low or 0, mark.high or 0) < CROWD:
        return None  # "two residents have left": on an errand
    if is_no_harm(harm, unit, noun, teller) or is_money(mark, harm):
        return None
    if harm == "displaced" and mark.text.lower() in {"a", "an"}:
        return None  # "a widow who lives in a camp" is no figure
    if rule in {"toll-noun", "tallied-before"}:
        mark = as_changed(at_least_passed(mark, unit), unit)
        noun = noun or counted_people(teller)
    noun = (person_taken(noun) or noun) if noun is not None else what_they_are(unit)
    harm = "casualties" if both_told_behind(unit) else joint_harm(harm, teller)
    return Counted(mark, unit, noun, harm, teller, rule)


def counted_people(teller: Token) -> Token | None:
    noun = people_of_count(teller)
    return noun if noun is not None and is_person(noun) else None


def what_they_are(unit: Token) -> Token | None:
    """ "Six of those killed were children"."""
    of_those = unit.head.lemma_ == "be" and unit.dep_ == "nsubj" and any(step.lower_ == "of" for step in unit.rights)
    told = (child for child in unit.head.rights if child.dep_ == "attr" and is_person(child)) if of_those else ()
    return next(iter(told), None)


def is_of_one_body(noun: Token | None, teller: Token) -> bool:
    """ "The body bore 18 bullet wounds": no 18 wounded."""
    if noun is None or noun != teller or noun.low_lemma not in {"wound", "injury"}:
        return False
    return any(child.low_lemma in word_set("of_wounds") for child in noun.children)


def is_money(mark: NumberMark, harm: Harm) -> bool:
    """ "The losses amount to several millions"."""
    return harm == "losses" and (mark.value or mark.low or 0) >= MILLION


def is_withdrawal(noun: Token, teller: Token) -> bool:
    """ "60 fighters leave the village": armed men go away, and nobody is driven from home."""
    return teller.low_lemma in word_set("going_away") and status_of(noun) == "military"


def is_no_harm(harm: Harm, unit: Token, noun: Token | None, teller: Token) -> bool:
    """Freed, sick, arrested by the police, treated for hunger; wounds of one body, things that are taken."""
    if (
        is_released(harm, unit, teller)
        or is_made_known(unit, teller)
        or is_illness(teller)
        or is_of_one_body(noun, teller)
    ):
        return True
    if harm == "captured" and teller.lemma_ in {"arrest", "apprehend"} and not is_taken_in_war(teller, noun):
        return True
    if harm == "displaced" and noun is not None and noun.low_lemma in word_set("not_uprooted"):
        return True  # "300 protesters poured into the square"
    if harm == "displaced" and noun is not None and is_withdrawal(noun, teller):
        return True
    if teller.lemma_ == "treat" and any(word.lower_ in word_set("ailments") for word in teller.subtree):
        return True
    return harm in {"captured", "losses"} and noun is not None and is_made_thing(noun)
