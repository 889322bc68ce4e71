"""From one day to another: two dates that a word such as "to" makes one period."""

from truceline.model.mark import DateMark
from truceline.understand.marked_sentence import MarkedSentence
from truceline.understand.markers.date_parts.lexicon import listed
from truceline.understand.markers.date_parts.reading import ONE_DAY

JOINED = frozenset({"day", "month", "year"})


def with_periods(marks: tuple[DateMark, ...], sentence: MarkedSentence) -> list[DateMark]:
    """The dates of a sentence, "from 16 to 18 September" as one."""
    found: list[DateMark] = []
    for mark in marks:
        if found and is_one_period(found[-1], mark, sentence):
            found[-1] = joined(found[-1], mark, sentence)
        else:
            found.append(mark)
    return found


def is_one_period(first: DateMark, last: DateMark, sentence: MarkedSentence) -> bool:
    """ "16 to 18 May", "between 3 and 9 May", "1 and 2 May"; not "postponed from Monday to Friday", "3 and 9 May"."""
    if first.earliest is None or last.latest is None or first.latest is None or last.earliest is None:
        return False
    if first.precision != last.precision or first.precision not in JOINED or first.latest >= last.earliest:
        return False
    between = text_of(sentence, first.end, last.start).strip().lower()
    if between in listed("joining_days"):
        opened = text_of(sentence, sentence.start, first.start).rstrip().lower().endswith("between")
        return opened or (last.earliest - first.latest == ONE_DAY and first.precision == "day")
    return between in listed("through_to") and not is_moved(first, sentence)


def is_moved(first: DateMark, sentence: MarkedSentence) -> bool:
    before = (token for token in sentence.span if token.idx < first.start)
    return any(token.low_lemma in listed("moved_from_a_day") for token in before)


def joined(first: DateMark, last: DateMark, sentence: MarkedSentence) -> DateMark:
    words = text_of(sentence, first.start, last.end)
    days = f"{first.timex}/{last.timex}"
    surer = first if last.rule is None else last
    return surer.model_copy(
        update={
            "start": first.start, "end": last.end, "text": words, "raw": words, "timex": days, "edtf": days,
            "earliest": first.earliest, "latest": last.latest, "precision": "range",
        }
    )  # fmt: skip


def text_of(sentence: MarkedSentence, start: int, end: int) -> str:
    return sentence.span.doc.text[start:end]
