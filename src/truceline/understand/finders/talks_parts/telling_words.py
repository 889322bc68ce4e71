"""Which words of a clause may say what became of a meeting, and where the meeting is only an occasion or a topic."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.chains import whole_of
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND, is_setting, talks_lemma
from truceline.understand.grammar import is_passive, prepositional_objects, subjects
from truceline.understand.tokens import Token


def telling_words(meeting: Meeting, chain: list[Token]) -> list[Token]:
    """The words that may say what became of the meeting, those on the noun and adjectives of "to be" among them."""
    words = [*([] if is_occasion(meeting) else chain[is_verb_of_meeting(meeting) :]), *modifiers(meeting)]
    taken_up = [word for word in words if word in chain or is_clause_end(word)]
    begun = any(lemma_of(verb) in word_set(KIND, "beginning") for verb in chain)  # "long-delayed talks opened"
    if begun or any(lemma_of(word) in word_set(KIND, "resuming") for word in (*chain, *taken_up)):
        words = taken_up  # "agreed to resume a dialogue frozen since", "talks, suspended since May, restarted"
    words = [word for word in words if not is_said_by_meeting(word, meeting)]
    words += [child for verb in chain if verb.lemma_ == "have" for child in verb.children if child.dep_ == "xcomp"]
    words += [child for verb in words if verb.pos_ in VERBAL for child in verb.children if child.dep_ == "acomp"]
    return [*words, *nominal(meeting)]


def is_clause_end(word: Token) -> bool:
    """The sentence's verb, which the parse takes for a second participle of its subject."""
    return word.dep_ == "acl" and word.head.dep_ == "ROOT" and word.nbor(-1).text == "," and word.head.i < word.i - 2


def nominal(meeting: Meeting) -> list[Token]:
    """ "The collapse of the talks", "the postponement of the summit"."""
    head = whole_of(meeting.head)
    above = head.head.head
    is_of = head.dep_ == "pobj" and head.head.lower_ in {"of", "to", "in"}
    return [above] if is_of and above.pos_ == "NOUN" and lemma_of(above) in word_set(KIND, "nominal") else []


def is_bare_topic(meeting: Meeting) -> bool:
    """ "A condition for talks", "hopes of talks": nobody met, nobody proposed to."""
    head, verb = whole_of(meeting.head), meeting.governor
    if head.head == verb and verb.dep_ == "pcomp":
        head = verb  # "a condition for continuing the dialogue"
    if head.dep_ not in {"pobj", "pcomp"} or lemma_of(head.head.head) not in word_set(KIND, "topics"):
        return False
    return not is_offered_place(head.head.head)


def is_offered_place(noun: Token) -> bool:
    """ "Has proposed Rome as the venue of talks"."""
    offered = noun.dep_ == "pobj" and noun.head.lower_ == "as" and says(noun.head.head, KIND, "proposed")
    return offered and lemma_of(noun) in word_set(KIND, "timetables") | {"place"}


def is_verb_of_meeting(meeting: Meeting) -> bool:
    """The verb that meets says nothing of what became of it; those over it do."""
    is_own = meeting.head == meeting.governor and meeting.head.pos_ in VERBAL
    return is_own and not meeting.rule.startswith(("to the table", "offers", "travels"))


def is_said_by_meeting(word: Token, meeting: Meeting) -> bool:
    """ "The summit called for a truce": a demand of the meeting's, not one for it."""
    is_own = meeting.head in subjects(word) and not is_passive(word)
    return is_own and lemma_of(word) in word_set(KIND, "said_by_meeting")


def is_occasion(meeting: Meeting) -> bool:
    """ "Agreed to a halt at talks in X", "pulled out of the town ahead of talks": what was done is not the talks."""
    head = whole_of(meeting.head)
    if head.dep_ == "pobj" and head.head.head.lower_ == "ahead":
        return True
    if head.dep_ != "pobj" or head.head.lower_ not in word_set(KIND, "occasions"):
        return False
    if head.head.lower_ in {"in", "at"} and says(head.head.head, KIND, "joining"):
        return False
    if head.head.lower_ in {"at", "in"} and says(head.head.head, KIND, "told_of_talks_at"):
        return False  # "hinted at talks", "balked at talks", "pencilled in talks"
    about = head.head.head  # "an attempt at mediation", "its part in the talks": the noun says what became of it
    if about.pos_ in VERBAL:
        return head.head.lower_ != "in" or not says(about, KIND, "taking_part")  # "refused to take part in talks"
    return lemma_of(about) not in word_set(KIND, "parts")


def modifiers(meeting: Meeting) -> list[Token]:
    """Words on the noun: "a planned meeting", "talks scheduled for Monday", "an offer of talks"; not "a meeting at
    which they called for a truce".
    """
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
        and not (is_setting(child) and child.tag_ == "VBD")
    ]
