"""What became of a meeting, in the report's words: held, planned, ruled out ... and in which format."""

from spacy.tokens import Token

from truceline.model.claims.talks import TalksFormat, TalksOutcome, TalksStatus
from truceline.understand.finders.talks_parts.meetings import Meeting, word_set
from truceline.understand.grammar import auxiliaries, is_negated

# Tried in this order: what stopped a meeting weighs more than what planned it.
BY_GOVERNOR: tuple[TalksStatus, ...] = ("ruled_out", "cancelled", "postponed", "refused", "collapsed")
FORMATS: tuple[TalksFormat, ...] = (
    "phone", "video", "letter", "trilateral", "separate", "proximity", "shuttle", "face_to_face", "multilateral", "mediation_body",
)  # fmt: skip
WILLING = frozenset({"will", "shall", "'ll"})


def status_of(meeting: Meeting) -> TalksStatus | None:
    """Null where the words tell no meeting at all (a bare topic)."""
    chain = governors(meeting)
    stopped = next((status for status in BY_GOVERNOR for verb in chain if says(verb, status)), None)
    if stopped is not None:
        return stopped
    if is_future(meeting, chain):
        return (
            "refused"
            if any(map(negated, chain)) and "will" in auxiliaries(meeting.governor)
            else "planned"
            if not any(map(negated, chain))
            else "refused"
        )
    if any(map(negated, chain)) or has_no(meeting.head):
        return "did_not_take_place"
    if any(says(verb, "proposed") for verb in chain) or says(meeting.head, "proposed"):
        return "proposed"
    if any(says(verb, "ongoing") for verb in chain) or is_progressive(meeting.governor):
        return "ongoing"
    return "held" if is_happening(meeting, chain) else None


def governors(meeting: Meeting) -> list[Token]:
    """The governing verb and those over it in the same clause: "refused to sit down", "is due to meet"."""
    chain = [meeting.governor]
    here = meeting.governor
    while here.dep_ in {"xcomp", "acl", "pcomp", "auxpass"} and len(chain) < 4:
        here = here.head
        chain.append(here)
    if here.dep_ == "ccomp" and here.head.lemma_ in {
        "rule",
        "refuse",
        "reject",
        "expect",
        "agree",
        "propose",
        "suggest",
    }:
        chain.append(here.head)
    noun = meeting.head
    chain += [child for child in noun.children if child.dep_ in {"amod", "acl"} and child.pos_ in {"VERB", "ADJ"}]
    if noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "ADJ"}:
        chain.append(noun.head.head)
    return chain


def says(verb: Token, status: str) -> bool:
    """The verb, or the verb with its particle, is one of the status's words."""
    lemma = verb.lemma_.lower()
    names = word_set(status)
    particles = [child.lower_ for child in verb.children if child.dep_ in {"prt", "prep", "advmod"}]
    if any(f"{lemma}_{particle}" in names for particle in particles):
        return True
    if lemma not in names:
        return False
    if lemma == "rule":
        return "out" in particles
    if lemma == "set" and status == "planned":
        return verb.tag_ == "VBN" or verb.dep_ == "acomp" or "for" in particles
    if lemma in {"fail", "leave"}:
        return not any(child.dep_ == "xcomp" for child in verb.children) and verb.dep_ != "xcomp" and lemma == "fail"
    if lemma == "agree":
        return any(child.dep_ == "xcomp" for child in verb.children)
    if lemma == "call":
        return bool({"for", "on"} & set(particles))
    return True


def is_future(meeting: Meeting, chain: list[Token]) -> bool:
    if any(auxiliaries(verb) & WILLING for verb in chain):
        return True
    if any(says(verb, "planned") for verb in chain):
        return True
    if (
        meeting.head.dep_ == "pobj"
        and meeting.head.head.lower_ in {"of", "for"}
        and "ahead" in {t.lower_ for t in meeting.head.head.head.subtree}
    ):
        return True
    before = [token.lower_ for token in meeting.head.doc[max(0, meeting.head.i - 4) : meeting.head.i]]
    if "ahead" in before or "before" in before and meeting.head.dep_ == "pobj":
        return True
    governor = meeting.governor
    if governor.tag_ in {"VB"} and governor.dep_ == "xcomp" and governor.head.lemma_ == "be":
        return True
    return (
        governor.tag_ == "VBZ"
        and governor.lemma_ in {"open", "begin", "start", "resume"}
        and "on" in {c.lower_ for c in governor.children}
    )


def negated(verb: Token) -> bool:
    return is_negated(verb) or any(child.lower_ in {"never", "neither"} for child in verb.children)


def has_no(noun: Token) -> bool:
    return any(child.lower_ in {"no", "neither"} for child in noun.children)


def is_progressive(verb: Token) -> bool:
    return verb.tag_ == "VBG" and bool(auxiliaries(verb) & {"are", "is", "been", "'s", "'re"})


def is_happening(meeting: Meeting, chain: list[Token]) -> bool:
    """A verb of meeting told as past, a noun whose verb holds or ends it, or a noun that a date, a place or a length pins down."""
    if meeting.head is meeting.governor or meeting.head == meeting.governor:
        return meeting.head.tag_ in {"VBD", "VBN", "VBZ", "VBP"} or meeting.head.dep_ in {"conj", "xcomp"}
    if any(
        verb.lemma_.lower() in word_set("held") | word_set("holding_verbs") for verb in chain if verb.pos_ == "VERB"
    ):
        return True
    governed_by = meeting.head.head.lower_ if meeting.head.dep_ == "pobj" else ""
    if governed_by in {"after", "for", "in", "during", "at", "following", "of"}:
        return meeting.head.lower_ == "talks" and (
            is_measured(meeting.head) or governed_by in {"after", "for", "during", "at", "following", "in"}
        )
    return is_measured(meeting.head)


def is_measured(noun: Token) -> bool:
    """ "Three hours of talks", "two days of direct talks"."""
    up = noun.head.head if noun.dep_ == "pobj" else noun
    return up.lemma_.lower() in {"hour", "day", "week", "month", "minute", "round"} or any(
        child.lower_ in {"in", "between", "hosted", "mediated"} for child in noun.children
    )


def format_of(meeting: Meeting, tokens: list[Token]) -> TalksFormat:
    near = {token.lower_ for token in tokens} | {token.lemma_.lower() for token in tokens}
    text = " ".join(token.lower_ for token in tokens)
    for name in FORMATS:
        if any(
            word in near
            or ((" " in word or "-" in word) and word.replace("-", " - ") in text)
            or (" " in word and word in text)
            for word in word_set(f"format_{name}")
        ):
            return name
    return "unknown"


def outcome_of(status: TalksStatus, sentence_text: str) -> TalksOutcome:
    if status in {"planned", "proposed", "ongoing"}:
        return "not_yet"
    if status in {"ruled_out", "refused", "cancelled", "postponed", "did_not_take_place", "standing_body"}:
        return "not_applicable"
    text = sentence_text.lower()
    for name in ("failed", "ceasefire_agreed", "statement_only"):
        if any(phrase in text for phrase in word_set(f"outcome_{name}")):
            return name  # type: ignore[return-value]
    return "failed" if status == "collapsed" else "none_reported"
