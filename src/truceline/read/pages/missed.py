"""Paragraphs of the story that the body finder drops for the box they stand in: a lead under the headline, quotations
set large, notes amid, a second part, last words.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from truceline.read.pages.body import Block
from truceline.read.pages.boxes import BOXES
from truceline.read.pages.frames import LARGEST_BOX, boxes_of, story_layouts, usual_blocks, words_in
from truceline.read.plea_words import plea_words
from truceline.read.sentences import without_quotations

FEWEST_WORDS = 6
FEWEST_BESIDE = 4  # of a paragraph among the story's own
MOSTLY = 0.5  # share of a box's words in paragraphs that report: then all of it does
NO_STORY = {"nav", "form", "button", "figure", *BOXES}
COMMENTS = re.compile(r"comment|disqus|respond|reply", re.IGNORECASE)
ENDS = (".", "!", "?", '"', "”", "’", "»")
Inside = tuple[int, ...]
Box = Mapping[int, Block]  # by their numbers


def with_missed(found: Sequence[str], page_blocks: Sequence[Block]) -> list[str]:
    """The paragraphs found, with those put in their places that report, stand amid the others and beside no link."""
    usual = usual_blocks(page_blocks, set(found), story_layouts(page_blocks, set(found)))
    missed = dict(_missed(page_blocks, usual, " ".join(found))) if usual else {}
    if not missed:
        return list(found)
    place = {text: number for number, text in reversed(list(enumerate(found)))}
    whole = list(found)
    for number in sorted(missed, reverse=True):
        above = (place[page_blocks[at].text] for at in range(number, -1, -1) if page_blocks[at].text in place)
        whole.insert(next(above, -1) + 1, missed[number])
    return whole


def _missed(page_blocks: Sequence[Block], usual: Sequence[int], found: str) -> Iterator[tuple[int, str]]:
    around = where_story_stands(page_blocks, usual)
    parents = {page_blocks[number].inside[:-1] for number in usual}
    largest = max(LARGEST_BOX, words_of(page_blocks[number] for number in usual))
    for numbers in boxes(page_blocks, usual, parents):
        box = {number: page_blocks[number] for number in numbers if number in around}
        if is_plain(box.values(), largest):
            yield from ((number, block.text) for number, block in told_in(box, parents) if block.text not in found)


def where_story_stands(page_blocks: Sequence[Block], usual: Sequence[int]) -> range:
    """From below the headline to the end of the element that holds it and the story; without such a one, to the
    story's last paragraph.
    """
    first, last = usual[0], usual[-1]
    headline = next((number for number in range(first, -1, -1) if page_blocks[number].tag == "h1"), first)
    frame = set.intersection(*(set(page_blocks[number].inside) for number in (headline, *usual)))
    innermost = max(frame, default=0)
    if innermost == page_blocks[first].inside[0]:
        return range(headline, last)
    return range(headline, max(at for at, block in enumerate(page_blocks) if innermost in block.inside) + 1)


def boxes(page_blocks: Sequence[Block], usual: Sequence[int], parents: Set[Inside]) -> Iterator[Sequence[int]]:
    """What stands together; each block alone that stands over the story, beside buttons to share it, or bare in an
    element that holds the story's paragraphs.
    """
    yield from ([number] for number in range(usual[0]))
    yield from (numbers for numbers in boxes_of(page_blocks, usual).values() if numbers[0] > usual[0])
    yield from ([number] for number, block in enumerate(page_blocks) if block.inside in parents)


def is_plain(box: Collection[Block], largest: int) -> bool:
    """Small, without links to elsewhere, and nothing that a page calls by a name of furniture."""
    return words_of(box) <= largest and not any(
        (block.linked and not is_linked_story(block))
        or block.within & NO_STORY
        or COMMENTS.search(" ".join(block.layout))
        for block in box
    )


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
    return words_in(block) >= FEWEST_WORDS and plea_words().speaks_story(without_quotations(block.text))


def is_beside(block: Block, parents: Set[Inside]) -> bool:
    """Another paragraph, or bare words, in an element that holds the story's paragraphs."""
    return words_in(block) >= FEWEST_BESIDE and bool({block.inside, block.inside[:-1]} & parents)


def words_of(blocks: Iterable[Block]) -> int:
    return sum(map(words_in, blocks))
