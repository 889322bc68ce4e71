"""What stood around the story and never came into its text: kept for audit, and for the outlet's name."""

from collections.abc import Sequence

from truceline.model.report import LeftOutKind
from truceline.read.boilerplate import kind_of_paragraph
from truceline.read.pages.body import Block
from truceline.read.pages.boxes import BOXES
from truceline.read.pages.cutting import Cut

KEY = 60  # letters and digits by which a block and a paragraph are matched
FEWEST_WORDS = 5  # of a block amid the story that no word list knows
BY_TAG: dict[str, LeftOutKind] = {"nav": "navigation", "aside": "related"}


def dropped(page_blocks: Sequence[Block], stay: Sequence[str], cuts: Sequence[Cut], title: str | None) -> list[Cut]:
    """Blocks of the page that are in no story paragraph, where they are recognised or stand amid the story."""
    places = _places(stay)
    known = {_key(piece.text) for piece in cuts} | {_key(title or "")}
    found: list[Cut] = []
    behind, begun = 0, False
    for block in page_blocks:
        key = _key(block.text)
        begun = begun or bool(title and key == _key(title))
        if key in places:
            behind = places[key]
        elif key not in known and not block.is_caption and not _is_part(block.text, stay, behind):
            kind = _kind(block, amid=(begun or behind > 0) and behind < len(stay))
            found += [Cut(kind, block.text, behind)] if kind else []
    return found


def _places(stay: Sequence[str]) -> dict[str, int]:
    return {_key(paragraph): number for number, paragraph in reversed(list(enumerate(stay, start=1)))}


def _key(text: str) -> str:
    return "".join(character for character in text[: 4 * KEY] if character.isalnum())[:KEY]


def _is_part(text: str, stay: Sequence[str], behind: int) -> bool:
    """Words of a story paragraph that the page breaks into several blocks."""
    return any(text in paragraph for paragraph in stay[max(0, behind - 1) : behind + 2])


def _kind(block: Block, *, amid: bool) -> LeftOutKind | None:
    known = kind_of_paragraph(block.text) or next((kind for kind in BOXES if kind in block.within), None)
    if known or not amid or len(block.text.split()) < FEWEST_WORDS:
        return known
    return next((kind for tag, kind in BY_TAG.items() if tag in block.within), "other")
