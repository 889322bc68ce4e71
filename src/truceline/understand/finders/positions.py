"""What a party demands, offers, refuses, accepts or threatens, and on which terms."""

from collections.abc import Iterator
from dataclasses import replace

from truceline.model.actor import Actor
from truceline.model.claim import Factuality
from truceline.model.claims import PositionFields
from truceline.understand.finders.clause_parts.certain import certainty_of_act, is_asked
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.event_parts.undone import is_left_undone, is_stopped
from truceline.understand.finders.position_parts.content import (
    KIND,
    condition_in,
    content_span,
    deadline_in,
    first_asked,
    issue_of,
    leading_condition,
    reason_in,
)
from truceline.understand.finders.position_parts.cues import verb_stand
from truceline.understand.finders.position_parts.holders import actor_for, can_hold
from truceline.understand.finders.position_parts.nouns import noun_stand
from truceline.understand.finders.position_parts.stand import Stand
from truceline.understand.finders.position_parts.terms import (
    condition_stand,
    must_stand,
    on_condition_stand,
    should_stand,
)
from truceline.understand.finding import Finding
from truceline.understand.grammar import direct_objects, has_no, is_called_untrue, is_only_near, with_conjuncts
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

READINGS = (verb_stand, noun_stand, condition_stand, must_stand, on_condition_stand, should_stand)
OPENING = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN"})
# Stands that are told by what will, must or will not be: the stand itself is taken.
WILLED = frozenset(
    {
        "condition",
        "must",
        "should",
        "ended-if",
        "not-bound",
        "will-not",
        "will-not-be",
        "not-stand-by",
        "no-will",
        "nothing-less",
        "threatening-will",
        "not-accepted",
        "warned-aside",
        "there-will-be-no",
        "acceptable-to",
        "not-ready",
    }
)
HELPERS = frozenset({"aux", "auxpass", "neg"})
DENIED_DEEDS = frozenset({"will-not", "not-going-to"})  # the cue itself is what is refused: "will not negotiate"
REPORTED = frozenset({"reportedly", "is-said-to"})  # a stand that others report, told as unsure
NEAR = 10  # tokens between the holder and the cue that the evidence bridges


def find_positions(marked: MarkedReport) -> Iterator[Finding]:
    for sentence in marked.told:
        if is_asked(sentence) or is_of_another_world(sentence):
            continue
        taken: list[Stand] = []
        for stand in stands_in(sentence, marked):
            if not is_inside_another(stand, taken):
                taken.append(stand)
                yield from (finding(one, sentence, marked) for one in by_holders(stand, marked))


def by_holders(stand: Stand, marked: MarkedReport) -> tuple[Stand, ...]:
    """ "France, Germany and Britain urged": the same stand of each."""
    holder = stand.holder
    of_one = stand.actor is not None or stand.stance == "acceptance"  # what two agree on together is a deal
    if holder is None or of_one or not names_one(holder, marked):
        return (stand,)
    others = [one for one in with_conjuncts(holder) if one != holder and names_one(one, marked)]
    return (stand, *(replace(stand, holder=one) for one in others if can_hold(one, marked)))


def names_one(noun: Token, marked: MarkedReport) -> bool:
    mark = marked.actor_mark_of(noun)
    return mark is not None and mark.resolution != "unresolved"


def is_of_another_world(sentence: MarkedSentence) -> bool:
    """Sport or business; no such word counts in a name ("Arab League")."""
    worlds = word_set(KIND, "other_worlds")
    return bool(sentence.span.forms & worlds) and any(
        token.low_lemma in worlds and token.pos_ != "PROPN" for token in sentence.span
    )


def stands_in(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Stand]:
    for token in sentence.span:
        found = stand_at(token, marked) if token.pos_ in OPENING else None
        if found is not None:
            yield found


def stand_at(token: Token, marked: MarkedReport) -> Stand | None:
    for reading in READINGS:
        stand = reading(token, marked)
        if stand is not None and is_asserted(stand, marked):
            return stand
    return None


def is_asserted(stand: Stand, marked: MarkedReport) -> bool:
    """A stand that is itself only asked for ("urged X to accept") or supposed is none."""
    if (
        is_asked_of_others(stand.cue)
        or is_imputed(stand.cue)
        or is_only_expected(stand.cue)
        or is_called_untrue(stand.cue)
        or is_denied_stand(stand, marked)
        or is_not_taken(stand)
    ):
        return False
    if is_aim_of_deed(stand.cue, stand.stance) or is_told_beside(stand.cue):
        return True
    if stand.rule in WILLED:
        return True
    modality = marked.modality_at(stand.cue.idx)
    if modality is None:
        return True
    if modality.rule in REPORTED:
        return True
    return modality.aux_mode != "hypothetical" and modality.factuality not in {"Uu", "PS+", "PS-"}


def is_not_taken(stand: Stand) -> bool:
    """ "Stopped short of rejecting it", "is about to agree", "before it agrees to a truce": not yet, if ever."""
    cue = stand.cue
    if stand.rule in WILLED or stand.rule.endswith("-noun"):
        return False
    return is_only_near(cue) or is_stopped(cue) or is_left_undone(cue) or is_before_it(cue)


def is_before_it(cue: Token) -> bool:
    """ "Before the rebels agree to a truce": told in the present, it is still to come."""
    if cue.tag_ == "VB" and lemma_of(cue.head) in word_set(KIND, "waiting") and cue.head.pos_ == "VERB":
        return True  # "is waiting for them to agree"
    opened = cue.dep_ == "advcl" and cue.tag_ in {"VBZ", "VBP"}
    return opened and any(child.lower_ in {"before", "until", "once"} for child in cue.lefts)


def is_asked_of_others(cue: Token) -> bool:
    """ "Set a deadline for the rebels to accept autonomy": theirs to do."""
    to_do = cue.tag_ == "VB" and any(child.tag_ == "TO" for child in cue.children)
    return to_do and cue.dep_ in {"acl", "relcl"} and any(child.dep_ == "nsubj" for child in cue.children)


def is_imputed(cue: Token) -> bool:
    """ "Accused X of refusing to": the accuser's word, no stand that was taken."""
    above = cue.head.head if cue.dep_ == "pcomp" else cue
    return above.lemma_ in {"accuse", "blame", "suspect"} and cue.dep_ == "pcomp"


def is_only_expected(cue: Token) -> bool:
    """ "Is expected to call for calm", "is to ratify the accord"."""
    if cue.dep_ != "xcomp":
        return False
    is_to = cue.head.lemma_ == "be" and cue.head.tag_ in {"VBZ", "VBP"} and cue.tag_ == "VB"
    return is_to or (cue.head.tag_ in {"VBN", "JJ"} and lemma_of(cue.head) in word_set(KIND, "expected"))


def is_denied_stand(stand: Stand, marked: MarkedReport) -> bool:
    """ "Denied that it had rejected the plan", "denied that he had promised to leave"."""
    speaker = marked.speaker_at(stand.cue.idx)
    told = stand.rule.endswith("-verb") or stand.rule == "promised-to"
    return speaker is not None and speaker.function == "denial" and told


def is_aim_of_deed(cue: Token, stance: str) -> bool:
    """ "Marched to the embassy to demand": the deed has been done."""
    is_aim = cue.dep_ == "advcl" and cue.tag_ == "VB" and any(child.tag_ == "TO" for child in cue.children)
    return is_aim and stance in {"demand", "call"} and cue.head.tag_ in {"VBD", "VBN", "VBZ", "VBP"}


def is_told_beside(cue: Token) -> bool:
    """ "A demand which the group has rejected": a finite relative clause tells, whatever is wished around it."""
    has = {child.lower_ for child in cue.children if child.dep_ == "aux"} & {"has", "have", "had"}
    return cue.dep_ == "relcl" and (cue.tag_ in {"VBD", "VBZ"} or (cue.tag_ == "VBN" and bool(has)))


def is_inside_another(stand: Stand, taken: list[Stand]) -> bool:
    """What stands in another's content is that one's: "demanded that X accept", "refused to sign unless"."""
    for other in taken:
        inside = any(head in stand.cue.ancestors or head == stand.cue for head in other.content)
        if inside and not is_own_utterance(stand, other):
            return True
    return False


def is_finite(cue: Token) -> bool:
    """ "Was ready to talk but would not disarm": by its own form or its own "would"."""
    return cue.tag_ in {"VBD", "VBZ"} or not cue.helpers.isdisjoint({"will", "would", "wo", "'ll", "’ll"})


def is_own_utterance(stand: Stand, other: Stand) -> bool:
    """ "The alliance spurned the king's offer": two parties, two stands."""
    if stand.cue.dep_ == "conj" and stand.cue.head.tag_ == "VB" and is_finite(stand.cue):
        return True  # the parse joined it to the infinitive: "called on X to leave and urged Y to stay"
    if other.stance == "offer" and stand.cue.dep_ == "acl" and stand.stance in {"demand", "call"}:
        return True  # "put forward a paper demanding that they leave"
    turned_down = stand.cue.dep_ == "acl" and stand.cue.tag_ == "VBD"  # "a proposal that Naga rebels turned down"
    is_told_apart = stand.rule.endswith("-noun") or stand.cue.dep_ in {"relcl", "advcl"} or turned_down
    if not is_told_apart or stand.holder is None:
        return False
    return other.holder is None or other.holder.i != stand.holder.i


def finding(stand: Stand, sentence: MarkedSentence, marked: MarkedReport) -> Finding:
    start, end = content_span(stand.cue, stand.content)
    text = marked.report.text
    first, last = evidence(stand, start, end)
    holder = stand.actor or (actor_for(stand.holder, marked) if stand.holder is not None else None)
    rest = text[first : sentence.end]
    asked = first_asked((stand.cue, *stand.content) if stand.rule in DENIED_DEEDS else stand.content)
    fields = PositionFields(
        holder=holder,
        issue=issue_of(asked) or issue_of(tokens_between(sentence, start, end)),
        stance=stand.stance,
        content=" ".join(text[start:end].split()),
        condition=leading_condition(stand.cue) or condition_in(start, max(last, clause_end(stand.cue)), marked),
        addressee=addressee_of(stand, holder, marked),
        deadline=deadline_in(stand.cue, end, sentence, marked),
        justification=reason_in(rest),
    )
    told = (
        stand.rule in WILLED or stand.rule.endswith("-noun") or is_refused_by_no(stand)
    )  # a demand that is rejected has been made
    certain: Factuality | None = "CT+" if told else certainty_of_act(stand.cue, marked)
    return Finding(fields, first, last, stand.cue.idx, stand.rule, factuality=certain)


def addressee_of(stand: Stand, holder: Actor | None, marked: MarkedReport) -> Actor | None:
    """Nobody asks himself: "will propose it to our partners"."""
    asked = actor_for(stand.addressee, marked) if stand.addressee is not None else None
    own = asked is not None and holder is not None and asked.entity_name == holder.entity_name is not None
    return None if own else asked


def is_refused_by_no(stand: Stand) -> bool:
    """ "Saw no point in talks", "has no plans to leave": its "no" refuses, and denies nothing."""
    things = direct_objects(stand.cue) if stand.stance == "refusal" else []
    return any(has_no(thing) or thing.lower_ == "nothing" for thing in things)


def clause_end(cue: Token) -> int:
    """Where the cue's clause ends, with the "if" and "until" that hang on it."""
    last = cue.right_edge
    return last.idx + len(last)


def evidence(stand: Stand, start: int, end: int) -> tuple[int, int]:
    """The words of the stand, with whose it is where he stands near, and never without their "not"."""
    cue_end = stand.cue.idx + len(stand.cue)
    helpers = (child.idx for child in stand.cue.lefts if child.dep_ in HELPERS)
    first = min(start, stand.cue.idx, *helpers)
    holder = stand.holder
    if holder is not None and 0 < stand.cue.i - holder.i <= NEAR:
        first = min(first, holder.left_edge.idx if holder.i - holder.left_edge.i <= NEAR else holder.idx)
    return first, max(end, cue_end)


def tokens_between(sentence: MarkedSentence, start: int, end: int) -> list[Token]:
    return [token for token in sentence.span if start <= token.idx < end]
