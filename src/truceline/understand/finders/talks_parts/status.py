"""What became of a meeting, in the report's words: held, planned, ruled out ..."""

import datetime

from truceline.model.claims.talks import TalksStatus
from truceline.model.when import Date
from truceline.understand.finders.clause_parts.headline_states import state_behind
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.around_verb import are_several
from truceline.understand.finders.talks_parts.chains import governors, is_by_nobody, is_plan_noun, negated, whole_of
from truceline.understand.finders.talks_parts.meetings import TURN, Meeting, is_aside
from truceline.understand.finders.talks_parts.people import KIND, talks_lemma
from truceline.understand.finders.talks_parts.realised import happened
from truceline.understand.finders.talks_parts.status_ahead import SHOULD, is_ahead, is_told_as_past
from truceline.understand.finders.talks_parts.status_denied import (
    is_disowned,
    is_missed,
    is_yet_to,
    not_done,
    there_is_none,
)
from truceline.understand.finders.talks_parts.status_ongoing import has_begun, is_going_on
from truceline.understand.finders.talks_parts.status_stopped import (
    AT_WORK,
    GIVEN_UP,
    STOPPED,
    aim_over,
    is_out_of_question,
    is_over,
    over,
    stops,
    told_outright,
    undone_behind,
)
from truceline.understand.finders.talks_parts.status_wished import (
    is_if_clause,
    is_offered,
    is_on_terms,
    is_sought,
    is_unreal,
)
from truceline.understand.finders.talks_parts.telling_words import is_bare_topic, is_occasion, telling_words
from truceline.understand.finders.talks_parts.themes import is_theme
from truceline.understand.finders.talks_parts.turns import status_of_turn
from truceline.understand.grammar import (
    auxiliaries,
    grammar_words,
    is_only_near,
    prepositional_objects,
    subjects,
)
from truceline.understand.tokens import Token

HEADLINES: dict[str, TalksStatus | None] = {
    "headline_cancelled": "cancelled", "headline_postponed": "postponed", "headline_collapsed": "collapsed",
    "headline_ongoing": "ongoing", "headline_planned": "planned", "headline_nothing": None,
}  # fmt: skip


def status_of(meeting: Meeting, date: Date | None, published: datetime.date | None) -> TalksStatus | None:
    """Null where the words tell no meeting at all (a bare topic, a wish of nobody's)."""
    if meeting.rule.startswith(TURN):
        return status_of_turn(meeting.head, governors(meeting))
    if is_theme(meeting) or is_of_what_fell_through(meeting, date, published):
        return None
    if is_aside(meeting.head):
        return "held" if have_dealt(meeting.governor) else None
    bare = state_in_headline(meeting)
    return HEADLINES[bare] if bare is not None else told_outright(meeting) or status_by_words(meeting, date, published)


def status_by_words(meeting: Meeting, date: Date | None, published: datetime.date | None) -> TalksStatus | None:
    """By the verbs over it and the words on it."""
    chain = governors(meeting)
    if is_unreal(chain) or any(map(is_only_near, chain)):
        return None
    words = telling_words(meeting, chain)
    ahead = is_accepted(meeting) or is_ahead(meeting, chain, words, date, published)
    if is_over(meeting):
        return None if ahead else over(meeting)
    denied_here = any(map(negated, chain)) or there_is_none(meeting) or is_yet_to(meeting)
    denied_here = denied_here or (any(map(is_by_nobody, chain)) and not is_occasion(meeting))
    denied_here = denied_here and not is_only_before_denial(meeting)
    stopped = next((status for status in STOPPED for word in words if stops(word, status, meeting)), None)
    if stopped == "cancelled" and is_walkout(meeting, words):
        stopped = "collapsed"
    if stopped in AT_WORK and is_bare_topic(meeting):
        return None  # "cancel the vote as a precondition for talks"
    if stopped is not None:
        is_undone = any(negated(word) and stops(word, stopped, meeting) for word in words)  # "has not ruled out talks"
        is_undone = is_undone or is_told_denied(meeting)
        return None if is_undone or is_threatened(chain) or (denied_here and stopped != "ruled_out") else stopped
    return (
        (undone_behind(meeting) if ahead or was_due(chain) else None)
        or missed_or_wished(meeting, chain)
        or ("did_not_take_place" if was_to_have(meeting) else None)
        or (not_done(meeting, chain) if denied_here else done(meeting, chain, words, ahead))
    )


def is_of_what_fell_through(meeting: Meeting, date: Date | None, published: datetime.date | None) -> bool:
    """ "The meeting that Angola had convened in Luanda fell through": called, and never held."""
    clause, noun = meeting.head, meeting.head.head
    if clause.pos_ not in VERBAL or clause.dep_ != "relcl" or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if talks_lemma(noun) not in word_set(KIND, "nouns"):
        return False
    status = status_of(Meeting(noun, noun.head, "noun"), date, published)
    return status == "did_not_take_place" or status in GIVEN_UP


def state_in_headline(meeting: Meeting) -> str | None:
    """ "Talks off after raid", "Talks over, says rebel leader": no verb says what became of them."""
    head, verb = whole_of(meeting.head), meeting.governor
    told = verb.i > head.i and any(word.text == "," for word in verb.doc.tokens[head.i : verb.i])
    if head.pos_ != "NOUN" or not (verb in {head, meeting.head} or told):
        return None
    return state_behind(head, KIND, tuple(HEADLINES))


def have_dealt(verb: Token) -> bool:
    """ "The two agreed on the sidelines of a summit to free them": so they met there; not "told reporters there"."""
    told = is_told_as_past(verb) or verb.tag_ in {"VBZ", "VBP"}
    return told and lemma_of(verb) in word_set(KIND, "dealing") and are_several(verb) and not negated(verb)


def is_walkout(meeting: Meeting, words: list[Token]) -> bool:
    """ "Pulled out of the talks" that were going on; not of "a planned meeting", of talks "that were to be held"."""
    verb, step = meeting.governor, meeting.head.head
    left = says(verb, KIND, "leaving_talks") and step.lower_ == "of" and meeting.head.dep_ == "pobj"
    under_way = talks_lemma(meeting.head) in {"talks", "negotiation", "dialogue"}
    told_of = (word for word in meeting.head.subtree if word.dep_ == "relcl")
    planned = any(says(word, KIND, "planned") for word in words) or any(told_of)
    return left and under_way and not planned


def is_told_denied(meeting: Meeting) -> bool:
    """ "Denied that the negotiations had collapsed", "denied having walked out of the talks"."""
    clause = next((up for up in (meeting.governor, *meeting.governor.ancestors) if up.head.lemma_ == "deny"), None)
    return clause is not None and clause.dep_ in {"ccomp", "xcomp", "dobj"} and not negated(clause.head)


def is_threatened(chain: list[Token]) -> bool:
    """ "The talks will be suspended if the shelling goes on", "threatened to walk out", "may boycott the talks"."""
    if any(verb.lemma_ in word_set(KIND, "threatening") for verb in chain[1:]):
        return True
    if any(auxiliaries(verb) & grammar_words("may") and not negated(verb) for verb in chain):
        return True
    will = any(auxiliaries(verb) & grammar_words("will") for verb in chain)
    return will and any(is_if_clause(child) for verb in chain for child in verb.children)


def is_only_before_denial(meeting: Meeting) -> bool:
    """ "Neither side commented after their meeting in Doha": what came after it is denied."""
    step = meeting.head.head
    return meeting.head.dep_ == "pobj" and step.lower_ in {"after", "following"} and not step.is_sent_start


def was_due(chain: list[Token]) -> bool:
    """ "Was to have met"."""
    return any(verb.dep_ == "xcomp" and verb.head.lemma_ == "be" for verb in chain)


def is_accepted(meeting: Meeting) -> bool:
    """ "Accepted the invitation to talks", "took up the offer of a meeting"."""
    above = aim_over(meeting.head)
    verb = meeting.governor
    accepted = lemma_of(verb) in word_set(KIND, "accepting") and is_told_as_past(verb)
    return accepted and above is not None and is_plan_noun(above)


def was_to_have(meeting: Meeting) -> bool:
    """ "Were supposed to have met", "talks were to have begun": it did not come to that."""
    verbs = (meeting.governor, *(child for child in meeting.governor.children if child.i > meeting.head.i))
    due = (verb for verb in verbs if verb.dep_ == "xcomp" and verb.tag_ == "VBN" and was_past(verb.head))
    due = (verb for verb in due if lemma_of(verb.head) not in word_set(KIND, "said_of_others"))
    return any({"to", "have"} <= auxiliaries(verb) for verb in due)


def was_past(up: Token) -> bool:
    above = up if up.lemma_ == "be" else up.head
    return up.tag_ == "VBD" or above.tag_ == "VBD" or bool(auxiliaries(up) & {"was", "were", "had"})


def is_doubtful(meeting: Meeting) -> bool:
    """ "A meeting is unlikely", "the talks are in doubt": nobody knows of one."""
    verb = meeting.governor
    if verb.lemma_ not in {"be", "remain", "seem", "look", "appear"} or whole_of(meeting.head) not in subjects(verb):
        return False
    judged = [child for child in verb.children if child.dep_ in {"acomp", "oprd"}]
    judged += prepositional_objects(verb, "in")
    return any(lemma_of(word) in word_set(KIND, "doubtful") for word in judged)


def done(meeting: Meeting, chain: list[Token], words: list[Token], ahead: bool) -> TalksStatus | None:
    planned = any(says(word, KIND, "planned") for word in words)  # "a dialogue set for Monday looks unlikely"
    if is_habit(meeting) or is_bare_topic(meeting) or (is_doubtful(meeting) and not planned):
        return None
    return ahead_or_done(meeting, chain, words, ahead)


def missed_or_wished(meeting: Meeting, chain: list[Token]) -> TalksStatus | None:
    if any(negated(word) and says(word, KIND, "given_up") for word in chain):
        return "proposed"
    of_these = all(child.lower_ != "without" for child in meeting.head.children)  # "talks without X would be pointless"
    if of_these and any(says(one, KIND, "pointless") for verb in chain for one in verb.children if one.dep_ == "acomp"):
        return "refused"
    if is_out_of_question(meeting):
        return "ruled_out"
    if is_uninterested(meeting):
        return "refused"
    return "did_not_take_place" if is_disowned(meeting) or is_missed(meeting) else None


def is_uninterested(meeting: Meeting) -> bool:
    """ "Is not interested in talks"."""
    step = meeting.head.head
    inside = meeting.head.dep_ in {"pobj", "pcomp"} and step.lower_ == "in" and step.head.dep_ == "acomp"
    return inside and step.head.is_among(word_set(KIND, "interested")) and negated(step.head.head)


def ahead_or_done(meeting: Meeting, chain: list[Token], words: list[Token], ahead: bool) -> TalksStatus | None:
    if any(auxiliaries(verb) & SHOULD or is_wish_of(verb) for verb in chain) or is_tried(chain):
        return "proposed"
    if any(auxiliaries(verb) & grammar_words("may") for verb in chain):
        dated = ahead and says(meeting.governor, KIND, "coming_about")  # "could open on Monday"
        return "proposed" if meeting.head == meeting.governor else "planned" if dated else None
    if is_only_hoped(meeting.governor) or is_heard(meeting):
        return None if is_only_hoped(meeting.governor) else "held"
    if any(map(is_plan_noun, chain)) or (not is_occasion(meeting) and any(map(is_sought, chain))):
        return "proposed"
    if ahead:
        return "ongoing" if has_begun(meeting) else "proposed" if is_on_terms(meeting, chain) else "planned"
    if any(says(word, KIND, "proposed") and not came_about(word, meeting) for word in words) or is_offered(meeting):
        return "proposed"
    if any(says(word, KIND, "ongoing") for word in words) or is_going_on(meeting):
        return "ongoing"
    return "held" if happened(meeting, chain) else None


def is_tried(chain: list[Token]) -> bool:
    """ "Has been trying to arrange talks"."""
    return any(verb.lemma_ in word_set(KIND, "attempting") and verb.pos_ in VERBAL for verb in chain[1:])


def is_only_hoped(verb: Token) -> bool:
    """ "Diplomats hope that they will meet before the rains"."""
    above = verb.head
    return verb.dep_ == "ccomp" and above.lemma_ in word_set(KIND, "only_hoping") and above.i < verb.i


def is_wish_of(verb: Token) -> bool:
    """ "Would like to meet them"."""
    return verb.lemma_ in word_set(KIND, "wishing") and bool(auxiliaries(verb) & {"would", "'d"})


def is_heard(meeting: Meeting) -> bool:
    """ "The summit demanded a pull-out", "the conference called on both sides": it sat, and speaks."""
    verb = meeting.governor
    speaks = lemma_of(verb) in word_set(KIND, "speaking_of_bodies") and meeting.head.dep_ == "nsubj"
    return speaks and meeting.head.head == verb and is_told_as_past(verb)


def came_about(wish: Token, meeting: Meeting) -> bool:
    """ "The meeting demanded by the rebels was held in Lusaka"."""
    verb = meeting.governor
    of_it = wish.dep_ == "acl" and wish.head == meeting.head and verb not in {wish, meeting.head}
    return of_it and is_told_as_past(verb) and says(verb, KIND, "held")


def is_habit(meeting: Meeting) -> bool:
    """ "Farmers meet every market day": a custom, no round of talks."""
    verb = meeting.governor
    often = {child.lower_ for token in verb.children for child in (token, *token.children)}
    return verb.tag_ in {"VBZ", "VBP"} and bool(often & word_set(KIND, "habits"))
