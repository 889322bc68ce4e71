"""Paragraphs of the story that the body finder drops for the box they stand in: a lead under the headline, quotations
set large, notes amid, a second part, last words.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from truceline.read.pages.body import Block
from truceline.read.pages.boxes import BOXES
from truceline.read.pages.frames import HEADINGS, LARGEST_BOX, boxes_of, story_layouts, usual_blocks, words_in
from truceline.read.plea_sentences import PHRASED, TELLS, odds_of
from truceline.read.plea_words import plea_words
from truceline.read.sentences import without_quotations

FEWEST_WORDS = 6
FEWEST_OF_TITLE = 4
FEWEST_BESIDE = 4  # of a paragraph among the story's own
UNLIKELY = 0.0  # odds of a plea above which a paragraph is brought back by no layout
SECOND_PART = 2  # times the words of the part that was found
MOSTLY = 0.5  # share of a box's words in paragraphs that report: then all of it does
NO_STORY = {"nav", "form", "button", "figure", *BOXES}
COMMENTS = re.compile(r"comment|disqus|respond|reply", re.IGNORECASE)
ENDS = (".", "!", "?", '"', "”", "’", "»")
Inside = tuple[int, ...]
Layout = tuple[str, ...]
Box = Mapping[int, Block]  # by their numbers


def with_missed(found: Sequence[str], page_blocks: Sequence[Block], title: str | None = None) -> list[str]:
    """The paragraphs found, with those put in their places that report, stand amid the others and beside no link."""
    usual = usual_blocks(page_blocks, set(found), story_layouts(page_blocks, set(found)))
    where = where_story_stands(page_blocks, usual, title) if usual else range(0)
    missed = dict(_missed(page_blocks, usual, where, " ".join(found))) if usual else {}
    if not missed:
        return list(found)
    place = {text: number for number, text in reversed(list(enumerate(found)))}
    whole = list(found)
    for number in sorted(missed, reverse=True):
        above = (place[page_blocks[at].text] for at in range(number, -1, -1) if page_blocks[at].text in place)
        whole.insert(next(above, -1) + 1, missed[number])
    return whole


def _missed(page_blocks: Sequence[Block], usual: Sequence[int], around: range, found: str) -> Iterator[tuple[int, str]]:
    parents = {page_blocks[number].inside[:-1] for number in usual}
    layouts = {page_blocks[number].layout for number in usual}
    names = names_around(page_blocks, usual)
    beside = [number for number in around if page_blocks[number].layout in layouts]
    alike = (number for number in beside if is_alike(page_blocks[number], names))
    yield from ((number, page_blocks[number].text) for number in alike if page_blocks[number].text not in found)
    yield from ((number, page_blocks[number].text) for number in announced(page_blocks, around, set(usual), names))
    largest = max(LARGEST_BOX, SECOND_PART * words_of(page_blocks[number] for number in usual))
    for numbers in boxes(page_blocks, usual):
        box = {number: page_blocks[number] for number in numbers if number in around}
        if is_plain(box.values(), largest, names):
            yield from ((number, block.text) for number, block in told_in(box, parents) if block.text not in found)


def announced(page_blocks: Sequence[Block], around: range, usual: Set[int], names: Set[str]) -> Iterator[int]:
    """Rows of a list that a paragraph of the story ends in a colon for: "The raid in numbers:" """
    opened = False
    for number in around:
        block = page_blocks[number]
        if block.tag != "li":
            opened = number in usual and block.text.endswith(":") and odds_of(block.text) < UNLIKELY
        elif opened and not block.linked and is_free(block, names):
            yield number


def where_story_stands(page_blocks: Sequence[Block], usual: Sequence[int], title: str | None) -> range:
    """From below the headline to the end of the element that holds it and the story, or the story alone; where that
    is the whole page, to the next link or rule.
    """
    first, last = usual[0], usual[-1]
    headline = headline_over(page_blocks[:first], title)
    frames = (innermost([*each, *usual], page_blocks) for each in ([headline] if headline is not None else [], []))
    frame = next((element for element in frames if element not in {None, page_blocks[first].inside[0]}), None)
    if frame is not None:
        end = max(at for at, block in enumerate(page_blocks) if frame in block.inside) + 1
    else:
        behind = range(last + 1, len(page_blocks))
        end = next((at for at in behind if ends_story(page_blocks[at], page_blocks[last])), len(page_blocks))
    start = bare_above(page_blocks, usual) if headline is None else headline + 1
    layouts = {page_blocks[number].layout for number in usual}
    return range(start, goes_on_to(page_blocks, end, layouts, page_blocks[headline or 0].layout))


def goes_on_to(page_blocks: Sequence[Block], end: int, layouts: Set[Layout], headlines: Layout) -> int:
    """The end of what reports and is laid out as the story is, up to the headline of another."""
    for number in range(end, len(page_blocks)):
        block = page_blocks[number]
        if block.tag == "h1" or block.layout == headlines:
            break
        if block.layout in layouts and not block.linked and reports(block):
            end = number + 1
    return end


def bare_above(page_blocks: Sequence[Block], usual: Sequence[int]) -> int:
    """Where the words begin that stand bare over the first paragraph, in the element that holds the story's."""
    parents = {page_blocks[number].inside[:-1] for number in usual}
    return next((at for at in range(usual[0]) if page_blocks[at].inside in parents), usual[0])


def headline_over(page_blocks: Sequence[Block], title: str | None) -> int | None:
    """The last block with the page's title; else the last heading of the first rank; else of any."""
    signs = (
        lambda block: bool(title) and is_title(block.text.casefold(), (title or "").casefold()),
        lambda block: block.tag == "h1",
        lambda block: block.tag in HEADINGS and not block.text.endswith("."),
    )
    numbers = range(len(page_blocks) - 1, -1, -1)
    return next((number for sign in signs for number in numbers if sign(page_blocks[number])), None)


def is_title(words: str, title: str) -> bool:
    """Ends with it; or all of it but the outlet's name stands there."""
    return words.endswith(title) or (
        len(words.split()) >= FEWEST_OF_TITLE and (title.startswith(words) or title.endswith(words))
    )


def ends_story(block: Block, last: Block) -> bool:
    return block.linked > 0 or block.rule != last.rule


def innermost(numbers: Sequence[int], page_blocks: Sequence[Block]) -> int | None:
    """The smallest element that holds all these blocks; null where there is none, on a page in pieces."""
    return max(set.intersection(*(set(page_blocks[number].inside) for number in numbers)), default=None)


def boxes(page_blocks: Sequence[Block], usual: Sequence[int]) -> Iterator[Sequence[int]]:
    """What stands together; each block alone that stands over the story, beside buttons to share it, or bare in an
    element that holds the story.
    """
    found = [numbers for numbers in boxes_of(page_blocks, usual).values() if numbers[0] > usual[0]]
    yield from found
    alone = set(range(len(page_blocks))).difference(usual, *found)
    yield from ([number] for number in alone)


def is_plain(box: Collection[Block], largest: int, names: Set[str]) -> bool:
    """Small, without links to elsewhere, and nothing that a page calls by a name of furniture."""
    return words_of(box) <= largest and all(
        is_free(block, names) and (not block.linked or is_linked_story(block)) for block in box
    )


def is_free(block: Block, names: Set[str]) -> bool:
    """Of names of furniture, but those that all of the story stands in: some pages are one form."""
    return not block.within & NO_STORY - names and not COMMENTS.search(" ".join(set(block.layout) - names))


def names_around(page_blocks: Sequence[Block], usual: Sequence[int]) -> set[str]:
    """Tags, kinds of boxes and layouts that all of the story's paragraphs stand in."""
    return set.intersection(*({*page_blocks[number].within, *page_blocks[number].layout} for number in usual))


def is_linked_story(block: Block) -> bool:
    """A paragraph of sentences that links to where they were taken from."""
    return block.tag == "p" and block.text.endswith(ENDS) and reports(block)


def told_in(box: Box, parents: Set[Inside]) -> Iterator[tuple[int, Block]]:
    """Its sentences: all of a box that mostly reports."""
    telling = {number for number, block in box.items() if reports(block)}
    mostly = words_of(box[number] for number in telling) >= MOSTLY * words_of(box.values())
    for number, block in box.items():
        is_told = mostly or number in telling or is_beside(block, parents)
        if is_told and block.text.endswith(ENDS) and not block.is_caption:
            yield number, block


def reports(block: Block) -> bool:
    """In the words of a story; or of named others or of what was done, and most likely no plea."""
    is_story = plea_words().speaks_story(without_quotations(block.text))
    is_told = odds_of(block.text) < PHRASED and bool(TELLS.search(block.text))
    return words_in(block) >= FEWEST_WORDS and (is_story or is_told)


def is_alike(block: Block, names: Set[str]) -> bool:
    """Of a paragraph laid out as the story's: a short entry between long ones."""
    if block.linked or not is_free(block, names) or words_in(block) < FEWEST_BESIDE or not block.text.endswith(ENDS):
        return False
    return odds_of(block.text) < UNLIKELY and not block.is_caption


def is_beside(block: Block, parents: Set[Inside]) -> bool:
    """Another paragraph, or bare words, in an element that holds the story's paragraphs."""
    return words_in(block) >= FEWEST_BESIDE and bool({block.inside, block.inside[:-1]} & parents)


def words_of(blocks: Iterable[Block]) -> int:
    return sum(map(words_in, blocks))
