"""Which words of a sentence are a meeting: verbs of meeting, nouns of talks with the verb that governs them."""

from collections.abc import Iterator
from dataclasses import dataclass

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import Readings
from truceline.understand.finders.talks_parts.around_verb import own_words
from truceline.understand.finders.talks_parts.meeting_nouns import all_nouns, governor_of, is_talks_noun
from truceline.understand.finders.talks_parts.meeting_verbs import FRAMES, LOOSE_FRAMES, Frame
from truceline.understand.finders.talks_parts.people import KIND
from truceline.understand.finders.talks_parts.turns import is_turn, turn_words
from truceline.understand.grammar import direct_objects, is_negated, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Span, Token

TURN = "turn of speech"
SURE, LOOSE = Readings(*FRAMES.values()), Readings(*LOOSE_FRAMES.values())
NAMES = {frame: name for name, frame in (FRAMES | LOOSE_FRAMES).items()}
PRONOUNS = frozenset({"they", "it"})
WORLDLY = frozenset({"NOUN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Meeting:
    """``head`` is the word for the meeting, ``governor`` the verb that says what became of it (or the head)."""

    head: Token
    governor: Token
    rule: str


def meetings(sentence: Span, marked: MarkedReport) -> list[Meeting]:
    """One for each clause that tells a meeting; a noun inside a meeting verb's own words is not told again."""
    if is_of_another_world(sentence, marked):
        return []
    sure = [*by_verb(sentence, SURE, marked)]
    sure = [meeting for meeting in sure if not is_how_spent(meeting, sure)]
    turns = [turn for turn in by_turn(sentence, marked) if not is_told(turn, sure)]
    sure += turns
    taken = {token.i for meeting in sure for token in (meeting.head, *own_words(meeting.head))}
    nouns = list(by_noun(sentence, taken, marked))
    known = [*sure, *nouns]
    known += [new for new in by_pronoun(sentence, marked) if not is_told(new, known)]
    if (
        len(known) > len(turns) and "empty-handed" in sentence.forms
    ):  # "left empty-handed as the rebels skipped the meeting": what came of that one
        known = [one for one in known if one not in turns or not says(one.head, KIND, "turns_collapsed")]
    apart = [one for one in known if not is_aside(one.head)]
    for new in by_verb(sentence, LOOSE, marked):
        if not is_told(new, apart):
            known.append(new)  # "travels to Paris to discuss": told once
            apart.append(new)
    return sorted(known, key=lambda meeting: meeting.head.i)


def is_aside(noun: Token) -> bool:
    """ "They discussed the truce on the sidelines of a summit": what they met beside, not what they held."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.low_lemma in word_set(KIND, "asides")


def is_of_another_world(sentence: Span, marked: MarkedReport) -> bool:
    """Sports, business, film: no such word counts in a name ("Arab League") or as a verb ("wage war")."""
    worlds = word_set(KIND, "other_worlds")
    if is_under_other_heading(sentence) or is_of_contest(sentence):
        return True
    return bool(sentence.forms & worlds) and any(
        token.pos_ in WORLDLY and token.base in worlds and not is_in_name(token, marked) for token in sentence
    )


def is_of_contest(sentence: Span) -> bool:
    """ "The Champions League meeting of the two clubs": a contest by its name."""
    if sentence.forms.isdisjoint(word_set(KIND, "ends_of_contests")):
        return False
    named = sentence.text.lower()
    return any(contest in named for contest in word_set(KIND, "contests"))


def is_in_name(word: Token, marked: MarkedReport) -> bool:
    """ "The Airline Pilots Union"; not "Iraq's football team"."""
    return bool(marked.actor_mark_of(word)) and word.dep_ != "compound"


def is_under_other_heading(sentence: Span) -> bool:
    """ "Sport: the club opened talks with its coach"."""
    first = sentence[0]
    headed = len(sentence) > 1 and sentence[1].text in {":", "|", "–", "—"}
    return headed and first.lower_ in word_set(KIND, "other_headings")


def by_verb(sentence: Span, frames: Readings[Frame], marked: MarkedReport) -> Iterator[Meeting]:
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"} and (token.lower_ not in {"haggling", "bargaining"} or token.dep_ == "xcomp"):
            frame = next((frame for frame in frames.of(token.base) if frame(token, marked)), None)
            if frame is not None:
                yield Meeting(token, token, f"{NAMES[frame]} {lemma_of(token)}")


def by_turn(sentence: Span, marked: MarkedReport) -> Iterator[Meeting]:
    for token in sentence.among(turn_words()):
        if token.pos_ in {"VERB", "AUX", "NOUN"} and is_turn(token, marked):
            governor = token if token.pos_ != "NOUN" else governor_of(token)
            yield Meeting(token, governor, f"{TURN} {lemma_of(token)}")


def by_noun(sentence: Span, taken: set[int], marked: MarkedReport) -> Iterator[Meeting]:
    if all_nouns().isdisjoint(sentence.forms):
        return
    governors: set[int] = set()
    for token in sorted(sentence, key=is_aside):
        if token.i in taken or not is_talks_noun(token, marked) or (taken and is_named_so(token)):
            continue
        governor = governor_of(token)
        if token in direct_objects(governor) and lemma_of(governor) in word_set(KIND, "discussing"):
            continue  # "discussed the negotiations by telephone": about those
        if governor.i not in governors and governor.i not in taken:
            governors.add(governor.i)
            yield Meeting(token, governor, f"noun {lemma_of(token)}")


def by_pronoun(sentence: Span, marked: MarkedReport) -> Iterator[Meeting]:
    """ "They resumed on Nov. 9", right after a sentence about talks."""
    first = sentence[0]
    if first.lower_ not in PRONOUNS or first.dep_ not in {"nsubj", "nsubjpass"} or sentence.start == 0:
        return
    verb = first.head
    done = "done_to_talks" if first.dep_ == "nsubjpass" else "done_by_talks"
    if says(verb, KIND, done) and any(is_talks_noun(one, marked) for one in told_before(sentence)):
        yield Meeting(first, verb, f"pronoun {first.lower_}")


def told_before(sentence: Span) -> list[Token]:
    """What the sentence before is about, or what was held in it: of a singular "it" one thing, of "they" several."""
    before = sentence.doc.tokens[sentence.start - 1].sent
    main = next((token for token in before if token.dep_ == "ROOT" and token.pos_ in {"VERB", "AUX"}), None)
    several = sentence[0].lower_ == "they"
    places = {"nsubj", "nsubjpass", "dobj"} if main is not None and says(main, KIND, "held") else {"nsubj", "nsubjpass"}
    about = [child for child in main.children if child.dep_ in places] if main is not None else []
    return [one for one in about if (one.tag_ in {"NNS", "NNPS"}) == several]


def is_how_spent(meeting: Meeting, sure: list[Meeting]) -> bool:
    """ "Spent ten days negotiating": one meeting."""
    spent = meeting.head.head
    return meeting.head.tag_ == "VBG" and spent.lemma_ == "spend" and any(other.head == spent for other in sure)


def is_named_so(noun: Token) -> bool:
    """ "Sat down with the generals, their first such meeting", "met, a meeting that was cut short": told already."""
    owned = any(child.tag_ == "PRP$" for child in noun.children)
    clause = any(child.dep_ in {"relcl", "acl"} and child.tag_ == "VBN" for child in noun.children)
    owned = owned or (clause and any(child.lower_ == "a" for child in noun.children))
    return (
        owned
        and noun.dep_ in {"appos", "npadvmod", "dobj", "attr"}
        and noun.doc[noun.left_edge.i - 1].text in {",", "-", "–", "—"}
    )


def is_told(meeting: Meeting, known: list[Meeting]) -> bool:
    """ "Met to discuss a truce", "at talks they discussed it": one meeting, told by the surer word."""
    around = {meeting.head.i, *(up.i for up in meeting.head.ancestors)}
    below = {token.i for token in meeting.head.subtree if not is_told_aside(token, meeting.head)}
    return any(
        other.governor.i in around or other.head.i in around or other.head.i in below or is_joined(meeting, other)
        for other in known
        if not are_parted(meeting.head, other.head)
    )


def is_told_aside(token: Token, verb: Token) -> bool:
    """ "Keita, who had vowed not to talk, received them": in a clause about who receives."""
    clause = next((up for up in (token, *token.ancestors) if up.dep_ == "relcl" or up == verb), verb)
    return clause != verb and clause.head in subjects(verb)


def are_parted(one: Token, other: Token) -> bool:
    """By a semicolon: "have seen each delegation; no joint sitting has taken place"."""
    return any(token.text == ";" for token in one.doc[min(one.i, other.i) : max(one.i, other.i)])


def is_joined(meeting: Meeting, other: Meeting) -> bool:
    """Verbs of one subject: "visited Juba, met Kiir and discussed the truce"; not "but did not see"."""
    return not is_negated(meeting.head) and is_beside(meeting, other)


def is_beside(meeting: Meeting, other: Meeting) -> bool:
    return meeting.head in other.governor.conjuncts or other.governor.head in meeting.head.conjuncts
