"""How values are written for people: one clear form each, and silence has words of its own."""

import datetime

from truceline.knowledge.conflict_files import conflicts
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties, Territory
from truceline.model.missing import Missing
from truceline.model.when import Date
from truceline.model.where import Place

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WHERE_WORDS = {1: "exact", 2: "near a known point", 3: "a district", 4: "a province", 5: "a wide area", 6: "a country"}
MISSING_WORDS: dict[Missing, str] = {
    "withheld": "not disclosed",
    "not_stated": "not stated",
    "unclear": "unclear",
    "vague_quantity": "no figure, only a word",
    "rounded_figure": "rounded",
    "unresolved": "not resolved",
    "not_applicable": "does not apply",
}


def figure(claim: Casualties) -> str:
    """``63``, ``at least 14``, ``up to 30``, ``900–1,100``, ``“hundreds” (100 or more)``, ``not disclosed``."""
    if is_silent(claim):
        return MISSING_WORDS[claim.missing.get("value", "not_stated")]
    if claim.missing.get("value") == "vague_quantity" and claim.low is not None:
        return f"“{vague_word(claim)}” ({claim.low:,} or more)"
    rounded = " (rounded)" if claim.missing.get("low") == "rounded_figure" else ""
    if claim.value is not None:
        return f"{claim.value:,}{rounded}"
    return bounds(claim.low, claim.high)


def is_silent(claim: Casualties) -> bool:
    """No figure at all: it is withheld, not stated or not clear."""
    return claim.value is None and claim.low is None and claim.high is None


def vague_word(claim: Casualties) -> str:
    for word in ("tens of thousands", "thousands", "hundreds", "scores", "dozens"):
        if word in claim.evidence.exact.lower():
            return word
    return "many"


def bounds(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"at least {low:,}" if low is not None else f"up to {high:,}"


def day(value: datetime.date, *, weekday: bool = True) -> str:
    """``Tue 20 Oct 2020``."""
    written = f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    return f"{WEEKDAYS[value.weekday()]} {written}" if weekday else written


def days_in_words(first: str | None, last: str | None = None) -> str:
    """Days as the catalogue has them (ISO texts), in the one clear form."""
    if first is None:
        return "day not stated"
    begin, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last or first)
    return day(begin, weekday=False) if begin == end else between(begin, end)


def when(date: Date | None) -> str:
    """A date in one clear form; what is not resolved keeps the report's own word."""
    if date is None:
        return "day not stated"
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return f"“{date.raw}”, day not known"
    if first == last:
        return day(first)
    if date.precision == "year" and first.year == last.year:
        return str(first.year)
    if date.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return between(first, last)


def between(first: datetime.date, last: datetime.date) -> str:
    """``1–16 Oct 2020``, ``28 Sep–3 Oct 2020``."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, weekday=False)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]}–{day(last, weekday=False)}"
    return f"{day(first, weekday=False)}–{day(last, weekday=False)}"


def who(actor: Actor | str | None, publisher: str | None = None) -> str:
    """A name; the report's own voice is its outlet."""
    if actor is None:
        return "not stated"
    if isinstance(actor, str):
        return actor
    if actor.resolution == "author":
        return publisher or "the report itself"
    return actor.entity_name or actor.entity_text or "not stated"


def names(actors: tuple[Actor, ...], most: int = 4) -> str:
    written = list(dict.fromkeys(who(actor) for actor in actors))
    more = f" and {len(written) - most} more" if len(written) > most else ""
    return ", ".join(written[:most]) + more if written else "parties not stated"


def where(place: Place | None) -> str:
    if place is None:
        return "place not stated"
    name = place.name or place.raw
    return f"{name} ({WHERE_WORDS[place.precision]})" if place.precision in WHERE_WORDS else name


def holding(claim: Territory) -> str:
    """Who is said to hold, to have won or lost what; of a part, that it is one."""
    part = "part of " if claim.extent == "part" and claim.place is not None else ""
    return f"{who(claim.controller)} {plain(claim.change)} {part}{where(claim.place)}"


def held(days: tuple[int, int] | None) -> str:
    """How long a truce held, as an interval."""
    if days is None:
        return "how long it held: not stated"
    least, most = days
    if least == most:
        return f"held {least} {'day' if least == 1 else 'days'}"
    return f"held {least}–{most} days"


# Stages, statuses and stances that say "no" themselves: what they deny is not denied once more.
REFUSALS = {"rejected", "not_observed", "refused", "ruled_out", "cancelled", "did_not_take_place", "refusal"}
DENIED = " (denied)"


def doubt(claim: AnyClaim) -> str:
    """What is not told as a fact says so."""
    if claim.factuality == "CT+":
        return ""
    return DENIED if claim.factuality in {"CT-", "PR-"} else " (not told as certain)"


def denied(claim: AnyClaim, value: str) -> str:
    """``value``: the claim's stage, status or stance."""
    return DENIED if claim.factuality in {"CT-", "PR-"} and value not in REFUSALS else ""


def sentence(words: str) -> str:
    """It begins with a capital, also where a name does not."""
    return words[:1].upper() + words[1:]


def counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def plain(word: str) -> str:
    """A value of ours in plain letters: ``did_not_take_place`` is ``did not take place``."""
    return word.replace("_", " ")


def conflict_title(key: str) -> str:
    """The title of a conflict file; reports of no known conflict stand together."""
    if not key or key == "other":
        return "Other reports"
    known = conflicts().get(key)
    return known.title if known is not None else key.replace("-", " ").capitalize()


def change_words(value: object) -> str:
    """The new value of a corrected field, as its JSON holds it."""
    if value in (None, [], ()):
        return "no value"
    if isinstance(value, dict):
        named = next((str(value[key]) for key in ("entity_name", "name", "edtf", "raw") if value.get(key)), "")
        return named or "the report itself"
    if isinstance(value, list):
        return ", ".join(change_words(part) for part in value)
    return plain(str(value))
