"""What became of a meeting, in the report's words: held, planned, ruled out ... and in which format."""

import datetime
import re

from spacy.tokens import Token

from truceline.model.claims.talks import TalksFormat, TalksOutcome, TalksStatus
from truceline.model.when import Date
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND
from truceline.understand.grammar import auxiliaries, is_negated, subjects

# Tried in this order: what stopped a meeting weighs more than what planned it.
STOPPED: tuple[TalksStatus, ...] = ("ruled_out", "cancelled", "postponed", "refused", "collapsed")
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
MAY = frozenset({"may", "might", "could", "can"})
FORMATS: tuple[TalksFormat, ...] = (
    "phone", "video", "letter", "trilateral", "separate", "proximity", "shuttle", "face_to_face", "multilateral",
    "mediation_body",
)  # fmt: skip
OUTCOMES: tuple[TalksOutcome, ...] = (
    "failed", "ceasefire_agreed", "partial_agreement", "process_agreement", "statement_only",
)  # fmt: skip


def status_of(meeting: Meeting, date: Date | None, published: datetime.date | None) -> TalksStatus | None:
    """Null where the words tell no meeting at all (a bare topic, a wish of nobody's)."""
    chain = governors(meeting)
    words = [*([] if is_occasion(meeting) else chain), *modifiers(meeting)]
    is_denied = any(map(negated, chain)) or has_no(meeting) or is_yet_to(meeting)
    stopped = next((status for status in STOPPED for word in words if stops(word, status, meeting)), None)
    if stopped is not None:
        return None if is_denied and stopped != "ruled_out" else stopped
    if is_denied:
        return None if is_mere_topic(meeting) else denied(meeting, chain)
    if any(auxiliaries(verb) & MAY for verb in chain):
        return None if meeting.head != meeting.governor else "proposed"
    return ahead_or_done(meeting, words, is_ahead(meeting, words, date, published))


def ahead_or_done(meeting: Meeting, words: list[Token], ahead: bool) -> TalksStatus | None:
    if ahead:
        return "planned"
    if any(says(word, KIND, "proposed") for word in words) or is_offered(meeting):
        return "proposed"
    if any(says(word, KIND, "ongoing") for word in words) or is_going_on(meeting):
        return "ongoing"
    return "held" if happened(meeting, governors(meeting)) else None


def is_occasion(meeting: Meeting) -> bool:
    """ "Agreed to a halt at talks in X": what was agreed is not the talks."""
    head = meeting.head
    return head.dep_ == "pobj" and head.head.lower_ in {"at", "in", "during", "after", "following", "since"}


def governors(meeting: Meeting) -> list[Token]:
    """The governing verb and those over it in the same clause: "refused to sit down", "is due to meet"."""
    chain = [meeting.governor]
    here = meeting.governor
    while len(chain) < 4 and (here.dep_ in {"xcomp", "acl", "pcomp"} or is_aim(here)):
        here = here.head
        if here.pos_ != "ADP":
            chain.append(here)
    above = here.head
    if (
        here.dep_ == "ccomp"
        and above.i < here.i
        and any(says(above, KIND, name) for name in (*STOPPED, "planned", "proposed"))
    ):
        chain.append(above)
    return chain


def is_aim(verb: Token) -> bool:
    return verb.dep_ == "advcl" and verb.tag_ == "VB" and "to" in auxiliaries(verb)


def modifiers(meeting: Meeting) -> list[Token]:
    """Words on the noun: "a planned meeting", "talks scheduled for Monday", "an offer of talks"."""
    noun = meeting.head
    if noun == meeting.governor and noun.pos_ in VERBAL:
        return []
    return [
        child for child in noun.children if child.dep_ in {"amod", "acl", "relcl"} and child.pos_ in {"VERB", "ADJ"}
    ]


def stops(word: Token, status: TalksStatus, meeting: Meeting) -> bool:
    """The word stops this meeting, not another thing: "failed to agree" ends no talks."""
    if not says(word, KIND, status):
        return False
    if status == "collapsed":
        return ends(word, meeting)
    if word.lemma_ in {"hold", "delay", "suspend"} and meeting.head.dep_ == "pobj" and meeting.governor == word:
        return False
    if word.lemma_ in {"skip", "oppose", "dismiss", "abandon"}:
        return meeting.head in word.subtree
    return True


def ends(word: Token, meeting: Meeting) -> bool:
    if word.lemma_ in {"fail", "stall", "collapse", "founder", "unravel", "break", "fall", "end"}:
        about = subjects(word)
        is_its = any(meeting.head == token or meeting.head in token.subtree for token in about)
        return (is_its or word.lemma_ == "break") and not any(child.dep_ == "xcomp" for child in word.children)
    return meeting.head.dep_ == "pobj" and meeting.head.head.lower_ in {"of", "from"}


def denied(meeting: Meeting, chain: list[Token]) -> TalksStatus:
    """ "Will not take part" refuses, "there will be no dialogue" rules out, "have not met" tells what was not."""
    if any(auxiliaries(verb) & WILL for verb in chain):
        return "ruled_out" if has_no(meeting) else "refused"
    return "did_not_take_place"


def is_yet_to(meeting: Meeting) -> bool:
    """ "Has yet to meet"."""
    before = [token.lower_ for token in meeting.governor.doc[max(0, meeting.governor.i - 3) : meeting.governor.i]]
    return "yet" in before and "to" in before


def is_mere_topic(meeting: Meeting) -> bool:
    """ "There's no negotiations", "this is not the time for talks": a view, not news of a meeting."""
    governor = meeting.governor
    return governor.lemma_ == "be" and not auxiliaries(governor) & WILL and meeting.head.dep_ != "nsubj"


def negated(verb: Token) -> bool:
    return verb.pos_ in VERBAL and (
        is_negated(verb) or any(child.lower_ in {"never", "neither"} for child in verb.children)
    )


def has_no(meeting: Meeting) -> bool:
    nouns = [meeting.head, *subjects(meeting.governor)] if meeting.head == meeting.governor else [meeting.head]
    return any(child.lower_ in {"no", "neither"} for noun in nouns for child in noun.children)


def is_ahead(meeting: Meeting, words: list[Token], date: Date | None, published: datetime.date | None) -> bool:
    if any(auxiliaries(verb) & WILL for verb in governors(meeting)) or is_ahead_of(meeting.head):
        return True
    if is_told_as_past(meeting.governor):
        is_own = meeting.head == meeting.governor or is_occasion(meeting)
        return not is_own and says(meeting.governor, KIND, "planned")
    if any(says(word, KIND, "planned") and is_plan(word) for word in words) or is_to_come(date, published):
        return True
    return any(verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.tag_ == "VB" for verb in words)


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


def is_plan(word: Token) -> bool:
    if word.lemma_ in {"set", "agree", "head", "look", "hope", "prepare"}:
        wanted = any(child.dep_ == "xcomp" or child.lower_ == "for" for child in word.children)
        return wanted or word.lemma_ == "head"
    return True


def is_offered(meeting: Meeting) -> bool:
    """ "His offer of talks", "a call for negotiations"."""
    head = meeting.head
    above = head.head.head if head.dep_ == "pobj" else head
    return lemma_of(above) in word_set(KIND, "plan_nouns")


def is_going_on(meeting: Meeting) -> bool:
    verb = meeting.governor
    aux = auxiliaries(verb)
    if verb.tag_ == "VBG" and aux & {"are", "is", "been", "'s", "'re"}:
        return not aux & {"was", "were"}
    since = any(child.lower_ == "since" for child in verb.children)
    return since and bool(aux & {"have", "has", "'ve"} or verb.tag_ in {"VBP", "VBZ"})


def happened(meeting: Meeting, chain: list[Token]) -> bool:
    """A verb of meeting told as past, a noun whose verb holds or ends it, or that a preposition puts in the past."""
    head, verb = meeting.head, meeting.governor
    if head == verb and head.pos_ in VERBAL:
        return head.tag_ in {"VBD", "VBN", "VBZ", "VBP"} or head.dep_ in {"conj", "xcomp", "advcl", "pcomp", "acl"}
    if any(says(word, KIND, "held") for word in chain) and head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}:
        return True
    if head == verb:
        return True
    step = head.head.lower_ if head.dep_ == "pobj" else ""
    if step == "of":
        return lemma_of(head.head.head) in word_set(KIND, "lengths")
    on_verb = head.head.head.pos_ in VERBAL if step else False
    return step in word_set(KIND, "past_times") or (step == "for" and on_verb)


def format_of(tokens: list[Token]) -> TalksFormat:
    near = {token.lower_ for token in tokens} | {lemma_of(token) for token in tokens}
    text = re.sub(r"\s*-\s*", "-", " ".join(token.lower_ for token in tokens))
    for name in FORMATS:
        if any(word in near or (not word.isalpha() and word in text) for word in word_set(KIND, f"format_{name}")):
            return name
    return "unknown"


def outcome_of(status: TalksStatus, sentence_text: str) -> TalksOutcome:
    if status in {"planned", "proposed", "ongoing"}:
        return "not_yet"
    if status in {"ruled_out", "refused", "cancelled", "postponed", "did_not_take_place", "standing_body"}:
        return "not_applicable"
    text = sentence_text.lower()
    for name in OUTCOMES:
        if any(phrase in text for phrase in word_set(KIND, f"outcome_{name}")):
            return name
    return "failed" if status == "collapsed" else "none_reported"
