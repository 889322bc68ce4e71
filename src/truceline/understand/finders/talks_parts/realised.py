"""Whether the words tell a meeting as one that was held: a wish or a topic is none."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.chains import whole_of
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND
from truceline.understand.finders.talks_parts.themes import is_described_as
from truceline.understand.grammar import auxiliaries, subjects
from truceline.understand.tokens import Token

PRESENT = frozenset({"VBZ", "VBP"})
PAST = frozenset({"VBD", "VBN"})
PART_OF = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def happened(meeting: Meeting, chain: list[Token]) -> bool:
    """A verb of meeting told as past, a noun whose verb holds or ends it, or that a preposition puts in the past."""
    head, verb = meeting.head, meeting.governor
    if head == verb and head.pos_ in VERBAL:
        return is_told(head)
    if is_named_after_deed(head):
        return is_told(verb)
    if head in subjects(verb) and lemma_of(verb) in word_set(KIND, "said_by_meeting"):
        return True
    if is_start_that_told(head, verb) or is_described_as(verb, whole_of(head)):
        return True
    is_own_clause = verb.dep_ == "relcl" and verb.head == head  # "a statement on the meeting that was held in Tunis"
    if (head.dep_ in PART_OF or is_own_clause) and any(says(word, KIND, "held") for word in chain):
        return is_told(verb)
    if head == verb:
        return not is_in_headline_phrase(head)
    return is_put_in_past(head)


def is_start_that_told(head: Token, verb: Token) -> bool:
    """ "The resumption of the talks raised hopes": so they have resumed; not "depended on it"."""
    start = whole_of(head).head.head
    is_of = whole_of(head).dep_ == "pobj" and whole_of(head).head.lower_ == "of"
    begun = is_of and lemma_of(start) in word_set(KIND, "starts") and start in subjects(verb)
    return begun and verb.tag_ == "VBD" and lemma_of(verb) not in word_set(KIND, "awaiting")


def is_in_headline_phrase(head: Token) -> bool:
    """ "Doubts over the Libya talks"; not "Talks in Doha"."""
    return whole_of(head).dep_ == "pobj" and head.sent.text.rstrip()[-1:] != "."


def is_coming(verb: Token) -> bool:
    """Who flies in, meets, is received "for talks" has them; who disbands a panel for talks has not."""
    lists = ("done_to_meet", "travelling", "receiving", "meeting_verbs", "sending")
    return verb.pos_ in VERBAL and any(lemma_of(verb) in word_set(KIND, name) for name in lists)


def is_named_after_deed(head: Token) -> bool:
    """ "Signed the deal in X, their first meeting": what they did was the meeting."""
    beside = {child.lower_ for child in head.children}
    counted = bool(beside & word_set(KIND, "nth"))
    owned = any(child.tag_ in {"PRP$", "DT"} for child in head.children)
    after_comma = head.left_edge.nbor(-1).text in {",", "--", "–", "—"}
    return head.dep_ in {"appos", "dobj", "npadvmod", "attr"} and counted and owned and after_comma


def is_told(verb: Token) -> bool:
    """A finite verb; an infinitive or gerund only where the clause above makes it a deed: "flew there to meet"."""
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and verb.head.tag_ == "VB" and not auxiliaries(verb):
        return is_told(verb.head)  # "aims to get a dialogue started"
    if verb.tag_ in PRESENT | PAST:
        return verb.dep_ != "conj" or verb.head.tag_ != "VB" or verb.tag_ in PAST
    if verb.tag_ == "VBG":
        return is_gerund_of_deed(verb)
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return is_told(verb.head)
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_ == "take" and any(one.lower_ == "it" for one in subjects(above)):
        return is_told(above)  # "it took a hotel in the hills to get both into one room"
    return verb.dep_ in {"xcomp", "advcl"} and lemma_of(above) in word_set(KIND, "done_to_meet") and is_told(above)


def is_gerund_of_deed(verb: Token) -> bool:
    """ "After holding talks", "spent the day meeting envoys"; not "a condition for starting talks"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in word_set(KIND, "past_times") | {"by", "while", "upon"}
    if auxiliaries(verb) & {"was", "were", "had"}:
        return True
    return verb.dep_ in {"advcl", "acl", "ROOT", "conj", "xcomp"} and not auxiliaries(verb)


def is_in_discussion(theme: Token) -> bool:
    """ "Discussed the negotiations in a telephone call": the parse hangs the call on what they discussed."""
    verb = theme.head
    return theme.dep_ == "dobj" and lemma_of(verb) in word_set(KIND, "discussing") and is_told(verb)


def is_put_in_past(head: Token) -> bool:
    """ "After talks in X", "a week of negotiations", "went there for talks"."""
    step = head.head.lower_ if head.dep_ in {"pobj", "pcomp"} else ""
    above = head.head.head
    if step == "before":
        return False  # "quit the town before talks in Doha": they may be yet to come
    if step in {"after", "since"} and any(lemma_of(child) == "year" for child in head.head.children):
        return False  # "ten years after the talks"
    if step == "into" and lemma_of(above) in word_set(KIND, "lengths"):
        return True  # "four days into consultations"
    if step == "of" and lemma_of(above) in word_set(KIND, "moments") and above.dep_ == "pobj":
        return above.head.lower_ in {"at", "on", "after", "since", "from", "during", "in", "by"}
    if step == "of":
        return whole_of(head) != head
    if step in {"in", "on"} and above.pos_ not in VERBAL:
        return lemma_of(above) in word_set(KIND, "results") or is_in_discussion(above)
    on_deed = (step == "for" and is_coming(above)) or (
        step == "into" and above.pos_ in VERBAL and lemma_of(above) not in word_set(KIND, "not_for_talks")
    )
    if step == "through":
        return above.tag_ in PAST and is_told(above)  # "the truce was reached through talks in Doha"
    return step in word_set(KIND, "past_times") or (on_deed and is_told(above))
