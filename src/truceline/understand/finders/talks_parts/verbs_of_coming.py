"""Verbs of coming and of staying away: "will not send a delegation", "is expected in Cairo"."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.clause_parts.who import done_to
from truceline.understand.finders.talks_parts.around_verb import (
    has_leading_party,
    has_party,
    is_leader,
    is_somewhere,
    own_words,
)
from truceline.understand.finders.talks_parts.meeting_nouns import (
    has_sign,
    is_behind_round,
    is_in_report_of_talks,
)
from truceline.understand.finders.talks_parts.people import KIND, acting, is_nobody, is_pair, is_party
from truceline.understand.finders.talks_parts.verbs_of_meeting import has_other_aim
from truceline.understand.grammar import (
    auxiliaries,
    direct_objects,
    grammar_words,
    has_no,
    is_negated,
    prepositional_objects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


@begins_with(KIND, "showing_up", also=("send",))
def attends(verb: Token, marked: MarkedReport) -> bool:
    """ "Will not send a delegation", "failed to show up in Geneva", "is expected in both capitals"."""
    if lemma_of(verb) == "send":
        sent = [obj for obj in direct_objects(verb) if lemma_of(obj) in word_set(KIND, "delegations")]
        nobody = any(token.lower_ in {"anyone", "anybody", "nobody", "one"} for token in direct_objects(verb))
        if nobody and has_leading_party(verb, marked):
            return is_negated(verb) or any(token.lower_ in {"no", "nobody"} for token in own_words(verb))
        if not sent or has_other_aim(verb):
            return False
        unknown = all(lemma_of(one) == "team" and not has_sign(one) for one in sent)  # "a team of monitors"
        return is_kept_away(verb) or has_no_object(sent) or (is_yet_to_come(verb) and not unknown)
    if is_known_one_missed(verb, marked):
        return True
    if says(verb, KIND, "showing_up"):
        moves = lemma_of(verb) in word_set(KIND, "travelling")
        led = any(is_leader(token, marked) and token.pos_ != "PRON" for token in acting(verb))
        if moves and not led and not is_refusal_to_go(verb, marked):
            return False
        nobody = any(is_nobody(token) for token in acting(verb))
        led = has_leading_party(verb, marked) or any(is_nobody_of(token, marked) for token in acting(verb))
        return (is_kept_away(verb) or nobody) and led and is_somewhere(verb, marked)
    return False


def is_known_one_missed(verb: Token, marked: MarkedReport) -> bool:
    """ "The militia said it would not attend", "did not turn up", right after a round was told."""
    come = verb.lemma_ == "attend" or says(verb, KIND, "turning_up")
    if not come or direct_objects(verb) or "prep" in verb.child_deps or not is_kept_away(verb):
        return False
    return has_leading_party(verb, marked) and is_behind_round(verb)


def is_refusal_to_go(verb: Token, marked: MarkedReport) -> bool:
    """ "The army has refused to return to Jeddah", in a report about talks."""
    refused = verb.dep_ == "xcomp" and lemma_of(verb.head) in {"refuse", "decline"} and is_in_report_of_talks(verb)
    places = prepositional_objects(verb, "to")
    return refused and any(marked.place_mark_of(place) is not None for place in places) and has_party(verb, marked)


def is_nobody_of(token: Token, marked: MarkedReport) -> bool:
    """ "Nobody from the government turned up for the talks"; what they were missed at was held."""
    if not is_nobody(token) or prepositional_objects(token.head, "at"):
        return False
    return any(is_party(one, marked) for one in prepositional_objects(token, "from", "of"))


def has_no_object(sent: list[Token]) -> bool:
    return any(map(has_no, sent))


def is_kept_away(verb: Token) -> bool:
    above = verb.head
    unwilling = verb.dep_ == "xcomp" and lemma_of(above) in word_set(KIND, "unwilling")
    nobody = any(child.lower_ == "neither" for token in acting(verb) for child in token.children)
    return is_negated(verb) or unwilling or nobody


def is_yet_to_come(verb: Token) -> bool:
    return bool(auxiliaries(verb) & (grammar_words("will") | {"to"})) and bool(prepositional_objects(verb, "to"))


@begins_with(KIND, "travelling", also=("expect", "be"))
def goes_to_meet(verb: Token, marked: MarkedReport) -> bool:
    """A delegation on its way, told as to come: "are set to return to Doha", "is expected in Cairo on Sunday"."""
    expects = lemma_of(verb) == "expect"
    due = due_beside(verb)
    if (
        not expects
        and due is None
        and (lemma_of(verb) not in word_set(KIND, "travelling") or not is_ahead(verb, marked))
    ):
        return False
    if has_other_aim(verb):
        return False
    steps = [verb, *([due] if due is not None else []), *(child for child in verb.children if child.lower_ == "back")]
    placed = [
        token for step in steps for token in prepositional_objects(step, "in", "at", *(() if expects else ("to",)))
    ]
    who = done_to(verb) if expects else acting(verb)
    going = any(expects if token.tag_ == "PRP" else is_negotiator(token, marked) for token in who)
    return going and any(
        marked.place_mark_of(place) is not None or lemma_of(place) in word_set(KIND, "venues") for place in placed
    )


def is_negotiator(token: Token, marked: MarkedReport) -> bool:
    return is_leader(token, marked) or is_pair(token) or lemma_of(token) in word_set(KIND, "negotiators")


def due_beside(verb: Token) -> Token | None:
    """ "Are due in Cairo on Sunday"; not "due to the rain"."""
    due = next(
        (child for child in verb.children if child.dep_ == "acomp" and child.lower_ in {"due", "expected"}), None
    )
    return due if verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"} else None


def is_ahead(verb: Token, marked: MarkedReport) -> bool:
    return bool(auxiliaries(verb) & (grammar_words("will") | {"to"})) or (
        verb.tag_ == "VBZ" and is_dated_ahead(verb, marked)
    )


def is_dated_ahead(verb: Token, marked: MarkedReport) -> bool:
    """ "Lands in Addis on Saturday", told before that day."""
    published = marked.report.published
    dates = [mark.date for token in own_words(verb) if (mark := marked.date_mark_of(token)) is not None]
    known = [date.earliest for date in dates if date is not None and date.earliest is not None]
    return published is not None and any(day > published for day in known)
