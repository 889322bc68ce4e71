"""What became of a meeting, in the report's words: held, planned, ruled out ... and in which format."""

import datetime

from truceline.model.claims.talks import TalksStatus
from truceline.model.when import Date
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.chains import governors, is_plan_noun, whole_of
from truceline.understand.finders.talks_parts.meetings import TURN, Meeting
from truceline.understand.finders.talks_parts.people import KIND, is_pair, talks_lemma
from truceline.understand.finders.talks_parts.realised import happened
from truceline.understand.finders.talks_parts.themes import is_theme
from truceline.understand.finders.talks_parts.turns import status_of_turn
from truceline.understand.grammar import (
    auxiliaries,
    direct_objects,
    has_no,
    is_negated,
    is_passive,
    prepositional_objects,
    subjects,
)
from truceline.understand.tokens import Token

# Tried in this order: what stopped a meeting weighs more than what planned it.
STOPPED: tuple[TalksStatus, ...] = ("ruled_out", "cancelled", "postponed", "refused", "collapsed")
RESUMING = frozenset({"resume", "restart", "revive", "reopen", "relaunch", "unfreeze", "renew", "rekindle"})
BEGINNING = frozenset({"open", "begin", "start", "resume", "convene", "kick"})
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
MAY = frozenset({"may", "might", "could", "can"})
HAD = frozenset({"had", "was", "were", "did"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
SHOULD = frozenset({"should", "must", "ought"})
ENDING = frozenset(
    {
        "fail",
        "stall",
        "collapse",
        "founder",
        "unravel",
        "break",
        "fall",
        "end",
        "deadlock",
        "deadlocked",
        "crumble",
        "implode",
    }
)
AT_WORK_IN_ORDER: tuple[TalksStatus, ...] = ("cancelled", "postponed", "collapsed")
AT_WORK = frozenset(AT_WORK_IN_ORDER)
GOING = frozenset({"off", "under", "underway", "going", "started"})
NOBODY = frozenset({"nobody", "none"})
OCCASIONS = frozenset({"at", "in", "during", "after", "following", "since", "before", "despite", "amid", "amidst"})


def status_of(meeting: Meeting, date: Date | None, published: datetime.date | None) -> TalksStatus | None:
    """Null where the words tell no meeting at all (a bare topic, a wish of nobody's)."""
    chain = governors(meeting)
    if meeting.rule.startswith(TURN):
        return status_of_turn(meeting.head, chain)
    if is_theme(meeting):
        return None
    words = telling_words(meeting, chain)
    ahead = is_ahead(meeting, words, date, published)
    outright = told_outright(meeting)
    if outright is not None:
        return outright
    if is_unreal(chain):
        return None
    if is_over(meeting):
        return None if ahead else over(meeting)
    denied_here = any(map(negated, chain)) or there_is_none(meeting) or is_yet_to(meeting)
    stopped = next((status for status in STOPPED for word in words if stops(word, status, meeting)), None)
    if stopped in AT_WORK and is_bare_topic(meeting):
        return None  # "cancel the vote as a precondition for talks"
    if stopped is not None:
        is_undone = any(negated(word) and stops(word, stopped, meeting) for word in words)  # "has not ruled out talks"
        return None if is_undone or (denied_here and stopped != "ruled_out") else stopped
    return (
        undone_behind(meeting)
        or missed_or_wished(meeting, chain)
        or (not_done(meeting, chain) if denied_here else done(meeting, chain, words, ahead))
    )


def undone_behind(meeting: Meeting) -> TalksStatus | None:
    """ "Had been due to meet this week, but that has been called off"."""
    tops = (meeting.governor, *list(meeting.governor.ancestors)[:2])
    behind = [child for top in tops for child in top.children if child.dep_ in {"conj", "ccomp"} and child.i > top.i]
    for verb in behind:
        if is_given_up_by_doer(verb):
            return "cancelled"
        if any(one.lower_ in {"that", "this", "it"} for one in subjects(verb)) and is_passive(verb):
            return next((status for status in AT_WORK_IN_ORDER if says(verb, KIND, status)), None)
    return None


def is_given_up_by_doer(verb: Token) -> bool:
    """ "Had agreed to attend, but pulled out on Monday"."""
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    but = any(child.lower_ == "but" and child.dep_ == "cc" for child in verb.head.children)
    return verb.dep_ == "conj" and but and not own and not negated(verb) and says(verb, KIND, "backing_out")


def not_done(meeting: Meeting, chain: list[Token]) -> TalksStatus | None:
    if is_unanswered(meeting):
        return None
    if is_of_outcome(meeting):
        return "held"
    if is_thought_of(meeting):
        return None
    return None if is_mere_topic(meeting) or is_beside_denial(meeting) else denied(meeting, chain)


def is_unanswered(meeting: Meeting) -> bool:
    """ "Have not yet replied to the invitation to talks"."""
    above = whole_of(meeting.head).head.head
    return is_plan_noun(above) and lemma_of(meeting.governor) in word_set(KIND, "answering")


def done(meeting: Meeting, chain: list[Token], words: list[Token], ahead: bool) -> TalksStatus | None:
    if is_habit(meeting) or is_bare_topic(meeting):
        return None
    return ahead_or_done(meeting, chain, words, ahead)


def telling_words(meeting: Meeting, chain: list[Token]) -> list[Token]:
    """The words that may say what became of the meeting, those on the noun and adjectives of "to be" among them."""
    words = [*([] if is_occasion(meeting) else chain[is_verb_of_meeting(meeting) :]), *modifiers(meeting)]
    if any(lemma_of(word) in RESUMING for word in chain):
        words = [word for word in words if word in chain]  # "agreed to resume a dialogue frozen since"
    words = [word for word in words if not is_said_by_meeting(word, meeting)]
    words += [child for verb in words if verb.pos_ in VERBAL for child in verb.children if child.dep_ == "acomp"]
    return [*words, *nominal(meeting)]


def nominal(meeting: Meeting) -> list[Token]:
    """ "The collapse of the talks", "the postponement of the summit"."""
    head = whole_of(meeting.head)
    above = head.head.head
    is_of = head.dep_ == "pobj" and head.head.lower_ in {"of", "to", "in"}
    return [above] if is_of and above.pos_ == "NOUN" and lemma_of(above) in word_set(KIND, "nominal") else []


def missed_or_wished(meeting: Meeting, chain: list[Token]) -> TalksStatus | None:
    if any(negated(word) and says(word, KIND, "given_up") for word in chain):
        return "proposed"
    if any(says(child, KIND, "pointless") for verb in chain for child in verb.children if child.dep_ == "acomp"):
        return "refused"
    if is_out_of_question(meeting):
        return "ruled_out"
    return "did_not_take_place" if is_disowned(meeting) or is_missed(meeting) else None


def ahead_or_done(meeting: Meeting, chain: list[Token], words: list[Token], ahead: bool) -> TalksStatus | None:
    if any(auxiliaries(verb) & SHOULD for verb in chain):
        return "proposed"
    if any(auxiliaries(verb) & MAY for verb in chain):
        return None if meeting.head != meeting.governor else "proposed"
    if any(map(is_plan_noun, chain)):
        return "proposed"
    if not is_occasion(meeting) and any(map(is_sought, chain)):
        return "proposed"
    if ahead:
        return "ongoing" if has_begun(meeting) else "proposed" if is_on_terms(meeting) else "planned"
    if any(says(word, KIND, "proposed") for word in words) or is_offered(meeting):
        return "proposed"
    if any(says(word, KIND, "ongoing") for word in words) or is_going_on(meeting):
        return "ongoing"
    return "held" if happened(meeting, chain) else None


def is_sought(verb: Token) -> bool:
    """ "Is seeking a meeting before the end of August": whatever day it names, nobody has agreed to it."""
    return lemma_of(verb) in word_set(KIND, "seeking") and not auxiliaries(verb) & WILL


def is_so_far_in(verb: Token) -> bool:
    """ "Are now in their fourth month", "are into a third day"."""
    spans = prepositional_objects(verb, "in", "into")
    return any(
        lemma_of(span) in word_set(KIND, "lengths")
        and any(child.ent_type_ == "ORDINAL" or child.tag_ == "JJ" for child in span.children)
        for span in spans
    )


def has_begun(meeting: Meeting) -> bool:
    """ "The talks, which opened on Tuesday, are expected to run until Sunday"."""
    clauses = (child for child in meeting.head.children if child.dep_ == "relcl")
    return any(lemma_of(clause) in BEGINNING and clause.tag_ == "VBD" for clause in clauses)


def is_on_terms(meeting: Meeting) -> bool:
    """ "Would return to the table only if"."""
    if "would" not in {word for verb in governors(meeting) for word in auxiliaries(verb)}:
        return False
    if any(child.lower_ in {"gladly", "happily", "readily"} for child in meeting.governor.children):
        return True
    words = {token.lower_ for child in meeting.governor.children if child.dep_ == "advcl" for token in child.children}
    return "only" in {token.lower_ for token in meeting.head.sent} and bool(words & {"if", "when", "once", "after"})


def is_unplanned(meeting: Meeting) -> bool:
    """ "There are no plans for a meeting", "has no intention of meeting"."""
    head = whole_of(meeting.head)
    above = head.head.head if head.dep_ in {"pobj", "pcomp"} else head.head if head.dep_ in {"acl", "relcl"} else None
    if above is None or lemma_of(above) not in {"plan", "intention", "intent", "desire", "appetite", "wish"}:
        return False
    return has_no(above)


def told_outright(meeting: Meeting) -> TalksStatus | None:
    if meeting.rule.startswith("turns away"):
        return "refused"
    if is_unplanned(meeting):
        return "ruled_out"
    return "cancelled" if is_off(meeting) or fell_through(meeting) else None


def fell_through(meeting: Meeting) -> bool:
    """ "The visit fell through": what was to be once did not come to be; talks that fell through had been going on."""
    verb = meeting.governor
    through = verb.lemma_ == "fall" and any(child.lower_ == "through" for child in verb.children)
    return through and lemma_of(meeting.head) in {"meeting", "summit", "encounter", "visit"} and not negated(verb)


def is_off(meeting: Meeting) -> bool:
    """ "The encounter in Kigali is off"."""
    verb = meeting.governor
    after = verb.doc[verb.i + 1 : verb.i + 3]
    off = len(after) == 2 and after[0].lower_ == "off" and (after[1].is_punct or after[1].lower_ in {"for", "until"})
    return verb.lemma_ == "be" and off and meeting.head in subjects(verb)


def is_unreal(chain: list[Token]) -> bool:
    """ "Had hoped to see him", "would sooner dine with the devil"."""
    if any(child.lower_ in {"sooner", "rather"} for verb in chain for child in verb.children):
        return any("would" in auxiliaries(verb) for verb in chain)
    if any(verb.lemma_ in {"stop", "cease", "quit"} and verb.tag_ == "VB" for verb in chain[1:]):
        return True  # "demanded that the government stop negotiating abroad"
    if is_wanted_to_end(chain[0]):
        return True
    return any(verb.lemma_ in {"hope", "intend", "mean"} and "had" in auxiliaries(verb) for verb in chain)


def is_wanted_to_end(verb: Token) -> bool:
    """ "Demanded that the government suspend the talks": nobody has done so."""
    stopping = any(says(verb, KIND, name) for name in STOPPED) or verb.lemma_ in {"stop", "end", "quit", "halt"}
    wanted = verb.dep_ in {"ccomp", "xcomp"} and verb.head.pos_ in VERBAL and says(verb.head, KIND, "proposed")
    return stopping and wanted and verb.tag_ in {"VB", "VBP"} and not auxiliaries(verb) & WILL


def is_over(meeting: Meeting) -> bool:
    """ "The talks are over"."""
    verb = meeting.governor
    over = any(child.lower_ == "over" and child.i == verb.i + 1 for child in verb.children)
    return verb.lemma_ == "be" and over and meeting.head in subjects(verb)


def over(meeting: Meeting) -> TalksStatus:
    """ "The talks are over"; "after the first round of talks was over": that took its course."""
    marks = {child.lower_ for child in meeting.governor.children if child.dep_ in {"mark", "advmod"}}
    took_course = whole_of(meeting.head) != meeting.head or bool(marks & {"after", "when", "once"})
    return "held" if took_course else "collapsed"


def is_bare_topic(meeting: Meeting) -> bool:
    """ "A condition for talks", "hopes of talks": nobody met, nobody proposed to."""
    head = whole_of(meeting.head)
    return head.dep_ == "pobj" and lemma_of(head.head.head) in word_set(KIND, "topics")


def is_verb_of_meeting(meeting: Meeting) -> bool:
    """The verb that meets says nothing of what became of it; those over it do."""
    is_own = meeting.head == meeting.governor and meeting.head.pos_ in VERBAL
    return is_own and not meeting.rule.startswith(("to the table", "offers", "travels"))


def is_said_by_meeting(word: Token, meeting: Meeting) -> bool:
    """ "The summit called for a truce": a demand of the meeting's, not one for it."""
    is_own = meeting.head in subjects(word) and not is_passive(word)
    return is_own and lemma_of(word) in word_set(KIND, "said_by_meeting")


def is_disowned(meeting: Meeting) -> bool:
    """ "Denied that any talks had taken place", "denied reports of a meeting"."""
    for up in meeting.head.ancestors:
        if up.lemma_ == "deny" and not negated(up) and not is_passive(up):
            return any(
                meeting.head in child.subtree for child in up.children if child.dep_ in {"ccomp", "dobj", "xcomp"}
            )
    return False


def is_out_of_question(meeting: Meeting) -> bool:
    """ "A meeting is out of the question", "talks are off the table", "the time for talks is over"."""
    text = meeting.head.sent.text.lower()
    return meeting.head.dep_ in {"nsubj", "pobj"} and any(phrase in text for phrase in word_set(KIND, "ruled_out_be"))


def is_missed(meeting: Meeting) -> bool:
    """ "Failed to meet", "failed to turn up", "the meeting did not materialise"."""
    verb = meeting.governor
    above = verb.head
    missed = verb.dep_ == "xcomp" and above.lemma_ == "fail" and not negated(above)
    return missed and not is_occasion(meeting)  # "failed to agree after hours of talks": they did talk


def is_habit(meeting: Meeting) -> bool:
    """ "Farmers meet every market day": a custom, no round of talks."""
    verb = meeting.governor
    often = {child.lower_ for token in verb.children for child in (token, *token.children)}
    return verb.tag_ in {"VBZ", "VBP"} and bool(often & {"every", "always", "usually", "often", "sometimes"})


def is_occasion(meeting: Meeting) -> bool:
    """ "Agreed to a halt at talks in X", "pulled out of the town ahead of talks": what was done is not the talks."""
    head = whole_of(meeting.head)
    if head.dep_ == "pobj" and head.head.head.lower_ == "ahead":
        return True
    if head.dep_ != "pobj" or head.head.lower_ not in OCCASIONS:
        return False
    about = head.head.head  # "an attempt at mediation", "its part in the talks": the noun says what became of it
    return about.pos_ in VERBAL or lemma_of(about) not in word_set(KIND, "parts")


def modifiers(meeting: Meeting) -> list[Token]:
    """Words on the noun: "a planned meeting", "talks scheduled for Monday", "an offer of talks"."""
    noun = meeting.head
    if noun == meeting.governor and noun.pos_ in VERBAL:
        return []
    inner = [one for one in prepositional_objects(noun, "of") if talks_lemma(one) in word_set(KIND, "nouns")]
    return [
        child
        for one in (noun, *inner)  # "a round of talks that was suspended"
        for child in one.children
        if child.dep_ in {"amod", "acl", "relcl"}
        and child.pos_ in {"VERB", "ADJ"}
        and child.lower_ not in {"aimed", "ruling"}
    ]


def stops(word: Token, status: TalksStatus, meeting: Meeting) -> bool:
    """The word stops this meeting, not another thing: "failed to agree" ends no talks."""
    if status == "postponed" and is_moved_on(word):
        return True
    if not says(word, KIND, status):
        return False
    if status == "collapsed":
        return ends(word, meeting)
    if word.lemma_ in {"hold", "delay", "suspend"} and meeting.head.dep_ == "pobj" and meeting.governor == word:
        return lemma_of(meeting.head.head.head) in word_set(KIND, "parts")
    if word.lemma_ in {"slip", "slide", "wait"}:
        return any(meeting.head in token.subtree for token in subjects(word))  # "slipped across the border to confer"
    if word.lemma_ in {"skip", "oppose", "dismiss", "abandon"}:
        return meeting.head in word.subtree
    return True


def is_moved_on(word: Token) -> bool:
    """ "Was pushed into next month", "slid to Friday"."""
    if word.pos_ not in VERBAL or lemma_of(word) not in word_set(KIND, "moving_on"):
        return False
    days = prepositional_objects(word, "to", "into", "until", "till")
    return any(day.ent_type_ == "DATE" and not any(child.tag_ == "PRP$" for child in day.children) for day in days)


def ends(word: Token, meeting: Meeting) -> bool:
    if word.dep_ == "acl" and word.head == meeting.head == meeting.governor and word.lemma_ in ENDING:
        return True  # "the talks stalled over the prisoners": the parse takes the verb for a participle
    if word.dep_ == "acomp" or word.lemma_ in ENDING or meeting.head in subjects(word):
        about = [*subjects(word), *(subjects(word.head) if word.dep_ == "acomp" else [])]
        is_its = any(meeting.head == token or meeting.head in token.subtree for token in about)
        return (is_its or word.lemma_ == "break") and not any(child.dep_ == "xcomp" for child in word.children)
    step = meeting.head.head
    out_of = step.lower_ == "of" and step.head.lower_ == "out"
    return meeting.head.dep_ == "pobj" and (out_of or (step.lower_ in {"of", "from"} and step.head == word))


def denied(meeting: Meeting, chain: list[Token]) -> TalksStatus:
    """ "Will not take part" refuses, "there will be no dialogue" rules out, "have not met" tells what was not."""
    if any(
        negated(verb) and says(verb, KIND, "planned") and not auxiliaries(verb) & HAD
        for verb in chain
        if verb != meeting.head
    ):
        return "ruled_out"  # "talks are not on the cards"
    if any(auxiliaries(verb) & (WILL | MAY) for verb in chain):
        if there_is_none(meeting) or is_of_both(meeting):
            return "ruled_out"
        return "cancelled" if is_called_off(meeting) else "refused"
    verb = meeting.governor
    bare = verb == meeting.head or meeting.head.dep_ in {"ccomp", "ROOT"} or lemma_of(verb) == "say"
    if bare and meeting.head.pos_ not in VERBAL and has_no(meeting.head):
        return "ruled_out"  # "No talks with rebels, says president"
    if any(auxiliaries(one) & {"do", "does"} and negated(one) for one in chain) and meeting.head == verb:
        return "ruled_out"  # "we do not talk to terrorists"
    if verb.tag_ == "VB" and "to" in auxiliaries(verb) and negated(verb):
        return "refused"  # "vowed never to sit at a table with them"
    return "did_not_take_place"


def is_of_both(meeting: Meeting) -> bool:
    """ "The two ministers will not see each other": said of both, so that neither turns the other down."""
    verb = meeting.head
    if any(one.lower_ in {"other", "another"} for one in verb.children):
        return True
    who = subjects(verb)
    several = len(who) > 1 or any(map(is_pair, who))
    return several and not direct_objects(verb) and not prepositional_objects(verb, "with", "to")


def is_called_off(meeting: Meeting) -> bool:
    """ "The session planned for Thursday will not take place", "will not be held"."""
    verb = meeting.governor
    is_its = meeting.head in subjects(verb)
    return is_its and (is_passive(verb) or says(verb, KIND, "coming_about"))


def is_yet_to(meeting: Meeting) -> bool:
    """ "Has yet to meet"."""
    before = [token.lower_ for token in meeting.governor.doc[max(0, meeting.governor.i - 3) : meeting.governor.i]]
    return "yet" in before and "to" in before


def is_thought_of(meeting: Meeting) -> bool:
    """ "It would be a mistake for the army not to attend": nobody says that it does not."""
    verb = meeting.governor
    own = any(child.dep_ == "nsubj" for child in verb.children)
    judged = verb.head.lemma_ == "be" and any(child.dep_ in {"attr", "acomp"} for child in verb.head.children)
    return verb.tag_ == "VB" and "to" in auxiliaries(verb) and own and judged


def is_of_outcome(meeting: Meeting) -> bool:
    """ "The talks did not produce an agreement": they were held, and what is denied came of them."""
    verb = meeting.governor
    if meeting.head not in subjects(verb) or is_passive(verb) or there_is_none(meeting):
        return False
    past = verb.tag_ in {"VBD", "VBN"} or bool(auxiliaries(verb) & {"did", "had"})
    if any(child.lower_ in {"ahead", "forward", "on"} and child.dep_ != "prep" for child in verb.children):
        return False  # "the meeting did not go ahead"
    if verb.lemma_ == "get" and any(child.lower_ in GOING for child in verb.children):
        return False  # "never got off the ground"
    return past and lemma_of(verb) in word_set(KIND, "yielding")


def is_mere_topic(meeting: Meeting) -> bool:
    """ "There's no negotiations", "this is not the time for talks": a view, not news of a meeting."""
    governor = meeting.governor
    is_view = governor.lemma_ == "be" and governor.tag_ in {"VBZ", "VBP"} and meeting.head.dep_ != "nsubj"
    return is_view and not auxiliaries(governor) & WILL


def is_beside_denial(meeting: Meeting) -> bool:
    """ "Should not claim credit for the resumption of the dialogue": what is denied is no meeting."""
    top = whole_of(meeting.head)
    while top.dep_ == "pobj" and top.head.lower_ in {"of", "in"} and top.head.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head.head
        top = top.head if top.dep_ == "conj" else top
    nested = top != whole_of(meeting.head) and top.dep_ == "pobj"
    known = any(says(meeting.governor, KIND, name) for name in ("held", "planned", "proposed", "ongoing"))
    return nested and not there_is_none(meeting) and not known


def negated(verb: Token) -> bool:
    return verb.pos_ in VERBAL and (
        is_negated(verb) or any(child.lower_ in {"never", "neither"} for child in verb.children)
    )


def there_is_none(meeting: Meeting) -> bool:
    """ "No meeting was held", "neither side came"."""
    nouns = [meeting.head, *subjects(meeting.governor)] if meeting.head == meeting.governor else [meeting.head]
    if any(noun.lower_ in NOBODY for noun in nouns):
        return True
    if any(one.lower_ in NOBODY for one in direct_objects(meeting.head)):  # "will meet nobody", "sent none"
        return True
    near = [child for noun in nouns for child in noun.children]
    near += [inner for child in near if child.dep_ == "amod" for inner in child.children]  # "no more talks"
    return any(child.lower_ in {"no", "neither"} for child in near)


def is_ahead(meeting: Meeting, words: list[Token], date: Date | None, published: datetime.date | None) -> bool:
    if any(auxiliaries(verb) & WILL for verb in governors(meeting)) or is_ahead_of(meeting.head):
        return True
    if is_for_what_is_to_come(meeting) or is_later_today(meeting):
        return True
    if is_departure(meeting) or is_to_be_done(meeting.governor) or was_to_be(meeting.governor):
        return True
    if is_told_as_past(meeting.governor) and not is_future_in_past(meeting):
        is_own = meeting.head == meeting.governor or is_occasion(meeting)
        return not is_own and says(meeting.governor, KIND, "planned")
    if any(says(word, KIND, "planned") and is_plan(word) for word in words) or is_to_come(date, published):
        return True
    if is_headline_infinitive(meeting.governor) or is_on_way(meeting):
        return True
    if any(verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.tag_ == "VB" for verb in words):
        return True
    return meeting.head in subjects(meeting.governor) and is_future_in_past(meeting)


def is_infinitive(verb: Token) -> bool:
    """ "Is to meet", "is to be held"."""
    return verb.tag_ == "VB" or {"to", "be"} <= auxiliaries(verb)


def is_later_today(meeting: Meeting) -> bool:
    """ "The general sees the premier this afternoon": what the present tense tells of a day named is to come."""
    verb = meeting.governor
    meets = meeting.head == verb or says(verb, KIND, "coming_about")
    if verb.tag_ not in {"VBZ", "VBP"} or not meets or verb.sent.text.rstrip()[-1:] not in {".", "”", '"'}:
        return False
    beside = {child.lower_ for one in verb.children for child in (one, *one.children)}
    if beside & WEEKDAYS and not beside & {"every", "since", "last"}:
        return True  # "the talks reopen on Tuesday"
    today = "this" in beside and beside & {"afternoon", "evening"}
    return bool(today or beside & {"tonight", "tomorrow", "later"})


def is_departure(meeting: Meeting) -> bool:
    """ "Left on Tuesday for talks in Cairo": who leaves has not met yet."""
    step = meeting.head.head
    return step.lower_ == "for" and lemma_of(step.head) in word_set(KIND, "departing")


def is_to_be_done(verb: Token) -> bool:
    """ "The only issue to be discussed at the Rabat meeting": it is yet to come."""
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"} and {"to", "be"} <= auxiliaries(verb)


def was_to_be(verb: Token) -> bool:
    """ "Machar was to meet Kiir on Friday": due, whether or not it came to that."""
    step = next((child for child in verb.children if child.lower_ == "to" and child.dep_ == "aux"), None)
    due = verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.head.dep_ != "relcl"
    return due and step is not None and step.i == verb.head.i + 1


def is_on_way(meeting: Meeting) -> bool:
    """ "Is on his way to Damascus to see"."""
    here = meeting.governor
    way = next((up for up in here.ancestors if up.lemma_ == "way" and up.head.lower_ == "on"), None)
    verb = way.head.head if way is not None else here.head
    ways = [t for child in verb.children if child.lower_ == "on" for t in child.children if t.lemma_ == "way"]
    return here.tag_ == "VB" and (way is not None or bool(ways)) and verb.tag_ in {"VBZ", "VBP"}


def is_headline_infinitive(verb: Token) -> bool:
    """ "Armenia, Azerbaijan to hold talks", "the envoys to meet on Friday"."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    own_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    is_root = verb.dep_ in {"ROOT", "acl", "relcl", "ccomp"} and (own_subject or verb.dep_ == "acl")
    return verb.tag_ == "VB" and before.lower_ == "to" and is_root and verb.sent.text.rstrip()[-1:] not in {".", "?"}


def is_future_in_past(meeting: Meeting) -> bool:
    """ "Talks were to begin on Monday"."""
    verb = meeting.governor
    return verb.lemma_ == "be" and any(child.dep_ == "xcomp" and is_infinitive(child) for child in verb.children)


def is_ahead_of(head: Token) -> bool:
    """ "Ahead of talks", "on the eve of the summit"."""
    before = [token.lower_ for token in head.doc[max(0, head.i - 5) : head.i]]
    return head.dep_ == "pobj" and ("ahead" in before or "eve" in before)


def is_to_come(date: Date | None, published: datetime.date | None) -> bool:
    known = date is not None and date.earliest is not None and published is not None
    return known and date.earliest > published  # type: ignore[union-attr, operator]


def is_told_as_past(verb: Token) -> bool:
    """ "Met", "has met", "had spoken": done, whatever date stands near."""
    if verb.pos_ not in VERBAL:
        return False
    aux = auxiliaries(verb)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(aux & {"has", "have", "had", "'ve"}))


def is_for_what_is_to_come(meeting: Meeting) -> bool:
    """ "Flew in for talks that are due to get under way on Thursday"."""
    noun = meeting.head
    clauses = [word for word in noun.subtree if word.dep_ in {"relcl", "acl"} and word.i > noun.i]
    words = [*clauses, *(child for clause in clauses for child in clause.children if child.dep_ == "acomp")]
    aimed = noun.dep_ == "pobj" and noun.head.lower_ in {"for", "to", "on"}
    will = any(auxiliaries(clause) & WILL for clause in clauses)
    return aimed and (will or any(says(word, KIND, "planned") and is_plan(word) for word in words))


def is_plan(word: Token) -> bool:
    if word.lemma_ in {"set", "agree", "head", "look", "hope", "prepare"}:
        wanted = any(child.dep_ == "xcomp" or child.lower_ == "for" for child in word.children)
        return wanted or word.lemma_ == "head"
    return True


def is_offered(meeting: Meeting) -> bool:
    """ "His offer of talks", "a call for negotiations"."""
    head = meeting.head
    above = head.head.head if head.dep_ == "pobj" else head.head if head.dep_ in {"acl", "xcomp"} else None
    return (above is not None and is_plan_noun(above)) or any(map(is_plan_noun, governors(meeting)))


def is_going_on(meeting: Meeting) -> bool:
    verb = meeting.governor
    aux = auxiliaries(verb)
    if lemma_of(verb) in {"lock", "closet"} and aux & {"are", "is"}:
        return True  # "are still locked in argument"
    if verb.tag_ == "VBG" and aux & {"are", "is", "been", "'s", "'re"}:
        holds = meeting.head == verb or any(says(verb, KIND, name) for name in ("held", "ongoing"))
        return holds and not aux & {"was", "were"}
    if verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"}:
        if is_so_far_in(verb):
            return True
        in_it = meeting.head.dep_ == "pobj" and meeting.head.head.lower_ == "in" and meeting.head.head.head == verb
        still = any(child.lower_ in {"ongoing", "underway", "continuing"} for child in verb.children)
        return in_it or still
    since = any(child.lower_ == "since" for child in verb.children)
    lasting = verb.tag_ == "VBG" or lemma_of(verb) in {"be", *word_set(KIND, "shuttling")}
    return since and lasting and bool(aux & {"have", "has", "'ve"} or verb.tag_ in {"VBP", "VBZ"})
