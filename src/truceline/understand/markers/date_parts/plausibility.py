"""Words that look like a date and are none: "may", "2000 people", "Resolution 1994", "a second group"."""

from spacy.tokens import Span

from truceline.understand.grammar import words_after, words_before
from truceline.understand.markers.date_parts.spotting import Spotted
from truceline.understand.markers.number_parts.counted import person_nouns

YEAR_CUES = frozenset(
    "in since of by from until till to during before after between and or through around late early mid the about "
    "year fiscal over for circa throughout - – — ( as with , spring summer fall autumn winter".split()
)
NO_YEAR_BEFORE = frozenset({"resolution", "no.", "no", "number", "flight", "room", "page", "article", "su", "km", "$"})
COUNT_CUES = frozenset(
    {"some", "about", "least", "than", "to", "nearly", "almost", "another", "estimated", "approximately"}
)
MONTH_CUES = frozenset(
    "in since of by from until till to during before after between and or through around late early mid this last "
    "next each every for as on".split()
)
AMBIGUOUS_MONTHS = frozenset({"may", "march"})


def is_no_date(spotted: Spotted, span: Span) -> bool:
    check = {"year": is_no_year, "month": is_no_month, "season": is_no_season, "day-after-list": is_no_day}.get(
        spotted.rule.name
    )
    return check is not None and check(spotted, span)


def is_no_year(spotted: Spotted, span: Span) -> bool:
    """A bare figure counts things where a plural follows and no preposition of time stands before."""
    if len(span) > 1 and spotted.match["phase"]:
        return False
    leading = next(iter(words_before(span.doc, span.start, 1)), None)
    before = leading.lower_ if leading is not None else ""
    if before in NO_YEAR_BEFORE:
        return True
    after = next(iter(words_after(span.doc, span.end, 1)), None)
    if before in YEAR_CUES or after is None:
        return False
    noun = after if after.tag_ in {"NNS", "NNPS"} else span.root.head if span.root.dep_ == "nummod" else after
    if noun.tag_ not in {"NNS", "NNPS"} or noun.i < span.end:
        return False
    bounded = before in COUNT_CUES or leading is None or leading.pos_ in {"VERB", "AUX"}
    return bounded or noun.lemma_.lower() in person_nouns()


def is_no_month(spotted: Spotted, span: Span) -> bool:
    month = spotted.match["month"].lower().rstrip(".")
    if spotted.match["phase"] or spotted.match["which"] or spotted.match["of_year"]:
        return False
    if month in AMBIGUOUS_MONTHS:
        before = next((token.lower_ for token in words_before(span.doc, span.start, 1)), "")
        after = next(iter(words_after(span.doc, span.end, 1)), None)
        if before == "the" and after is not None and after.pos_ == "NOUN":
            return False  # "the March offensive"
        return before not in MONTH_CUES or (month == "march" and span.doc[span.end - 1].pos_ == "VERB")
    return not spotted.match["month"].endswith(".") and len(month) <= 3 or span.root.ent_type_ == "PERSON"


def is_no_day(spotted: Spotted, span: Span) -> bool:
    """ "on May 9 and 12 people died": what follows "and" counts things where a noun comes next."""
    after = next(iter(words_after(span.doc, span.end, 1)), None)
    joined = spotted.match["link"].strip() in {"-", "–"} or spotted.match["year"]
    return not joined and after is not None and after.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}


def is_no_season(spotted: Spotted, span: Span) -> bool:
    return span[-1].pos_ == "VERB" or (
        span[-1].lower_ in {"spring", "fall"} and span[-1].pos_ != "NOUN" and span[-1].pos_ != "PROPN"
    )
