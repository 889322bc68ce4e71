"""What a denial says of a meeting: refused, ruled out, not come about; or that it was held and brought nothing."""

from truceline.model.claims.talks import TalksStatus
from truceline.understand.finders.clause_parts.phrases import first_said, lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.chains import (
    is_by_nobody,
    is_going_on_with,
    is_gone_on_with,
    is_plan_noun,
    negated,
    whole_of,
)
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND, NOBODY, NONE_OF, is_nobody, is_pair
from truceline.understand.finders.talks_parts.status_stopped import aim_over
from truceline.understand.finders.talks_parts.telling_words import is_occasion
from truceline.understand.grammar import (
    SUBJECTS,
    auxiliaries,
    direct_objects,
    grammar_words,
    has_no,
    is_passive,
    prepositional_objects,
    subjects,
    will_or_may,
)
from truceline.understand.tokens import Token


def not_done(meeting: Meeting, chain: list[Token]) -> TalksStatus | None:
    if is_unanswered(meeting):
        return None
    if is_going_on_with(meeting.governor.head) or is_gone_on_with(meeting.governor):
        return None  # "we cannot go on talking to go-betweens"
    if is_of_outcome(meeting):
        return "held"
    if is_thought_of(meeting) or any(map(is_not_asked, chain)):
        return None
    return None if is_mere_topic(meeting) or is_beside_denial(meeting) else denied(meeting, chain)


def is_unanswered(meeting: Meeting) -> bool:
    """ "Have not yet replied to the invitation to talks"."""
    above = aim_over(whole_of(meeting.head))
    return above is not None and is_plan_noun(above) and lemma_of(meeting.governor) in word_set(KIND, "answering")


def is_disowned(meeting: Meeting) -> bool:
    """ "Denied that any talks had taken place", "denied reports of a meeting"."""
    if is_occasion(meeting) and not is_in_them(meeting):
        return False  # "denied that any bargain had been struck in talks"
    for up in meeting.head.ancestors:
        if is_news_that_is_none(up, meeting.head):
            return True
        if up.lemma_ == "deny" and up.i < meeting.head.i and not negated(up) and not is_passive(up):
            return any(
                meeting.head in child.subtree for child in up.children if child.dep_ in {"ccomp", "dobj", "xcomp"}
            )
    return False


def is_in_them(meeting: Meeting) -> bool:
    """ "Denied it was in talks with the rebels", "denied being in contact with them"."""
    step = meeting.head.head
    return meeting.head.dep_ == "pobj" and step.lower_ == "in" and step.head.lemma_ == "be"


def is_news_that_is_none(news: Token, told: Token) -> bool:
    """ "Reports of a meeting are baseless", "dismissed claims that they had met"."""
    if lemma_of(news) not in grammar_words("news") or news.pos_ != "NOUN" or told.i < news.i:
        return False
    verb = news.head
    if news.dep_ == "nsubj" and verb.lemma_ == "be":
        judged = {child.lower_ for child in verb.children if child.dep_ in {"acomp", "attr"}}
        return bool(judged & grammar_words("untrue")) and not negated(verb)
    dismissed = verb.head if news.dep_ == "pobj" and verb.lower_ == "as" else verb
    thrown_out = news.dep_ == "nsubjpass" if is_passive(dismissed) else news.dep_ in {"dobj", "pobj"}
    return thrown_out and dismissed.lemma_ in word_set(KIND, "disowning") and not negated(dismissed)


def is_missed(meeting: Meeting) -> bool:
    """ "Failed to meet", "was unable to meet", "the meeting did not materialise"."""
    verb = meeting.governor
    above = verb.head
    if verb.lemma_ == "fail" and meeting.head in subjects(verb) and not negated(verb):
        return any(child.dep_ == "xcomp" and says(child, KIND, "materialising") for child in verb.children)
    missed = verb.dep_ == "xcomp" and lemma_of(above) in {"fail", "unable"} and not negated(above)
    return missed and not is_occasion(meeting)  # "failed to agree after hours of talks": they did talk


def denied(meeting: Meeting, chain: list[Token]) -> TalksStatus:
    """ "Will not take part" refuses, "there will be no dialogue" rules out, "have not met" tells what was not."""
    if any(
        negated(verb) and says(verb, KIND, "planned") and not auxiliaries(verb) & word_set(KIND, "past_auxiliaries")
        for verb in chain
        if verb != meeting.head
    ) or is_not_considered(meeting.governor):
        return "ruled_out"  # "talks are not on the cards"
    if any(map(is_not_willing, chain)) or any(map(was_unable, chain)):
        return "refused" if any(map(is_not_willing, chain)) else "did_not_take_place"
    if any(auxiliaries(verb) & will_or_may() for verb in chain):
        if there_is_none(meeting) or is_of_both(meeting):
            return "ruled_out"
        return "cancelled" if is_called_off(meeting) else "refused"
    verb = meeting.governor
    told = lemma_of(verb) in word_set("speech", "says") and meeting.head.i < verb.i
    bare = verb == meeting.head or meeting.head.dep_ in {"ccomp", "ROOT"} or lemma_of(verb) == "say" or told
    if bare and meeting.head.pos_ not in VERBAL and has_no(meeting.head):
        return "ruled_out"  # "No talks with rebels, says president"
    if any(auxiliaries(one) & {"do", "does"} and negated(one) for one in chain) and meeting.head == verb:
        return "ruled_out"  # "we do not talk to terrorists"
    if verb.tag_ == "VB" and "to" in auxiliaries(verb) and negated(verb):
        return "refused"  # "vowed never to sit at a table with them"
    return "did_not_take_place"


def is_not_asked(verb: Token) -> bool:
    """ "Did not call for talks", "nobody has proposed a summit": whether they were held is not told."""
    asking = verb.pos_ in VERBAL and lemma_of(verb) in word_set(KIND, "asking")
    return asking and (negated(verb) or is_by_nobody(verb))


def is_not_willing(word: Token) -> bool:
    """ "Is not willing to negotiate", "is not ready to talk", "does not want talks"."""
    unready = word.pos_ == "ADJ" and says(word, KIND, "proposed")
    return (unready or lemma_of(word) == "want") and negated(word)


def is_not_considered(verb: Token) -> bool:
    """ "Such a meeting is not being discussed"."""
    now = "being" in auxiliaries(verb) and not auxiliaries(verb) & word_set(KIND, "past_auxiliaries")
    return now and lemma_of(verb) in word_set(KIND, "considering")


def was_unable(verb: Token) -> bool:
    """ "Had gone to Taga but could not meet him"; not "he said he could not meet them", which turns them down."""
    told = verb.dep_ == "ccomp" and verb.head.pos_ == "VERB"
    return "could" in auxiliaries(verb) and negated(verb) and not told


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
    """ "Has yet to meet", "have yet to begin"."""
    behind = [token.lower_ for token in meeting.governor.doc[meeting.governor.i + 1 : meeting.governor.i + 3]]
    if behind == ["yet", "to"]:
        return True
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
    if verb.lemma_ == "get" and any(child.lower_ in word_set(KIND, "under_way") for child in verb.children):
        return False  # "never got off the ground"
    return past and lemma_of(verb) in word_set(KIND, "yielding")


def is_mere_topic(meeting: Meeting) -> bool:
    """ "There's no negotiations", "this is not the time for talks": a view, not news of a meeting."""
    governor = meeting.governor
    judged = meeting.head.head.head if meeting.head.dep_ == "pobj" else meeting.head
    if judged.dep_ == "acomp" and lemma_of(judged) in word_set(KIND, "ripe"):
        return True  # "the time was not ripe for talks"
    is_view = governor.lemma_ == "be" and governor.tag_ in {"VBZ", "VBP"} and meeting.head.dep_ != "nsubj"
    return is_view and not auxiliaries(governor) & grammar_words("will")


def is_beside_denial(meeting: Meeting) -> bool:
    """ "Should not claim credit for the resumption of the dialogue", "the format of the talks will not change": what is
    denied is no meeting.
    """
    top = whole_of(meeting.head)
    while top.dep_ == "pobj" and top.head.lower_ in {"of", "in"} and top.head.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head.head
        top = top.head if top.dep_ == "conj" else top
    of_format = top.dep_ in SUBJECTS and lemma_of(top) in word_set(KIND, "features")
    nested = top != whole_of(meeting.head) and (top.dep_ == "pobj" or of_format)
    known = first_said(meeting.governor, KIND, ("held", "planned", "proposed", "ongoing")) is not None
    return nested and not there_is_none(meeting) and not known


def there_is_none(meeting: Meeting) -> bool:
    """ "No meeting was held", "neither side came"."""
    nouns = [meeting.head, *subjects(meeting.governor)] if meeting.head == meeting.governor else [meeting.head]
    if any(map(is_nobody, nouns)):
        return True
    if any(one.lower_ in NOBODY for one in direct_objects(meeting.head)):  # "will meet nobody", "sent none"
        return True
    described = [child for noun in nouns for child in noun.children if child.dep_ == "amod"]
    return any(inner.lower_ in NONE_OF for one in described for inner in one.children)  # "no more talks"
