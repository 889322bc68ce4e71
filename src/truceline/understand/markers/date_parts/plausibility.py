"""Words that look like a date and are none: "may", "2000 people", "Resolution 1994", "a second group"."""

import re

from truceline.knowledge.files import all_words
from truceline.understand.grammar import words_after, words_before
from truceline.understand.markers.date_parts.lexicon import code, listed
from truceline.understand.markers.date_parts.spotting import Spotted
from truceline.understand.markers.date_parts.tense import direction_of_verb, governing_verb
from truceline.understand.tokens import Span

SMALL_HOURS = re.compile(r"\b(?:early|small|wee)\s+hours\s+(?:of|on)$")


def is_no_date(spotted: Spotted, span: Span) -> bool:
    check = CHECKS.get(spotted.rule.name)
    return check is not None and check(spotted, span)


def is_no_year(spotted: Spotted, span: Span) -> bool:
    """A bare figure counts things where a plural follows and no preposition of time stands before."""
    if len(span) > 1 and spotted.match["phase"]:
        return False
    if spotted.match["year"].lower().startswith("two"):
        return "year" not in span.text.lower()  # "two thousand" counts, if "the year" does not stand before it
    leading = next(iter(words_before(span.doc, span.start, 1)), None)
    before = leading.lower_ if leading is not None else ""
    if before in listed("no_year_before"):
        return True
    after = next(iter(words_after(span.doc, span.end, 1)), None)
    if before in listed("year_cues") or after is None:
        return False
    noun = after if after.tag_ in {"NNS", "NNPS"} else span.root.head if span.root.dep_ == "nummod" else after
    if noun.tag_ not in {"NNS", "NNPS"} or noun.i < span.end:
        return False
    bounded = before in listed("count_cues") or leading is None or leading.pos_ in {"VERB", "AUX"}
    return bounded or noun.low_lemma in all_words("persons")


def is_no_month(spotted: Spotted, span: Span) -> bool:
    month = spotted.match["month"].lower().rstrip(".")
    if spotted.match["phase"] or spotted.match["which"] or spotted.match["of_year"]:
        return False
    if month in listed("ambiguous_months"):
        before = next((token.lower_ for token in words_before(span.doc, span.start, 1)), "")
        after = next(iter(words_after(span.doc, span.end, 1)), None)
        if before == "the" and after is not None and after.pos_ == "NOUN":
            return False  # "the March offensive"
        return before not in listed("month_cues") or (month == "march" and span.doc[span.end - 1].pos_ == "VERB")
    if is_given_name(span):
        return True
    shortened = len(month) <= 3 and not spotted.match["month"].endswith(".")
    return shortened or span.root.ent_type_ == "PERSON"


def is_given_name(span: Span) -> bool:
    """As in "Captain June Reyes": between two names, with no article before them."""
    before, after = words_before(span.doc, span.start, 1), words_after(span.doc, span.end, 1)
    return bool(before and after) and before[0].pos_ == after[0].pos_ == "PROPN" and not before[0].is_punct


def is_no_day(spotted: Spotted, span: Span) -> bool:
    """As in "on May 9 and 12 people died": what follows "and" counts things where a noun comes next."""
    after = next(iter(words_after(span.doc, span.end, 1)), None)
    joined = spotted.match["link"].strip() in {"-", "–"} or spotted.match["year"]
    return not joined and after is not None and after.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}


def is_how_much(spotted: Spotted, span: Span) -> bool:
    """As in "its quarterly loss", "the monthly quota": an adjective of size, not of times. "Daily raids" recur."""
    return span[-1].pos_ == "ADJ" and code("frequency", spotted.match["often"]) in {"MO", "Q", "Y"}


def is_downfall(span: Span) -> bool:
    """As in "the fall of Kabul"; in "the fall of 2001" the year is part of the mark."""
    return any(token.lower_ == "of" for token in words_after(span.doc, span.end, 1))


def is_no_duration(spotted: Spotted, span: Span) -> bool:
    """As in "hope to return one day", "will one day be": some time, not a length of it."""
    if span.text.lower() != "one day":
        return False
    after = next(iter(words_after(span.doc, span.end, 1)), None)
    return after is None or after.pos_ in {"VERB", "AUX"} or (after.is_punct and is_ahead(span))


def is_no_length(spotted: Spotted, span: Span) -> bool:
    """As in "in as many months", "the early hours of Friday"."""
    if spotted.match["vague"] and any(token.lower_ == "as" for token in words_before(span.doc, span.start, 1)):
        return True
    return is_no_duration(spotted, span)


def is_no_day_of_month(spotted: Spotted, span: Span) -> bool:
    """As in "the 15th Brigade", "for the 15th time"."""
    if spotted.match["of_month"] or spotted.match["weekday"]:
        return False
    after = next(iter(words_after(span.doc, span.end, 1)), None)
    before = [token.lower_ for token in words_before(span.doc, span.start, 1)]
    counts = after is not None and (after.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "ADV"} or after.lower_ in {"of", "-"})
    return counts or not set(before) & listed("day_cues")


def is_small_hours(spotted: Spotted, span: Span) -> bool:
    """As in "the early hours of Friday": the day is the date."""
    around = span.doc[max(0, span.start - 1) : span.end + 1].text.lower()
    return SMALL_HOURS.search(around) is not None


def is_age_of_person(spotted: Spotted, span: Span) -> bool:
    """As in "an 8-month-old baby", "a three-month-old"."""
    noun = next(
        (token for token in words_after(span.doc, span.end, 4) if token.pos_ in {"NOUN", "PROPN", "PUNCT"}), None
    )
    while noun is not None and noun.pos_ == "NOUN" and noun.nbor().pos_ == "NOUN":
        noun = noun.nbor()
    return noun is None or noun.pos_ != "NOUN" or noun.low_lemma in all_words("persons")


def is_no_clock(spotted: Spotted, span: Span) -> bool:
    """As in "killed 4 in the morning": without a preposition of time a bare figure counts."""
    half = (spotted.match["half"] or "").lower()
    if not half.startswith(("in", "at")) or spotted.match["minute"] or "clock" in span.text.lower():
        return False
    before = [token.lower_ for token in words_before(span.doc, span.start, 1)]
    return not set(before) & listed("clock_cues")


def is_ahead(span: Span) -> bool:
    verb = governing_verb(span.root)
    return verb is not None and direction_of_verb(verb, span) == "future"


def is_no_season(spotted: Spotted, span: Span) -> bool:
    if (span[-1].lower_ == "fall" and is_downfall(span)) or is_part_of_name(span):
        return True
    return span[-1].pos_ == "VERB" or (
        span[-1].lower_ in {"spring", "fall"} and span[-1].pos_ != "NOUN" and span[-1].pos_ != "PROPN"
    )


def is_part_of_name(span: Span) -> bool:
    """As in "the Spring Street line", "the Winter Olympics"."""
    after = words_after(span.doc, span.end, 1)
    return bool(after) and after[0].pos_ == "PROPN" and span[-1].text.istitle() and after[0].text.istitle()


def is_no_described_season(spotted: Spotted, span: Span) -> bool:
    """Between article and season stand adjectives; "a steep fall", "a hot spring", "a nuclear winter" are none."""
    described = [token for token in span[:-1] if not token.is_punct and token.pos_ != "DET"]
    return (
        span[-1].pos_ != "NOUN"
        or span[-1].lower_ == "fall"
        or any(token.pos_ != "ADJ" or token.lower_ in listed("no_season_after") for token in described)
    )


CHECKS = {
    "year": is_no_year,
    "month": is_no_month,
    "season": is_no_season,
    "season-described": is_no_described_season,
    "day-after-list": is_no_day,
    "duration": is_no_length,
    "units": is_small_hours,
    "age-of-thing": is_age_of_person,
    "clock": is_no_clock,
    "day-of-month": is_no_day_of_month,
    "frequency": is_how_much,
}
