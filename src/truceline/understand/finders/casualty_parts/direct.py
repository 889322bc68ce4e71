"""The harm that the words beside a number tell of it."""

from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.counted import Counted, harm_at, state_right_behind
from truceline.understand.finders.casualty_parts.exclusions import (
    is_illness,
    is_made_thing,
    is_released,
    is_taken_in_war,
)
from truceline.understand.finders.casualty_parts.figures import at_least_passed, first_token, last_token
from truceline.understand.finders.casualty_parts.harm_words import state_harms, word_set
from truceline.understand.finders.casualty_parts.joint import both_told_behind, joint_harm
from truceline.understand.tokens import Token


def direct(mark: NumberMark, unit: Token, noun: Token | None) -> Counted | None:
    last = last_token(mark, unit)
    behind = state_right_behind(last) if unit == last or unit.lower_ in state_harms() else None
    told = behind or harm_at(unit, noun, first_token(mark, unit))
    if told is None:
        return None
    harm, teller, rule = told
    if is_released(harm, unit, teller) or is_illness(teller):
        return None
    if harm == "captured" and teller.lemma_ in {"arrest", "apprehend"} and not is_taken_in_war(teller, noun):
        return None
    if teller.lemma_ == "treat" and any(word.lower_ in word_set("ailments") for word in teller.subtree):
        return None
    if harm in {"captured", "losses"} and noun is not None and is_made_thing(noun):
        return None
    if harm == "displaced" and mark.text.lower() in {"a", "an"}:
        return None  # "a widow who lives in a camp" is no figure
    mark = at_least_passed(mark, unit) if rule in {"toll-noun", "tallied-before"} else mark
    harm = "casualties" if both_told_behind(unit) else joint_harm(harm, teller)
    return Counted(mark, unit, noun, harm, teller, rule)
