"""French amounts as they stand in a text: figures, words, ranges, "une trentaine", "des centaines de milliers"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from truceline.knowledge.files import words
from truceline.understand.amount import Amount
from truceline.understand.languages.fr.lists import FRENCH, coded, phrases, word_set

BLANK = "[ \u00a0\u202f]"
QUOTE = f'(?:[«“"]{BLANK}?)?'
LARGE = ("1000", "1000000", "1000000000")
FOURSCORE = 4
DOZEN = 12
VAGUE = frozenset({"plusieurs", "quelques"})


@lru_cache(maxsize=1)
def values() -> dict[str, int]:
    lists = words("numbers", FRENCH)
    return {word: int(name) for name in lists if name.isdigit() for word in lists[name]}


@lru_cache(maxsize=1)
def groups() -> dict[str, int]:
    return {word: int(size) for word, size in coded("numbers", "group-").items()}


@lru_cache(maxsize=1)
def amount_pattern() -> re.Pattern[str]:
    word = "|".join(sorted(values(), key=len, reverse=True))
    number = rf"(?:{word})(?:(?:-et-|{BLANK}et{BLANK}|-|{BLANK})(?:{word})(?![\w’']))*(?![\w’'-])"
    figure = r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|\d+(?:,\d+)?"
    scale = "|".join(one for one, value in values().items() if str(value) in LARGE)
    plain = rf"(?:(?:{figure})(?:{BLANK}(?:{scale})\b)?|{number})"
    group = "|".join(sorted(groups(), key=len, reverse=True))
    counted = "|".join(one for one in groups() if one not in values())
    several = "|".join(re.escape(phrase) for phrase, _ in phrases("numbers", "several"))
    return re.compile(
        rf"(?<![\w.,/:$€+-])(?:"
        rf"(?P<many>des|plusieurs|quelques){BLANK}{QUOTE}(?P<unit>{group})(?:{BLANK}de{BLANK}(?P<of>{group}))?"
        rf"|(?P<times>{plain}){BLANK}{QUOTE}(?P<group>{counted})"
        rf"|une{BLANK}(?P<half>demi-douzaine)"
        rf"|entre{BLANK}(?P<from>{plain}){BLANK}et{BLANK}(?P<to>{plain})"
        rf"|(?:de{BLANK})?(?P<low>{plain}){BLANK}(?:à|ou){BLANK}(?P<high>{plain})(?={BLANK}[^\W\d])"
        rf"|(?P<plain>{plain})"
        rf"|(?P<several>{several})(?![\w’'])"
        rf")(?!\w|[.,/:]\d|{BLANK}?[%°])",
        re.IGNORECASE,
    )


def amounts_in(text: str) -> Iterator[Amount]:
    for match in amount_pattern().finditer(text):
        amount = amount_of(match)
        if amount is not None:
            yield with_bounds(text, amount)


def amount_of(match: re.Match[str]) -> Amount | None:
    found = {name: part for name, part in match.groupdict().items() if part}
    start, end = match.span()
    if "unit" in found:
        times = groups()[found["of"].lower()] if "of" in found else 1
        return Amount(start, end, None, groups()[found["unit"].lower()] * times, None, "vague")
    if "group" in found:
        return grouped(match, found)
    if "half" in found:
        return Amount(start, end, 6, 6, 6)
    if "from" in found or "low" in found:
        return ranged(match, found.get("from") or found["low"], found.get("to") or found["high"])
    if "plain" in found:
        value = value_of(found["plain"])
        return None if value is None else Amount(start, end, value, value, value)
    low = 2 if found["several"].lower() in VAGUE else None
    return Amount(start, end, None, low, None, "more-than-one")


def grouped(match: re.Match[str], found: dict[str, str]) -> Amount | None:
    """ "une trentaine" is about 30, "deux douzaines" are 24."""
    times, size = value_of(found["times"]), groups()[found["group"].lower()]
    if times is None:
        return None
    value, rule = size * times, None if size == DOZEN else "approximately"
    return Amount(match.start(), match.end(), value, value, value, rule)


def ranged(match: re.Match[str], first: str, last: str) -> Amount | None:
    """ "entre 10 et 15", "deux ou trois"; of two other amounts ("cent ou dix") the first."""
    low, high = value_of(first), value_of(last)
    if low is None or high is None:
        return None
    if low < high:
        return Amount(match.start(), match.end(), None, low, high, "between")
    start = match.start() + match[0].index(first)
    return Amount(start, start + len(first), low, low, low)


def value_of(written: str) -> int | None:
    """ "dix-sept", "quatre-vingt-dix", "1 200", "1,2 million"; null for what is no whole number."""
    parts = re.split(r"[-\s]+", written.lower().replace("\u00a0", " ").replace("\u202f", " "))
    if parts[0][0].isdigit():
        return value_of_figure(parts)
    total = current = 0
    for word in parts:
        if word == "et":
            continue
        value = values()[word]
        if value >= 1000:
            total, current = total + max(1, current) * value, 0
        elif value == 100:
            current = max(1, current) * 100
        elif value == 20 and current % 100 == FOURSCORE:
            current += 20 * FOURSCORE - FOURSCORE
        else:
            current += value
    return total + current


def value_of_figure(parts: list[str]) -> int | None:
    scale = values().get(parts[-1], 1)
    digits = parts if scale == 1 else parts[:-1]
    number = float("".join(digits).replace(".", "").replace(",", ".")) * scale
    return round(number) if abs(number - round(number)) < 1e-6 else None


BEFORE = ("at_least", "more_than", "up_to", "fewer_than", "nearly", "approximately")


def with_bounds(text: str, amount: Amount) -> Amount:
    """With the words before or behind it that make it a bound."""
    before = text[max(0, amount.start - 40) : amount.start].lower().replace("’", "'")
    for phrase, name in phrases("numbers", *BEFORE):
        glued = before.endswith(phrase) and phrase.endswith("'")
        if glued or (before.rstrip().endswith(phrase) and re.search(rf"(?<!\w){re.escape(phrase)}\s+$", before)):
            start = amount.start - (len(before) - before.rindex(phrase))
            return replace(bounded(amount, name), start=start)
    after = text[amount.end : amount.end + 20].lower().lstrip()
    for phrase, name in phrases("numbers", "at_least_after", "approximately_after"):
        if after.startswith(phrase):
            return bounded(amount, name.removesuffix("_after"))
    return amount


def bounded(amount: Amount, name: str) -> Amount:
    value, low = amount.value, amount.low
    if value is None and low is None:
        return amount
    if name in {"at_least", "more_than"}:
        return replace(amount, value=None, low=low, high=None, rule=name)
    if name in {"up_to", "fewer_than"}:
        high = amount.high if amount.high is not None else value
        return replace(amount, value=None, low=None, high=high, rule=name)
    return replace(amount, rule=amount.rule or name)


def is_article(amount: str) -> bool:
    """ "un", "une": a number only before a person."""
    return amount.lower() in word_set("numbers", "1")
