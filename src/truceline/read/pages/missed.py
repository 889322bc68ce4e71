"""Sentences of the story that the body finder drops for the box they stand in: quotations set large, notes amid."""

from collections.abc import Iterator, Sequence

from truceline.read.pages.body import Block
from truceline.read.pages.boxes import BOXES
from truceline.read.pages.frames import LARGEST_BOX, boxes_of, story_layouts, usual_blocks, words_in
from truceline.read.plea_words import plea_words
from truceline.read.sentences import without_quotations

FEWEST_WORDS = 10
NO_STORY = {"nav", "header", "footer", "form", "button", "figure", *BOXES}
ENDS = (".", "!", "?", '"', "”", "’", "»")


def with_missed(found: Sequence[str], page_blocks: Sequence[Block]) -> list[str]:
    """The paragraphs found, with those put in their places that report, stand amid the others and beside no link."""
    layouts = story_layouts(page_blocks, set(found))
    usual = usual_blocks(page_blocks, set(found), layouts)
    missed = dict(_missed(page_blocks, usual, " ".join(found))) if usual else {}
    if not missed:
        return list(found)
    place = {text: number for number, text in reversed(list(enumerate(found)))}
    whole = list(found)
    for number in sorted(missed, reverse=True):
        above = next(place[page_blocks[at].text] for at in range(number, -1, -1) if page_blocks[at].text in place)
        whole.insert(above + 1, missed[number])
    return whole


def _missed(page_blocks: Sequence[Block], usual: Sequence[int], found: str) -> Iterator[tuple[int, str]]:
    for numbers in boxes_of(page_blocks, usual).values():
        box = {number: page_blocks[number] for number in numbers}
        amid = usual[0] < numbers[0] and numbers[-1] < usual[-1]
        plain = not any(block.linked or block.within & NO_STORY for block in box.values())
        if amid and plain and sum(map(words_in, box.values())) <= LARGEST_BOX:
            yield from ((number, block.text) for number, block in box.items() if reports(block, found))


def reports(block: Block, found: str) -> bool:
    return (
        words_in(block) >= FEWEST_WORDS
        and not block.is_caption
        and block.text.endswith(ENDS)
        and block.text not in found
        and plea_words().speaks_story(without_quotations(block.text))
    )
