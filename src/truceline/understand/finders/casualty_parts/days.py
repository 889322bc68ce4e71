"""When they were harmed, and the day of the count that tells of it."""

import datetime
import re
from dataclasses import dataclass
from itertools import takewhile

from truceline.model.mark import DateMark
from truceline.model.when import Date
from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.harm_words import word_set
from truceline.understand.finders.clause_parts.lately import until_now
from truceline.understand.finders.clause_parts.periods import with_periods
from truceline.understand.finders.clause_parts.when import VAGUE, hung_on, is_day_of_telling, is_of_past_of_another
from truceline.understand.grammar import SUBJECTS, subjects
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

RECORD = 7  # words before a date
NEAR = 140  # code points between a figure and its date
SINCE = re.compile(
    r"\bsince\s+(?:(?:the|its|their)\s+)?(?:(?:start|beginning|outbreak|onset)\s+of\s+[\w\s'’-]{1,40}?\s+(?:on|in)\s+)?$",
    re.IGNORECASE,
)
OF_THEM = re.compile(r"\s+of\s+(?:them|whom|those|these)\b")
DATELINE = re.compile(r"\s*[A-Z][^.!?\n]{2,70}?(?:\([^)]{2,40}\)|\d)\s*(?:--|[-–—])\s")


def is_historical(found: Counted, told: Date | None, marked: MarkedReport) -> bool:
    """A toll of a war dated years before: the report's day or the report's other dates tell."""
    modality = marked.modality_at(found.teller.idx)
    if modality is not None and modality.aux_mode == "historical":
        return True
    if told is None or told.latest is None or not is_whole_years(told):
        return False
    published = marked.report.published
    return told.latest.year < (published.year - 1 if published else 2015)


def is_whole_years(told: Date) -> bool:
    """ "In 2015", "in the 1990s", "between 2011 and 2013"."""
    first, last = told.earliest, told.latest
    return first is not None and last is not None and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


@dataclass(frozen=True, slots=True)
class Days:
    """``told``: the date given for the harm; ``begins``: it runs since then; ``as_of``: the day of a count, or on which
    it was told.
    """

    told: Date | None
    begins: bool
    as_of: Date | None

    def period(self, published: datetime.date | None) -> Date | None:
        """When they were harmed, never past the day of writing: "since May" and "this year", told on 3 June, end there.

        Without a publication date "since May" has no end.
        """
        told = self.told
        if told is None or told.earliest is None or told.latest is None:
            return told
        if not self.begins and (published is None or not told.earliest <= published < told.latest):
            return told
        until = published if published is not None and published >= told.earliest else None
        return told.model_copy(
            update={
                "latest": until, "precision": "range" if until else told.precision, "resolution": "inferred",
                "edtf": f"{told.earliest}/{until or '..'}", "rule": "until-publication",
            }
        )  # fmt: skip


def days_of(found: Counted, sentence: MarkedSentence, marked: MarkedReport) -> Days:
    """The nearest date; a calendar date rather than "now"; of a running count the day since when it runs.

    "Police said on Monday", "rose to 38 on Monday" is no day of harm.
    """
    told = [mark for mark in with_periods(sentence.dates, sentence) if mark.start >= end_of_dateline(sentence)]
    told = [until_now(mark, marked.report.published) for mark in told]
    dated = [mark for mark in told if mark.timex_type in {"DATE", "TIME"} or mark.earliest is not None]
    near = [mark for mark in dated if distance(mark, found) < NEAR]
    hung = {mark.start: hung_on(mark, marked) for mark in near}
    near = [mark for mark in near if not is_of_document(hung[mark.start], found)]
    near = [mark for mark in near if not is_of_part(mark, found, sentence) and not is_of_record(mark, sentence)]
    near = [mark for mark in near if not is_of_past_of_another(mark, found.unit, marked)]
    near = [mark for mark in near if not is_of_another_time(mark, hung[mark.start], found, marked)]
    sure = [mark for mark in near if mark.timex not in VAGUE and mark.earliest is not None]
    counted = [mark for mark in sure if is_of_telling(mark, hung[mark.start], found, sentence)]
    harmed = [mark for mark in near if mark not in counted and not is_of_what_followed(mark, found)]
    begun = [mark for mark in harmed if found.rule == "toll-noun" and is_behind_since(mark, sentence)]
    day = nearest(begun or [mark for mark in harmed if mark in sure] or harmed, found)
    begins = day is not None and (is_behind_since(day, sentence) or is_of_beginning(day, hung[day.start], found))
    as_of = nearest(counted, found)
    return Days(day.date if day else None, begins, as_of.date if as_of else None)


def nearest(marks: list[DateMark], found: Counted) -> DateMark | None:
    return min(marks, key=lambda mark: distance(mark, found), default=None)


def is_of_telling(mark: DateMark, verb: Token | None, found: Counted, sentence: MarkedSentence) -> bool:
    """ "Said on Monday", "put it at 38 on Monday", "the number killed rose to 38 on Monday"."""
    if is_behind_since(mark, sentence):
        return False
    if found.rule == "toll-noun" and verb is not None and verb.low_lemma in word_set("changing"):
        return True
    return verb != found.teller and is_day_of_telling(mark, verb, sentence)


def is_of_document(verb: Token | None, found: Counted) -> bool:
    """ "A report that spoke of 80 killed was withdrawn on Sunday": what became of the report."""
    papers = [word for word in subjects(verb) if word.low_lemma in word_set("hearsay")] if verb is not None else []
    return any(found.unit in list(paper.subtree) for paper in papers)


def is_of_another_time(mark: DateMark, verb: Token | None, found: Counted, marked: MarkedReport) -> bool:
    """ "A truce took hold on Saturday after a war in which 800 died", "were abducted and set free on Monday", "up from
    130 a day earlier".
    """
    if verb is None:
        return is_of_figure_left(mark, found, marked)
    if verb.dep_ == "conj" and verb.head == found.teller:
        return verb.low_lemma in word_set("letting_go")
    below = list(takewhile(lambda up: up != verb, (found.teller, *found.teller.ancestors)))
    return verb in found.teller.ancestors and any(map(is_behind_time_step, below))


def is_of_what_followed(mark: DateMark, found: Counted) -> bool:
    """ "Two nuns abducted with him were freed on Sunday", "40 people killed in the raid were buried on Monday"."""
    teller, whole = found.teller, found.teller.head
    if whole.dep_ == "pobj" and whole.head.lower_ == "of":
        whole = whole.head.head
    if teller.dep_ != "acl" or teller.tag_ != "VBN" or whole.dep_ not in SUBJECTS:
        return False
    return not any(mark.start <= word.idx < mark.end for word in teller.subtree)


def is_of_part(mark: DateMark, found: Counted, sentence: MarkedSentence) -> bool:
    """ "10,000 have died, some 1,300 of them last year": the day of a part is not that of the whole."""
    text, start = sentence.span.doc.text, sentence.start
    parts = (one for one in sentence.numbers if found.unit.idx < one.start < mark.start)
    return any(OF_THEM.match(text, one.end) and one.start > start for one in parts)


def is_of_record(mark: DateMark, sentence: MarkedSentence) -> bool:
    """ "Its heaviest loss since 2006", "the first such raid since May": since when there was none like it."""
    if not is_behind_since(mark, sentence):
        return False
    before = [word for word in sentence.span if word.idx < mark.start][-RECORD:]
    since = next((at for at, word in enumerate(before) if word.lower_ == "since"), len(before))
    return any(word.tag_ in {"JJS", "RBS"} or word.lower_ == "first" for word in before[:since])


def is_behind_time_step(word: Token) -> bool:
    steps = word_set("time_steps")
    bound = word.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in steps for child in word.children)
    return bound or (word.dep_ in {"prep", "pcomp"} and word.lower_ in steps)


def is_of_figure_left(mark: DateMark, found: Counted, marked: MarkedReport) -> bool:
    span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    above = span.root.ancestors if span is not None else ()
    steps = [up for up in above if up.lower_ == "from" and any(child.like_num for child in up.children)]
    return any(found.unit not in list(step.subtree) for step in steps)


def is_of_beginning(mark: DateMark, verb: Token | None, found: Counted) -> bool:
    """ "Since the war began in 1983", "the campaign, which began on March 15, has killed 120": until now."""
    if verb is None or verb.low_lemma not in word_set("beginning"):
        return False
    if verb.dep_ == "advcl":
        return any(child.dep_ == "mark" and child.lower_ == "since" for child in verb.children)
    goes_on = is_whole_years(mark.date) or not found.teller.helpers.isdisjoint({"has", "have"})
    return verb.dep_ == "relcl" and verb.head.low_lemma in word_set("wars") and goes_on


def is_behind_since(mark: DateMark, sentence: MarkedSentence) -> bool:
    """ "Since 2011", "since the 2021 coup", "since the start of the war in 2023"."""
    return SINCE.search(sentence.span.text[: mark.start - sentence.start]) is not None


def end_of_dateline(sentence: MarkedSentence) -> int:
    """ "KHARTOUM, May 3 (Reuters) -": the day of writing, not of the deed."""
    line = DATELINE.match(sentence.span.text)
    return sentence.start + line.end() if line is not None else 0


def distance(mark: DateMark, found: Counted) -> int:
    return abs(mark.start - found.unit.idx)
