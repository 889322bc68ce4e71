"""When: the date that stands in a clause."""

import datetime
from functools import lru_cache

from truceline.knowledge.files import all_words
from truceline.model.mark import DateMark, SpeakerMark
from truceline.model.when import Date
from truceline.understand.finders.clause_parts.periods import with_periods
from truceline.understand.finders.clause_parts.phrases import word_set
from truceline.understand.finders.clause_parts.where import is_kind_of_place
from truceline.understand.grammar import SUBJECTS, clause_head, is_within
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.markers.date_parts.lexicon import coded
from truceline.understand.tokens import Token

TELLING = frozenset({"statement", "claim", "denial"})
AT_ONCE = len(" on ")  # code points between "said" and its day
LONG_AGO = datetime.date(1940, 1, 1)
VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


@lru_cache(maxsize=1)
def weekdays() -> frozenset[str]:
    """In full: "monday"; as a word by itself "sat" is no day."""
    return frozenset(word for word in coded("weekday") if word.endswith("day"))


def is_called_for_day(verb: Token) -> bool:
    """ "Had convened a meeting for 29 March", "called talks for Monday": a day to come then, whatever came of it."""
    if verb.low_lemma not in word_set("talks", "called_for_day"):
        return False
    things = [verb, *(child for child in verb.rights if child.dep_ == "dobj")]
    steps = (step for thing in things for step in thing.rights if step.lower_ == "for")
    return any(obj.dep_ == "pobj" and obj.ent_type_ in {"DATE", "TIME"} for step in steps for obj in step.rights)


def date_in_clause(verb: Token, sentence: MarkedSentence, marked: MarkedReport) -> Date | None:
    """The date of the word's own clause, rather behind it than before; of the clause it is joined to, else.

    "In 2021, when they took X" has its date in the noun that the clause describes.
    """
    dates = [mark for mark in calendar_dates(sentence) if not mark.start <= verb.idx < mark.end]
    dates = [mark for mark in dates if not is_told_by_others(mark, verb, sentence, marked)]
    dates = [mark for mark in dates if not is_of_past_of_another(mark, verb, marked)]
    above = verb.dep_ in {"conj", "relcl", "pcomp"} and not is_set_against(verb) and not is_later(verb)
    for word in (verb, *([verb.head] if above else [])):
        own = [mark for mark in dates if governs(word, mark, marked)]
        if own:
            return min(own, key=lambda mark: (mark.start < verb.idx, abs(mark.start - verb.idx))).date
    return None


def is_told_by_others(mark: DateMark, verb: Token, sentence: MarkedSentence, marked: MarkedReport) -> bool:
    """ "Beheaded a dozen, sources told us on Monday": no day of the deed."""
    telling = hung_on(mark, marked)
    return telling != verb and is_day_of_telling(mark, telling, sentence)


def is_of_past_of_another(mark: DateMark, word: Token, marked: MarkedReport) -> bool:
    """ "Fled to X, which the army retook in 1993", "Y, which held talks last year, urged": the day of what is told of a
    place or of somebody ("Z, a front formed in 2011, said"), not of the word. What is told of a deed ("a raid that
    took place on Monday") dates it.
    """
    span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    aside = next((up for up in span.root.ancestors if is_aside(up)), None) if span is not None else None
    if aside is None or is_within(word, aside):
        return False
    told = aside.head
    named = told.pos_ == "PROPN" or marked.actor_mark_of(told) is not None or marked.place_mark_of(told) is not None
    return named or told.low_lemma in all_words("persons") or is_kind_of_place(told)


def is_aside(verb: Token) -> bool:
    """A relative clause, or a participle of another name: "a coalition formed in May"."""
    return verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "appos")


def is_history(date: Date | None) -> bool:
    """ "In 1918 the delegates met in a railway carriage": of no war that is reported."""
    return date is not None and date.latest is not None and date.latest < LONG_AGO


def is_set_against(verb: Token) -> bool:
    """ "They met on Monday in X, but the president ruled out talks": a clause with its own day and place."""
    if verb.dep_ != "conj" or SUBJECTS.isdisjoint(verb.child_deps):
        return False
    return any(
        child.dep_ == "cc" and child.lower_ in {"but", "yet"} for child in verb.head.children if child.i < verb.i
    )


def is_later(verb: Token) -> bool:
    """ "Took X in May but lost it a week later": on no day of May."""
    if "later" not in verb.sent.forms:
        return False
    return any(child.lower_ == "later" and child.left_edge != child for child in verb.rights)


def is_meanwhile(clause: Token) -> bool:
    """ "They shot down a drone over X, while jets bombed the capital": somebody else's deed, somewhere else."""
    while_ = any(child.dep_ == "mark" and child.lower_ in {"while", "whereas"} for child in clause.children)
    return clause.dep_ == "advcl" and while_ and not SUBJECTS.isdisjoint(clause.child_deps)


def date_behind(token: Token, sentence: MarkedSentence) -> Date | None:
    """The first date behind a word: "X in January and Y in February"."""
    return next((mark.date for mark in calendar_dates(sentence) if mark.start > token.idx), None)


def date_right_behind(token: Token, sentence: MarkedSentence) -> Date | None:
    """ "The town of X on Thursday and the port of Y two days earlier": the day of Y."""
    first, last = token.left_edge, token.right_edge
    if first.i == first.sent.start or first.nbor(-1).lower_ != "and":
        return None
    end = last.idx + len(last)
    dates = (mark for mark in calendar_dates(sentence) if token.idx < mark.start)
    text = token.doc.text
    return next(
        (m.date for m in dates if m.end <= end or text[end : m.start].strip().lower() in {"", "on", "in"}), None
    )


def calendar_dates(sentence: MarkedSentence) -> list[DateMark]:
    dates = with_periods(sentence.dates, sentence)
    return [mark for mark in dates if mark.timex_type in {"DATE", "TIME"} and mark.timex not in VAGUE]


def period_of(mark: DateMark, sentence: MarkedSentence) -> Date:
    """The date, or the period whose bound it is."""
    return next((one.date for one in calendar_dates(sentence) if one.start <= mark.start < one.end), mark.date)


def governs(verb: Token, mark: DateMark, marked: MarkedReport) -> bool:
    span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    if span is None:
        return False
    head = clause_head(span.root)
    return head == verb or clause_head(verb) == head or span.root in verb.subtree


def hung_on(mark: DateMark, marked: MarkedReport) -> Token | None:
    """The verb that the date itself hangs on: "said on Monday"; no verb for "Saturday's bomb"."""
    span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    if span is None:
        return None
    step = span.root.head
    verb = step.head if step.pos_ == "ADP" else step
    return verb if verb.pos_ in {"VERB", "AUX"} else None


def is_day_of_telling(mark: DateMark, verb: Token | None, sentence: MarkedSentence) -> bool:
    """The day on which what the sentence tells was said: "said on Monday". ``verb``: what the date hangs on."""
    tellers = (one for one in sentence.speakers if one.function in TELLING and one.rule != "object")
    return any(is_told_on(mark, verb, speaker) for speaker in tellers)


def is_told_on(mark: DateMark, verb: Token | None, speaker: SpeakerMark) -> bool:
    """Right behind the cue or right before it ("police on Sunday said"), else outside what is said and behind "on"."""
    behind, before = mark.start - speaker.cue[-1][1], speaker.cue[0][0] - mark.end
    if 0 < behind <= AT_ONCE or before == 1:
        return True
    if verb is None or any(start <= mark.start < end for start, end in speaker.content):
        return False
    on = verb.doc.text[max(0, mark.start - len(" on ")) : mark.start].strip().lower() == "on"
    return on and any(start <= verb.idx < end for start, end in speaker.cue)
