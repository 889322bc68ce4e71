"""French dates: words that say when, read against the day of publication."""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from functools import lru_cache

from truceline.model.mark import DateMark
from truceline.understand.languages.fr.amounts import value_of, values
from truceline.understand.languages.fr.lists import coded, word_set
from truceline.understand.markers.date_parts.nearest import weekday_near
from truceline.understand.markers.date_parts.reading import (
    ONE_DAY,
    Reading,
    at_time,
    day_or_none,
    in_month,
    in_week,
    in_year,
    lasting,
    months_away,
    on_day,
    partial,
    unresolved,
)
from truceline.understand.parsed_report import ParsedReport

BEFORE = 60  # code points in which a word shows that a day lies ahead
FUTURE = re.compile(r"\w{2,}(?:era|eront|ira|iront|dra|dront)")
CLOCK = frozenset({"S", "M", "H"})
Read = Callable[[re.Match[str], datetime.date | None, bool], Reading | None]


def mark_dates(parsed: ParsedReport) -> Iterator[DateMark]:
    text, taken = parsed.report.text, 0
    for match in date_pattern().finditer(text):
        kind = next(name for name in READERS if match[name])
        reading = READERS[kind](match, parsed.report.published, is_ahead(text, match))
        if reading is not None and match.start() >= taken:
            taken = match.end()
            yield mark_of(parsed, match, reading)


def is_ahead(text: str, match: re.Match[str]) -> bool:
    """A verb in the future, or a word such as "à partir de", before the date in its sentence, or "prochain" behind."""
    clause = re.split(r"[.;!?»]", text[max(0, match.start() - BEFORE) : match.start()])[-1].lower()
    words = [*re.findall(r"[\w'’]+", clause), *re.findall(r"\w+", text[match.end() : match.end() + 12].lower())[:1]]
    ahead = word_set("dates", "ahead")
    shown = any(word in ahead or FUTURE.fullmatch(word) for word in words)
    return shown or any(phrase in clause for phrase in ahead if " " in phrase)


def alternatives(prefix: str) -> str:
    return "|".join(map(re.escape, sorted(coded("dates", prefix), key=len, reverse=True)))


@lru_cache(maxsize=1)
def date_pattern() -> re.Pattern[str]:
    number = r"\d+|" + "|".join(sorted((one for one in values() if one not in {"mille"}), key=len, reverse=True))
    weekday, month, part, unit = map(alternatives, ("weekday-", "month-", "part-", "unit-"))
    return re.compile(
        rf"(?<![\w-])(?:"
        rf"(?P<calendar>(?:(?:{weekday})\s+)?(?P<day>\d{{1,2}}|1er)\s+(?P<month>{month})(?:\s+(?P<year>\d{{4}}))?)"
        rf"|(?P<night>nuit\s+de\s+(?P<from>{weekday})\s+à\s+(?:{weekday}))"
        rf"|(?P<weekdays>(?P<weekday>{weekday})(?:\s+(?P<part>{part}))?(?:\s+derniers?)?)"
        rf"|(?P<shifts>(?P<shift>{alternatives('shift-')})(?:\s+(?P<shift_part>{part}))?)"
        rf"|(?P<ago>il\s+y\s+a\s+(?P<ago_n>{number})\s+(?P<ago_unit>{unit}))"
        rf"|(?P<lasts>la\s+semaine\s+dernière|le\s+mois\s+dernier|l['’](?:an|année)\s+derni(?:er|ère))"
        rf"|(?P<months>(?:en|depuis|fin|début|mi-|de|dès|courant)\s*(?P<month_alone>{month})(?:\s+(?P<month_year>\d{{4}}))?)"
        rf"|(?P<years>(?<=\ben\s|\bde\s)(?P<year_alone>(?:19|20)\d\d)|(?:depuis|fin|début|dès|avant|après)\s+(?P<year_since>(?:19|20)\d\d))"
        rf"|(?P<duration>(?P<n>{number})\s+(?P<unit>{unit}))"
        rf")(?![\w-])",
        re.IGNORECASE,
    )


def read_calendar(match: re.Match[str], published: datetime.date | None, ahead: bool) -> Reading | None:
    month, day = int(coded("dates", "month-")[match["month"].lower()]), int(match["day"].removesuffix("er"))
    if match["year"]:
        there = day_or_none(int(match["year"]), month, day)
        return on_day(there) if there else None
    if published is None:
        return partial(f"XXXX-{month:02}-{day:02}")
    days = [one for year in (-1, 0, 1) if (one := day_or_none(published.year + year, month, day))]
    days = [one for one in days if one >= published] if ahead else days
    if not days:
        return None
    nearest = min(days, key=lambda one: abs(one - published))
    return replace(on_day(nearest), resolution="resolved", rule="day-nearest-publication")


def read_weekday(match: re.Match[str], published: datetime.date | None, ahead: bool) -> Reading:
    reading = on_weekday(match["weekday"], published, ahead)
    part = match["part"]
    return at_time(reading, coded("dates", "part-")[part.lower()]) if part else reading


def on_weekday(word: str, published: datetime.date | None, ahead: bool) -> Reading:
    weekday = int(coded("dates", "weekday-")[word.lower()])
    if published is None:
        return replace(unresolved(f"XXXX-WXX-{weekday}"), rule="no-publication-date")
    day = weekday_near(weekday, published, "future" if ahead else "past")
    rule = "weekday-ahead" if ahead else "weekday-last-or-same"
    return replace(on_day(day), resolution="resolved", rule=rule)


def read_night(match: re.Match[str], published: datetime.date | None, ahead: bool) -> Reading:
    """ "dans la nuit de lundi à mardi": it begins on the first of the two days."""
    reading = on_weekday(match["from"], published, ahead)
    if reading.earliest is None:
        return reading
    last = reading.earliest + ONE_DAY
    edtf = f"[{reading.earliest}..{last}]"
    return replace(at_time(reading, "NI"), edtf=edtf, latest=last, precision="range", rule="night-between-weekdays")


def read_shift(match: re.Match[str], published: datetime.date | None, _ahead: bool) -> Reading:
    part = coded("dates", "part-")[match["shift_part"].lower()] if match["shift_part"] else None
    if published is None:
        return replace(unresolved("XXXX-XX-XX"), rule="no-publication-date")
    days = int(coded("dates", "shift-")[match["shift"].lower()])
    reading = replace(on_day(published + days * ONE_DAY), resolution="resolved", rule="day-from-publication")
    return at_time(reading, part) if part else reading


def read_ago(match: re.Match[str], published: datetime.date | None, _ahead: bool) -> Reading | None:
    count, unit = value_of(match["ago_n"]), coded("dates", "unit-")[match["ago_unit"].lower()]
    if published is None or count is None:
        return replace(unresolved(None), rule="no-publication-date")
    return replace(away(published, unit, count), resolution="resolved", rule="offset-from-publication")


def away(day: datetime.date, unit: str, count: int) -> Reading:
    """So many units before a day, as fine as the unit is."""
    if unit == "Y":
        return in_year(day.year - count)
    if unit == "MO":
        there = months_away(day, -count)
        return in_month(there.year, there.month)
    if unit == "W":
        return in_week(day - 7 * count * ONE_DAY)
    return on_day(day - (count if unit == "D" else 0) * ONE_DAY)


def read_last(match: re.Match[str], published: datetime.date | None, _ahead: bool) -> Reading:
    unit = next(unit for word, unit in coded("dates", "unit-").items() if re.search(rf"\b{word}\b", match[0].lower()))
    if published is None:
        return replace(unresolved(None), rule="no-publication-date")
    return replace(away(published, unit, 1), resolution="resolved", rule="offset-from-publication")


def read_month(match: re.Match[str], published: datetime.date | None, ahead: bool) -> Reading:
    month = int(coded("dates", "month-")[match["month_alone"].lower()])
    if match["month_year"]:
        return in_month(int(match["month_year"]), month)
    if published is None:
        return partial(f"XXXX-{month:02}")
    earlier = month > published.month and not ahead
    later = month < published.month and ahead
    year = published.year - int(earlier) + int(later)
    return replace(in_month(year, month), resolution="resolved", rule="month-nearest-publication")


def read_year(match: re.Match[str], _published: datetime.date | None, _ahead: bool) -> Reading:
    return in_year(int(match["year_alone"] or match["year_since"]))


def read_duration(match: re.Match[str], _published: datetime.date | None, _ahead: bool) -> Reading | None:
    count, unit = value_of(match["n"]), coded("dates", "unit-")[match["unit"].lower()]
    return None if count is None else lasting(f"{'PT' if unit in CLOCK else 'P'}{count}{unit.removesuffix('O')}")


READERS: dict[str, Read] = {
    "calendar": read_calendar,
    "night": read_night,
    "weekdays": read_weekday,
    "shifts": read_shift,
    "ago": read_ago,
    "lasts": read_last,
    "months": read_month,
    "years": read_year,
    "duration": read_duration,
}


def mark_of(parsed: ParsedReport, match: re.Match[str], reading: Reading) -> DateMark:
    return DateMark(
        report=parsed.report.id, start=match.start(), end=match.end(), text=match[0], raw=match[0], **asdict(reading)
    )
