"""How strongly words look like an outlet that asks its reader for money, or for an address to write to.

A report speaks of others: "you", "we" and orders stand in it only between quotation marks.
"""

from dataclasses import dataclass

from truceline.read.plea_words import PleaWords
from truceline.read.sentences import unquoted

# "you" and "Please ..." are hardly ever the story's own; "support" and "help" often are.
WEIGHTS = {
    "reader": 2.0,
    "order": 2.0,
    "voice": 1.5,
    "outlet": 1.5,
    "money": 1.5,
    "letter": 1.5,
    "giving": 0.5,
    "ease": 0.5,
}
ENOUGH = 4.5  # reader, money and outlet, with half a sign more or less elsewhere
BESIDE = 3.0  # enough with a plea beside it
BEHIND = 2.0  # enough behind a plea in one paragraph


@dataclass(frozen=True, slots=True)
class Signs:
    """``found``: the hint lists with a word in the text, outside quotation marks."""

    found: frozenset[str]
    story: bool

    @property
    def weight(self) -> float:
        return 0.0 if self.story else sum(WEIGHTS[name] for name in self.found)

    @property
    def is_plea(self) -> bool:
        """Somebody speaks to the reader, about money or letters, and an outlet is there to speak."""
        speaks = self.found & {"reader", "order"} or {"voice", "outlet"} <= self.found
        asks = self.found & {"money", "letter", "giving"}
        outlet = self.found & {"outlet", "voice"}
        ordered = {"order", "outlet"} <= self.found and not self.story
        return bool((self.weight >= ENOUGH or ordered) and speaks and asks and outlet)

    @property
    def is_behind(self) -> bool:
        """Goes on with a plea in the same paragraph: "Will you be one of them?" """
        return bool(self.weight >= BEHIND and self.found & {"reader", "order", "voice"})

    @property
    def is_beside(self) -> bool:
        speaks = self.found & {"reader", "order"} or {"voice", "outlet"} <= self.found
        return bool(self.weight >= BESIDE and speaks and self.found - {"order", "reader"})


def signs_of(text: str, words: PleaWords, publisher: str | None = None) -> Signs:
    """``publisher``: the outlet's own name speaks for a plea as "our newsroom" does."""
    own = unquoted(text)
    found = words.hints(own)
    if publisher and publisher.casefold() in own.casefold():
        found = found | {"outlet"}
    return Signs(frozenset(found), words.speaks_story(own))
