"""What stopped a meeting: called off, put off, ruled out, refused, broken down."""

from truceline.model.claims.talks import TalksStatus
from truceline.understand.finders.clause_parts.phrases import first_said, lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.chains import negated, whole_of
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND, is_pair
from truceline.understand.finders.talks_parts.telling_words import is_occasion, nominal
from truceline.understand.grammar import (
    direct_objects,
    has_no,
    is_passive,
    prepositional_objects,
    subjects,
    will_or_may,
    with_conjuncts,
)
from truceline.understand.tokens import Token

# Tried in this order: what stopped a meeting weighs more than what planned it.
STOPPED: tuple[TalksStatus, ...] = ("ruled_out", "cancelled", "postponed", "refused", "collapsed")
BEHIND = frozenset({"conj", "ccomp", "parataxis"})
GIVEN_UP: tuple[TalksStatus, ...] = ("cancelled", "postponed")
AT_WORK: tuple[TalksStatus, ...] = ("cancelled", "postponed", "collapsed")


def undone_behind(meeting: Meeting) -> TalksStatus | None:
    """ "Had been due to meet this week, but that has been called off"; "...; the plan was called off"."""
    tops = (meeting.governor, *list(meeting.governor.ancestors)[:3])
    behind = [child for top in tops for child in top.children if child.dep_ in BEHIND and child.i > top.i]
    behind += [top for top in tops if top.i > meeting.head.i and is_parted(meeting.head, top)]
    above = meeting_in_clause_of(meeting)
    if above is not None and not direct_objects(above) and not negated(above):
        status = first_said(above, KIND, GIVEN_UP)
        if status is not None or says(above, KIND, "backing_out"):
            return status or "cancelled"
    given_up = journey_given_up(meeting)
    if given_up is not None:
        return given_up
    for verb in behind:
        if is_given_up_by_doer(verb):
            return "cancelled"
        same = whole_of(meeting.head) in subjects(verb)  # "had been scheduled to resume but were called off"
        if is_passive(verb) and not negated(verb) and (same or any(map(stands_for_meeting, subjects(verb)))):
            return first_said(verb, KIND, AT_WORK)
    named = [word for word in tops[-1].subtree if word.i > meeting.head.i and is_plan_named_so(word)]
    verbs = (verb for plan in named for verb in plan.children if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBN")
    return next((status for verb in verbs if (status := first_said(verb, KIND, AT_WORK))), None)


def meeting_in_clause_of(meeting: Meeting) -> Token | None:
    """ "The minister, who was to have met them on Monday, cancelled": what he did in the end."""
    clause = next((up for up in (meeting.governor, *meeting.governor.ancestors) if up.dep_ == "relcl"), None)
    noun = clause.head if clause is not None else None
    return noun.head if noun is not None and noun.dep_ == "nsubj" and noun.head.pos_ in VERBAL else None


def journey_given_up(meeting: Meeting) -> TalksStatus | None:
    """ "Cancelled his trip to Nairobi, where he was due to meet them": nobody goes, and nobody meets."""
    clause = next((up for up in (meeting.governor, *meeting.governor.ancestors) if up.dep_ in {"relcl", "acl"}), None)
    noun = clause.head if clause is not None else None
    while noun is not None and noun.dep_ == "pobj" and noun.head.lower_ in {"to", "in", "for"}:
        noun = noun.head.head
    if noun is None or noun.dep_ not in {"dobj", "nsubjpass"} or lemma_of(noun) not in word_set(KIND, "journeys"):
        return None
    return first_said(noun.head, KIND, GIVEN_UP) if not negated(noun.head) else None


def is_parted(meeting: Token, verb: Token) -> bool:
    """A semicolon or a dash stands between the two."""
    return any(token.text in {";", ":", "-", "–", "—"} for token in meeting.doc[meeting.i : verb.i])


def stands_for_meeting(noun: Token) -> bool:
    """ "That has been called off", "the plan was dropped"."""
    if noun.lower_ in {"that", "this", "it", "they", "both"}:
        return True
    return lemma_of(noun) in word_set(KIND, "intents") and any(
        child.lower_ in {"the", "this", "that"} for child in noun.children
    )


def is_plan_named_so(noun: Token) -> bool:
    """ "Had planned to meet in Doha, a plan called off on Thursday", "a meeting that was cancelled"."""
    told = word_set(KIND, "intents") | word_set(KIND, "nouns")
    behind = noun.i > 0 and noun.doc[noun.left_edge.i - 1].text in {",", "-", "–", "—"}
    return noun.dep_ in {"npadvmod", "appos", "dobj", "attr"} and lemma_of(noun) in told and behind


def is_given_up_by_doer(verb: Token) -> bool:
    """ "Had agreed to attend, but pulled out on Monday"."""
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    but = any(child.lower_ == "but" and child.dep_ == "cc" for child in verb.head.children)
    return verb.dep_ == "conj" and but and not own and not negated(verb) and says(verb, KIND, "backing_out")


def is_unplanned(meeting: Meeting) -> bool:
    """ "There are no plans for a meeting", "has no intention of meeting", "sees no point in talking"."""
    head = whole_of(meeting.head)
    above = aim_over(head)
    if above is None:
        return False
    nothing = above.lower_ == "nothing" and above.head.lemma_ in {
        "be",
        "have",
        "see",
    }  # "there is nothing to negotiate"
    return nothing or (lemma_of(above) in word_set(KIND, "aims") and has_no(above))


def aim_over(head: Token) -> Token | None:
    """The noun before "to meet", "of meeting", "for a meeting", also where the parse hangs those on its verb."""
    if head.dep_ in {"acl", "relcl"}:
        return head.head
    if head.dep_ not in {"pobj", "pcomp"}:
        return None
    step = head.head
    return step.nbor(-1) if step.head.pos_ in VERBAL and step.i > step.sent.start else step.head


def told_outright(meeting: Meeting) -> TalksStatus | None:
    if meeting.rule.startswith(("turns away", "recalls")):
        return "refused" if meeting.rule.startswith("turns away") else "collapsed"
    if is_unplanned(meeting):
        return "ruled_out"
    if meeting.governor.dep_ == "pcomp" and meeting.governor.head.lower_ == "without" and meeting.head.dep_ != "pobj":
        return "did_not_take_place"  # "came back without having seen him"
    if is_put_back(meeting):
        return "postponed"
    return "cancelled" if is_off(meeting) or fell_through(meeting) or is_called_off(meeting) else None


def is_put_back(meeting: Meeting) -> bool:
    """ "Caracas talks put back", in a headline: nobody is told who did it."""
    verb = meeting.governor
    back = verb.lemma_ in {"put", "push"} and any(child.lower_ in {"back", "off"} for child in verb.rights)
    return back and not direct_objects(verb) and whole_of(meeting.head) in subjects(verb)


def is_called_off(meeting: Meeting) -> bool:
    """ "Peace talks called off", in a headline: nobody is told who did it."""
    verb = meeting.governor
    off = verb.lemma_ == "call" and any(child.lower_ == "off" for child in verb.rights)
    return (
        off
        and not direct_objects(verb)
        and not negated(verb)
        and whole_of(meeting.head) in subjects(verb)
        and verb.helpers.isdisjoint(will_or_may())
    )


def fell_through(meeting: Meeting) -> bool:
    """ "The visit fell through": what was to be once did not come to be; talks that fell through had been going on."""
    verb = meeting.governor
    through = verb.lemma_ == "fall" and any(child.lower_ == "through" for child in verb.children)
    return through and lemma_of(meeting.head) in word_set(KIND, "falling_through") and not negated(verb)


def is_off(meeting: Meeting) -> bool:
    """ "The encounter in Kigali is off"."""
    verb = meeting.governor
    after = verb.doc[verb.i + 1 : verb.i + 3]
    off = len(after) == 2 and after[0].lower_ == "off" and (after[1].is_punct or after[1].lower_ in {"for", "until"})
    return verb.lemma_ == "be" and off and meeting.head in subjects(verb)


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


def is_out_of_question(meeting: Meeting) -> bool:
    """ "A meeting is out of the question", "talks are off the table", "the time for talks is over"."""
    if meeting.head.dep_ not in {"nsubj", "pobj", "csubj"} or is_occasion(meeting):
        return False
    sentence = meeting.head.sent
    words = sentence.text[whole_of(meeting.head).idx - sentence.start_char :].lower()
    words = words if aim_over(meeting.head) is None else f"time for {words}"
    return any(phrase in words for phrase in word_set(KIND, "ruled_out_be"))


def stops(word: Token, status: TalksStatus, meeting: Meeting) -> bool:
    """The word stops this meeting, not another thing: "failed to agree" ends no talks."""
    moved_on = status == "postponed" and is_moved_on(word)
    if moved_on or (status == "collapsed" and (is_ended_by_one(word, meeting) or is_ended_by_row(word, meeting))):
        return True
    if not says(word, KIND, status) or is_held_over(word, meeting):
        return False
    if status == "collapsed":
        return ends(word, meeting)
    if word.lemma_ in {"hold", "delay", "suspend"} and meeting.head.dep_ == "pobj" and meeting.governor == word:
        return lemma_of(meeting.head.head.head) in word_set(KIND, "parts")
    if word.lemma_ == "say":
        return word.nbor(1).lower_ == "no"  # "said he had received no invitation to talks"
    if word.lemma_ in {"slip", "slide", "wait"}:
        return any(meeting.head in token.subtree for token in subjects(word))  # "slipped across the border to confer"
    if word.lemma_ in word_set(KIND, "stopped_as_object"):
        return meeting.head in word.subtree
    return True


def is_held_over(word: Token, meeting: Meeting) -> bool:
    """ "Held talks over Kashmir": about it, and not put off."""
    about = (one for top in (word, meeting.head) for one in prepositional_objects(top, "over"))
    return word.lemma_ == "hold" and next(about, None) is not None


def is_ended_by_row(word: Token, meeting: Meeting) -> bool:
    """ "A walkout by the rebels ended the round", "the ill-fated talks"."""
    if word.dep_ == "amod":
        return word.head == meeting.head and word.lower_ in word_set(KIND, "ill_fated")
    if lemma_of(word) not in {"end", "halt", "stop"} or meeting.head not in direct_objects(word):
        return False
    return any(lemma_of(one) in word_set(KIND, "rows") for one in subjects(word))


def is_ended_by_one(verb: Token, meeting: Meeting) -> bool:
    """ "Santos ended peace talks with the rebels", "ended its dialogue with them": one side breaks them off. Two days
    of talks, or talks somewhere, that both sides ended were held.
    """
    talks = meeting.head
    if verb.lemma_ not in word_set(KIND, "ends_by_one") or talks not in direct_objects(verb):
        return False
    for_good = any(child.lower_ == "peace" or child.dep_ == "poss" for child in talks.children)
    sides = [side for doer in subjects(verb) for side in with_conjuncts(doer)]
    many = any(is_pair(side) or (side.tag_ == "NNS" and lemma_of(side) in word_set(KIND, "pairs")) for side in sides)
    alone = len(sides) == 1 and not many
    there = prepositional_objects(verb, "in", "at") or prepositional_objects(talks, "in", "at")
    with_whom = prepositional_objects(talks, "with") or prepositional_objects(verb, "with")
    return for_good and alone and bool(with_whom) and all(one.ent_type_ == "DATE" for one in there)


def is_moved_on(word: Token) -> bool:
    """ "Was pushed into next month", "slid to Friday"."""
    if word.pos_ not in VERBAL or lemma_of(word) not in word_set(KIND, "moving_on"):
        return False
    days = prepositional_objects(word, "to", "into", "until", "till")
    return any(day.ent_type_ == "DATE" and not any(child.tag_ == "PRP$" for child in day.children) for day in days)


def ends(word: Token, meeting: Meeting) -> bool:
    if word.pos_ == "NOUN" and word.i < meeting.head.i and word in nominal(meeting):
        return True  # "the collapse of the talks raised fears"
    if word.lemma_ == "stick" and not is_passive(word) and not prepositional_objects(word, "over", "at", "on"):
        return False  # "the talks stuck to the agenda"
    breaks_down = word.lemma_ in word_set(KIND, "breaking_down")
    if word.dep_ == "acl" and word.head == meeting.head == meeting.governor and breaks_down:
        return True  # "the talks stalled over the prisoners": the parse takes the verb for a participle
    if word.dep_ == "acomp" or breaks_down or meeting.head in subjects(word):
        about = [*subjects(word), *(subjects(word.head) if word.dep_ == "acomp" else [])]
        is_its = any(meeting.head == token or meeting.head in token.subtree for token in about)
        return (is_its or word.lemma_ == "break") and not any(child.dep_ == "xcomp" for child in word.children)
    if word.lemma_ in word_set(KIND, "quitting") and meeting.head in direct_objects(word):
        return True
    step = meeting.head.head
    out_of = step.lower_ == "of" and step.head.lower_ == "out"
    return meeting.head.dep_ == "pobj" and (out_of or (step.lower_ in {"of", "from"} and step.head == word))
