"""What a page sets apart by what stands above it: comments under "3 comments", other stories under "More from Africa",
a teaser under its link.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from truceline.model.report import LeftOutKind
from truceline.read.pages.body import Block
from truceline.read.paragraphs import SENTENCE_END
from truceline.read.plea_words import plea_words

LONGEST_LABEL = 60  # code points
MOST_BEHIND = 0.3  # share of the words found; what is longer goes on with the story
FEWEST_LINKED = 4  # words of a headline that is a link
LONGEST_TEASER = 60  # words
FEWEST_PAIRS = 2  # paragraphs of a link and words below it
LAST = 6  # paragraphs among which a note on the author stands


def behind_labels(
    page_blocks: Sequence[Block], found: Sequence[str], usual: Set[int]
) -> Iterator[tuple[str, LeftOutKind]]:
    """What was found behind the last paragraph of the story, under a label; comments even where they are laid out as
    the story is. Amid the story, what is no sentence; nothing that stands among the story's paragraphs too.
    """
    wanted, told = set(found), {page_blocks[number].text for number in usual}
    left = words = sum(words_of(block) for block in page_blocks if block.text in wanted)
    label: LeftOutKind | None = None
    for number, block in enumerate(page_blocks):
        is_end = left <= MOST_BEHIND * words
        if kind := label_of(block, is_end=is_end):
            label = kind
            continue
        left -= words_of(block) if block.text in wanted else 0
        if number in usual and label != "comments":
            label = None
        elif label and (is_end or not SENTENCE_END.search(block.text)):
            others = found if label == "comments" else [text for text in found if text not in told]
            yield from ((text, label) for text in others if begins_with(text, block))


def begins_with(text: str, block: Block) -> bool:
    """A short line begins others by chance."""
    return text == block.text or (words_of(block) >= FEWEST_LINKED and text.startswith(block.text))


def label_of(block: Block, *, is_end: bool) -> LeftOutKind | None:
    """Not a button, and comments only where the story may have ended."""
    if len(block.text) > LONGEST_LABEL or block.linked:
        return None
    kind = plea_words().kind_of_line(block.text)
    return kind if kind == "related" or (kind == "comments" and is_end) else None


def teasers(page_blocks: Sequence[Block], boxes: Mapping[int, Sequence[int]], most: float) -> list[str]:
    """Paragraphs in a box of links, each under its own, and those that stand under one in the same element; none where
    they hold more words than ``most``, as on a page that is a list of links.
    """
    groups = [group for numbers in boxes.values() if is_teasing(group := [page_blocks[at] for at in numbers])]
    pairs = [[above, block] for above, block in pairwise(page_blocks) if is_headline(above) and is_under(block, above)]
    if len(pairs) >= FEWEST_PAIRS:
        groups += pairs
    if sum(words_of(block) for group in groups for block in group) > most:
        return []
    runs = (f"{above.text} {block.text}" for group in groups for above, block in pairwise(group))
    return [*(block.text for group in groups for block in group), *runs]


def is_teasing(held: Sequence[Block]) -> bool:
    links = sum(map(is_headline, held))
    others = [block for block in held if not block.is_button]
    return bool(links) and len(others) <= 2 * links and sum(map(words_of, others)) <= LONGEST_TEASER * links


def is_under(block: Block, link: Block) -> bool:
    """In the same paragraph."""
    return block.inside == link.inside and block.tag == "p" and words_of(block) <= LONGEST_TEASER


def is_headline(block: Block) -> bool:
    """A link of several words."""
    return block.is_button and words_of(block) >= FEWEST_LINKED


def words_of(block: Block) -> int:
    return len(block.text.split())


def signed(found: Sequence[str], authors: Collection[str]) -> Iterator[str]:
    """Last paragraphs that begin with the name of who wrote the story: they tell of the author."""
    names = tuple(name for name in authors if " " in name)
    return (text for text in found[-LAST:] if names and text.startswith(names))
