"""What a brief of a period is made of: sections of lines, each with the words it rests on and where to read them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Source:
    """An outlet with the day of publication, and the report's address if it has one."""

    name: str
    url: str | None = None


@dataclass(frozen=True)
class Quote:
    """Exact words, and every source that has them."""

    words: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Line:
    text: str
    quotes: tuple[Quote, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(quote.words for quote in self.quotes)

    @property
    def outlets(self) -> set[Source]:
        return {source for quote in self.quotes for source in quote.sources}


@dataclass(frozen=True)
class Section:
    """``about``: what its lines are, behind their number: "on truces"."""

    title: str
    about: str
    lines: tuple[Line, ...]
    empty: str


@dataclass(frozen=True)
class Brief:
    title: str
    lead: str
    sections: tuple[Section, ...]


def merged(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The same words in several outlets are one line that names them all: a copy is no second voice."""
    kept: list[Line] = []
    first_of: dict[tuple[str, ...], int] = {}
    for line in lines:
        seen = first_of.get(line.words)
        if seen is None or line.outlets & kept[seen].outlets:
            first_of.setdefault(line.words, len(kept))
            kept.append(line)
        else:
            kept[seen] = both(kept[seen], line)
    return tuple(kept)


def both(line: Line, copy: Line) -> Line:
    quotes = tuple(
        Quote(one.words, (*one.sources, *other.sources)) for one, other in zip(line.quotes, copy.quotes, strict=True)
    )
    return replace(line, quotes=quotes)
