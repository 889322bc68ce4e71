"""A web page: the body by trafilatura, what it says of itself, and its pleas cut out."""

from collections.abc import Iterator, Sequence
from html import unescape

from truceline.errors import CannotRead, NothingToRead, TooLarge
from truceline.model.report import Report
from truceline.read.assembly import Stated, assemble
from truceline.read.byline import author_of
from truceline.read.credits import credit_patterns
from truceline.read.decoding import decode
from truceline.read.formats.story import plain
from truceline.read.formats.text import check_length
from truceline.read.headline import has_sentence
from truceline.read.language import language_of
from truceline.read.pages.body import Block, blocks, linked_paragraphs, paragraphs_apart, story_paragraphs, tells
from truceline.read.pages.cutting import TOP, Cut, cut, joined, placed_cuts
from truceline.read.pages.frames import standings
from truceline.read.pages.metadata import Metadata, page_metadata
from truceline.read.pages.missed import with_missed
from truceline.read.pages.publication_date import day_in_address, days_over
from truceline.read.pages.structured_data import is_alike
from truceline.read.pages.surroundings import dropped
from truceline.read.pages.tree import page_tree
from truceline.read.paragraphs import paragraphs
from truceline.read.plea_words import plea_words
from truceline.read.publication import with_stated_days
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source
from truceline.settings import Settings

AROUND = 2  # a page has at most as many words around its story as in it, where the story is long
MOSTLY = 0.4  # share of a short page's words
FEWEST_STORY_WORDS = 40  # of a page that nowhere says it is an article
SHOWN = 0.5  # share of the letters of the story in the page's data that its readers see
NOTICE_WORDS = 60  # of a page that may be no more than an error message or a wall


def read_page(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    settings = options.settings
    root = page_tree(source.name, decode(source))
    stated = page_metadata(root)
    page_blocks = blocks(root)
    check_page_length(source.name, page_blocks, settings)
    found = body_for_machines(source.name, stated, page_blocks) or story_paragraphs(root)
    found = without_title(with_missed(found, page_blocks, stated.title), stated.title)
    standing = standings(page_blocks, found, paragraphs_apart(root, page_blocks), stated.author)
    stay, cuts = cut(found, stated.publisher, linked_paragraphs(root), standing)
    check_article(source.name, stay, stated, page_blocks)
    check_length(source.name, "\n\n".join(stay), settings)
    language = language_of(source.name, "\n".join(stay), options.language)
    cuts += dropped(page_blocks, stay, cuts, stated.title)
    yield page_report(stay, cuts, stated, page_blocks, language)


def body_for_machines(name: str, stated: Metadata, page_blocks: Sequence[Block]) -> list[str]:
    """The paragraphs of the story in the page's data, where a program was to show them to readers and did not."""
    if stated.body is None:
        return []
    body = plain(name, unescape(stated.body))
    whole = letters_of(body)
    shown = sum(len(each) for each in map(letters_of, (block.text for block in page_blocks)) if each in whole)
    return [] if shown >= SHOWN * len(whole) else [piece.text for piece in paragraphs(body)]


def letters_of(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def check_page_length(name: str, page_blocks: Sequence[Block], settings: Settings) -> None:
    """Before the costly search for the body: all words of the page, of which the story is a part."""
    length = sum(len(block.text) for block in page_blocks)
    if length > AROUND * settings.longest_text:
        raise TooLarge(
            name, f"{length:,} characters of text on one page; a report has at most {settings.longest_text:,}"
        )


def page_report(
    stay: Sequence[str], cuts: Sequence[Cut], stated: Metadata, page_blocks: Sequence[Block], language: str
) -> Report:
    titled = [stated.title] if stated.title else []
    text, placed = joined([*titled, *stay])
    report = assemble(
        text,
        placed,
        placed_cuts(cuts, placed, skip=len(titled)),
        language,
        Stated(
            fields={
                "title": stated.title,
                "publisher": stated.publisher,
                "author": stated.author or next(filter(None, (author_of(piece.text) for piece in cuts)), None),
                "url": stated.url,
                "wire": credit_patterns().wire_of.get(stated.author or ""),
            },
            headline=placed[0] if titled else None,
            captions=frozenset(block.text for block in page_blocks if block.is_caption),
        ),
    )
    over = days_over((piece.text for piece in cuts if piece.after < TOP), report.dateline)
    return with_stated_days(report, [*stated.days, *over, *day_in_address(report.url)])


def without_title(paragraphs: Sequence[str], title: str | None) -> list[str]:
    """The headline stands once, on top: where the body finder took it along, it goes."""
    if not title:
        return list(paragraphs)
    return [line for at, line in enumerate(paragraphs) if line != title and not (at == 0 and _repeats(line, title))]


def _repeats(line: str, title: str) -> bool:
    return len(line) < 1.5 * len(title) and is_alike(line, title)


def check_article(name: str, stay: Sequence[str], stated: Metadata, page_blocks: Sequence[Block]) -> None:
    """Raises NothingToRead for a page without a story: a list of links, an error message, a wall."""
    sentences = [line for line in stay if has_sentence(line)]
    words = sum(len(line.split()) for line in sentences)
    notice = words < NOTICE_WORDS and any(map(plea_words().is_notice, [stated.title or "", *stay]))
    is_short = not stated.has_article and words < FEWEST_STORY_WORDS
    if not sentences or notice or (is_short and not is_mostly_story(sentences, page_blocks)):
        raise NothingToRead(name, "this page has no article in it")


def is_mostly_story(sentences: Sequence[str], page_blocks: Sequence[Block]) -> bool:
    """A bare page of a few lines, a sentence of news among them."""
    words = sum(len(line.split()) for line in sentences)
    around = sum(len(block.text.split()) for block in page_blocks)
    return words >= MOSTLY * around and any(map(tells, sentences))
