"""Amounts as they stand in a text: figures, words, ranges, "two dozen", "tens of thousands", "several"."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from truceline.knowledge.files import words
from truceline.understand.amount import Amount
from truceline.understand.markers.alternatives import alternatives
from truceline.understand.markers.number_parts.number_words import number_pattern, value_of, value_words
from truceline.understand.markers.small_letters import lower


@cache
def coded_words(prefix: str) -> dict[str, int]:
    lists = words("numbers")
    return {word: int(name.removeprefix(prefix)) for name in lists if name.startswith(prefix) for word in lists[name]}


def first_words() -> set[str]:
    """What an amount in words begins with: where none of them stands, no other pattern need be tried."""
    vague, openers = words("numbers")["vague"], words("numbers")["openers"]
    lists = (value_words(), coded_words("group-"), coded_words("least-"), vague, openers)
    return {word.split()[0] for known in lists for word in known}


@lru_cache(maxsize=1)
def amount_pattern() -> re.Pattern[str]:
    number = number_pattern()
    groups, least = ("|".join(coded_words(prefix)) for prefix in ("group-", "least-"))
    vague = "|".join(word.replace(" ", r"\s+") for word in sorted(words("numbers")["vague"], key=len, reverse=True))
    large = "hundred|thousand|million|billion"
    millions_of = alternatives(words("numbers")["millions_of"])
    return re.compile(
        rf"(?<![\w.,/:$€£¥₽+-])(?=\d|(?:{alternatives(first_words())})\b)(?:"
        rf"(?P<many>tens|dozens|scores|hundreds)\s+of\s+(?P<of>hundreds|thousands|millions)"
        rf"|between\s+(?P<from>{number})\s+and\s+(?P<to>{number})"
        rf"|an?\s+couple\s+of\s+(?P<couple>dozen|hundred|thousand|million)"
        rf"|(?P<low_>{number})\s+or\s+(?P<high_>{number})(?![\w-])"
        rf"|(?P<from_>{number})\s+to\s+(?P<to_>{number})(?![\w-])"
        rf"|(?P<from_digits>\d[\d,]*)\s*[–-]\s*(?P<to_digits>\d[\d,]*)(?![\w-])"
        rf"|(?P<some>several|a\s+few|many)\s+(?P<unit>dozen|score|{large})s?"
        rf"|an?\s+hundred\s+(?P<hundred>thousand|million)"
        rf"|half\s+a\s+(?P<half>dozen|million)"
        rf"|(?:(?P<times>{number}|an?)\s+)?(?P<group>{groups})"
        rf"|an?\s+(?P<one>{large})"
        rf"|(?P<least>{least})"
        rf"|(?P<short>\d+(?:\.\d+)?)m(?=\s+(?:{millions_of})\b)"
        rf"|(?P<plain>{number})"
        rf"|(?P<vague>{vague})"
        rf")(?![\w/:°%]|[.,]\d)",
    )


def amounts_in(text: str) -> Iterator[Amount]:
    for match in amount_pattern().finditer(lower(text)):
        amount = amount_of(match)
        if amount is not None:
            yield amount


def amount_of(match: re.Match[str]) -> Amount | None:
    found = {name: " ".join(part.lower().split()) for name, part in match.groupdict("").items() if part}
    kind = next((kind for kind in READERS if kind in found), None)
    bounds = READERS[kind](found) if kind else None
    return bounds and Amount(match.start(), match.end(), *bounds)


Bounds = tuple[int | None, int | None, int | None, str | None]


def whole(number: float | None) -> int | None:
    return int(number) if number is not None and number == int(number) else None


def exact(number: float | None) -> Bounds | None:
    value = whole(number)
    return None if value is None else (value, value, value, None)


def at_least(low: int, rule: str) -> Bounds:
    return None, low, None, rule


def read_range(first: str, last: str) -> Bounds | None:
    low, high = whole(value_of(first)), whole(value_of(last))
    if low is None or high is None:
        return None
    if high >= 1000 and low < high / 1000 and high % 1000 == 0:
        low *= 1000 if high < 1_000_000 else 1_000_000  # "15 to 20 thousand"
    return (None, low, high, "between") if low < high else None


def read_choice(first: str, last: str) -> Bounds | None:
    """ "two or three": neighbours; other pairs are two amounts, of which the first is kept."""
    low, high = value_of(first), value_of(last)
    near = low is not None and high is not None and low < high <= 2 * low
    return read_range(first, last) if near else exact(low)


def read_group(found: dict[str, str]) -> Bounds | None:
    times = value_of(found.get("times", "a"))
    return None if times is None else exact(times * coded_words("group-")[found["group"]])


def read_some(found: dict[str, str]) -> Bounds:
    return at_least(size_of(found["unit"]), "several")


def size_of(unit: str) -> int:
    """Of "dozen", "hundred", "million"."""
    return int(value_of(unit) or coded_words("group-")[unit])


READERS: dict[str, Callable[[dict[str, str]], Bounds | None]] = {
    "many": lambda found: at_least(
        coded_words("least-")[found["many"]] * int(value_of(found["of"].rstrip("s")) or 1), "vague"
    ),
    "from": lambda found: read_range(found["from"], found["to"]),
    "from_": lambda found: read_range(found["from_"], found["to_"]),
    "from_digits": lambda found: read_range(found["from_digits"], found["to_digits"]),
    "low_": lambda found: read_choice(found["low_"], found["high_"]),
    "couple": lambda found: exact(2 * size_of(found["couple"])),
    "hundred": lambda found: exact(100 * size_of(found["hundred"])),
    "some": read_some,
    "half": lambda found: exact(6 if found["half"] == "dozen" else 500_000),
    "group": read_group,
    "one": lambda found: exact(value_of(found["one"])),
    "least": lambda found: at_least(coded_words("least-")[found["least"]], "vague"),
    "short": lambda found: exact(1_000_000 * (value_of(found["short"]) or 0)),
    "plain": lambda found: exact(value_of(found["plain"])),
    "vague": lambda found: (None, 2 if found["vague"] == "several" else None, None, "more-than-one"),
}
