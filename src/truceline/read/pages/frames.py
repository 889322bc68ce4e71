"""Which paragraphs a page lays out unlike its story: in boxes amid it, and behind it.

The story's paragraphs stand in elements of one name and class, whatever these are called; what stands in others is
mostly a plea, a note on the author, a link to another story.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from truceline.model.report import LeftOutKind
from truceline.read.byline import author_of
from truceline.read.pages.body import Apart, Block
from truceline.read.pages.endings import behind_labels, signed, teasers
from truceline.read.paragraphs import SENTENCE_END
from truceline.read.standing import APART, BEHIND, BOXED, HEADING, LAST, Standing

STORYS = 0.2  # of the words of the most frequent layout: another with as many is the story's too
LARGEST_BOX = 120  # words
LARGEST_BEHIND = 0.15  # share of the story's words
MOST_TEASING = 0.3  # share of the words found
LONG, FEWEST_LONG = 12, 5  # words; paragraphs as long that show how the story is laid out
MOST_SLANTED = 0.3  # share of the words; what is all in italics is a letter, a diary
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ENDED = 0.8  # share of the long paragraphs of a text that end in a full stop
RUNNING = ("p", "div", "body", "article", "section", "aside")  # neither headings nor lists
NONE = Standing()
GOES_ON = (":", ";", ",")  # a list follows, or more of one


def standings(
    page_blocks: Sequence[Block], found: Sequence[str], apart: Apart, author: str | None = None
) -> dict[str, Standing]:
    """By paragraph; of those that stand as most of the story's do there is none. ``author``: as the page states it."""
    wanted = set(found)
    is_letter = count_words(wanted & apart.slanted) > MOST_SLANTED * count_words(wanted)
    usual = usual_blocks(page_blocks, wanted, story_layouts(page_blocks, wanted))
    standing = {text: Standing(APART, aside=text in apart.slanted and not is_letter) for text in apart.all}
    if sum(words_in(page_blocks[number]) >= LONG for number in usual) >= FEWEST_LONG:
        first, last = usual[0], usual[-1]
        boxes = boxes_of(page_blocks, usual)
        others = wanted - {page_blocks[number].text for number in usual}
        most_behind = LARGEST_BEHIND * sum(words_in(block) for block in page_blocks if block.text in wanted)
        headings = (page_blocks[number] for number in usual if page_blocks[number].tag in HEADINGS)
        standing |= {block.text: Standing(HEADING) for block in headings}
        standing |= dict(between_rules(page_blocks[first : last + 1]))
        standing |= dict(amid(boxes, range(first, last), page_blocks, others))
        standing |= dict(behind(page_blocks[last + 1 :], others, most_behind, page_blocks[last]))
        bylines = (author_of(block.text) for block in page_blocks[:first])
        certain: dict[str, LeftOutKind] = {
            **dict.fromkeys(teasers(page_blocks, boxes, MOST_TEASING * count_words(wanted)), "related"),
            **dict(behind_labels(page_blocks, found, set(usual))),
            **dict.fromkeys(signed(found, {*filter(None, [author, *bylines])}), "author_box"),
        }
        standing |= {text: replace(standing.get(text, NONE), kind=kind) for text, kind in certain.items()}
    return standing | {text: replace(standing.get(text, NONE), fragment=True) for text in fragments(page_blocks, found)}


def usual_blocks(page_blocks: Sequence[Block], wanted: Set[str], layouts: Set[tuple[str, ...]]) -> list[int]:
    """Numbers of the blocks that are paragraphs of the story and stand as most of these do."""
    return [number for number, block in enumerate(page_blocks) if block.text in wanted and is_usual(block, layouts)]


def story_layouts(page_blocks: Iterable[Block], wanted: Set[str]) -> set[tuple[str, ...]]:
    words: Counter[tuple[str, ...]] = Counter()
    for block in page_blocks:
        words[block.layout] += words_in(block) if block.text in wanted else 0
    most = max(words.values(), default=0)
    return {layout for layout, count in words.items() if count >= STORYS * most}


def is_usual(block: Block, layouts: Set[tuple[str, ...]]) -> bool:
    """Stands as the story's paragraphs do, or bare or as a heading in the element that holds them."""
    around = {layout[:-1] for layout in layouts}
    if block.tag in HEADINGS:
        return block.layout[:-1] in around
    return block.layout in layouts or block.layout in around


def words_in(block: Block) -> int:
    return len(block.text.split())


def count_words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def boxes_of(page_blocks: Sequence[Block], usual: Iterable[int]) -> dict[int, list[int]]:
    """Numbers of blocks by the widest element around them that holds no paragraph of the story."""
    usual = set(usual)
    storys = {element for number in usual for element in page_blocks[number].inside}
    boxes: dict[int, list[int]] = {}
    for number, block in enumerate(page_blocks):
        box = next((element for element in block.inside if element not in storys), None)
        if number not in usual and box is not None:
            boxes.setdefault(box, []).append(number)
    return boxes


def amid(
    boxes: Mapping[int, Sequence[int]], where: range, page_blocks: Sequence[Block], others: Set[str]
) -> Iterator[tuple[str, Standing]]:
    """Boxes between the first and the last paragraph of the story."""
    for box, numbers in boxes.items():
        held = [page_blocks[number] for number in numbers]
        if numbers[0] in where and sum(map(words_in, held)) <= LARGEST_BOX:
            furnished = any(block.is_button for block in held)
            yield from ((block.text, Standing(BOXED, box, furnished)) for block in held if block.text in others)


def behind(
    page_blocks: Sequence[Block], others: Set[str], most: float, ending: Block
) -> Iterator[tuple[str, Standing]]:
    """``most``: words; what is longer goes on with the story. ``ending``: the last of the story's usual paragraphs."""
    held = [block for block in page_blocks if block.text in others]
    if sum(map(words_in, held)) <= most:
        yield from ((block.text, Standing(LAST if is_near(block, ending) else BEHIND)) for block in held)


def is_near(block: Block, ending: Block) -> bool:
    """Beside it, or in elements of the same tags."""
    return block.layout[:-1] == ending.layout[:-1] or tags_of(block) == tags_of(ending)


def tags_of(block: Block) -> list[str]:
    return [part.partition(".")[0] for part in block.layout]


def between_rules(page_blocks: Sequence[Block]) -> Iterator[tuple[str, Standing]]:
    """Few paragraphs between two rules are one box, perhaps of the story."""
    first, last = page_blocks[0].rule, page_blocks[-1].rule
    held: dict[int, list[Block]] = {}
    for block in page_blocks:
        if first < block.rule < last:
            held.setdefault(block.rule, []).append(block)
    for rule, each in held.items():
        if sum(map(words_in, each)) <= LARGEST_BOX:
            yield from ((block.text, Standing(0.0, -rule)) for block in each)


def fragments(page_blocks: Iterable[Block], found: Sequence[str]) -> Iterator[str]:
    """Paragraphs below the first whole one without a full stop, where the others have one: labels, links, buttons. Rows
    of a list, which a colon announces, are the story's.
    """
    long = {text for text in found if len(text.split()) >= LONG}
    if sum(bool(SENTENCE_END.search(text)) for text in long) < ENDED * max(1, len(long)):
        return
    tags = {*RUNNING, *(block.tag for block in page_blocks if block.text in long)}
    running = {block.text for block in page_blocks if block.tag in tags}
    is_list, begun = False, False
    for text in found:
        is_fragment = not SENTENCE_END.search(text)
        is_list = text.endswith(GOES_ON) or (is_list and is_fragment)
        begun = begun or not is_fragment
        if is_fragment and begun and not is_list and text in running:
            yield text
