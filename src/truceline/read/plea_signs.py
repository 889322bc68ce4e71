"""How strongly words look like an outlet that asks its reader for money, or for an address to write to.

A report speaks of others: "you", "we" and orders stand in it only between quotation marks.
"""

from dataclasses import dataclass

from truceline.read.plea_words import PleaWords

# "you" and "Please ..." are hardly ever the story's own; "support" and "help" often are.
WEIGHTS = {
    "reader": 2.0,
    "order": 2.0,
    "web order": 2.0,
    "voice": 1.5,
    "outlet": 1.5,
    "publisher": 0.0,
    "past": 0.0,
    "page": 0.0,
    "privacy": 1.5,
    "money": 1.5,
    "letter": 1.5,
    "giving": 0.5,
    "ease": 0.5,
}
# What words are about: for learned weights alone.
SUBJECTS = frozenset(
    {"makers", "career", "piece", "mending", "reaching", "channels", "backers", "disclaiming", "offers"}
)
# Signs that are enough together.
PLEAS = (
    {"reader", "outlet"},
    {"reader", "money"},
    {"reader", "letter"},
    {"reader", "voice", "giving"},
    {"order", "outlet"},
    {"order", "money"},
    {"order", "letter"},
    {"order", "voice"},
    {"voice", "outlet", "money"},
    {"voice", "outlet", "giving"},
    {"web order"},
    {"reader"},
    {"voice", "privacy"},
    {"order", "privacy"},
)
BESIDE = 2.5  # enough with a plea beside it
BEHIND = 2.0  # enough behind a plea in one paragraph

VAGUE = frozenset({"past", "money", "giving", "ease", "voice"})


@dataclass(frozen=True, slots=True)
class Signs:
    """``found``: the hint lists with a word in the text, outside quotation marks; ``subjects``: those of subjects."""

    found: frozenset[str]
    story: bool
    subjects: frozenset[str] = frozenset()

    @property
    def weight(self) -> float:
        return 0.0 if self.story else sum(WEIGHTS.get(name, 0.0) for name in self.found)

    @property
    def any(self) -> bool:
        """Learned weights are trusted sooner where there is a sign."""
        return bool(self.found - {"past"})

    @property
    def clear(self) -> bool:
        """Words of money and giving are in many reports, "we" in some; other signs in few."""
        return bool(self.found - VAGUE)

    @property
    def is_of_page(self) -> bool:
        """ "A reporter for ... spotted": beside vague signs only what pages say of themselves, and some reports too."""
        return not self.found - VAGUE - {"page"}

    @property
    def learned(self) -> frozenset[str]:
        """Those that learned weights count."""
        return self.found - {"page", "publisher"} | self.subjects | ({"story"} if self.story else set())

    @property
    def is_bare(self) -> bool:
        """In the first or second person about something else: a speech, a broadcast, an interview."""
        return bool(self.found & {"reader", "voice"}) and not self.found & {
            "money",
            "letter",
            "outlet",
            "ease",
            "order",
        }

    @property
    def is_plea(self) -> bool:
        """Somebody speaks to the reader, or as an outlet, about money or letters."""
        return not self.story and (self.speaks_of_itself or any(enough <= self.found for enough in PLEAS))

    @property
    def speaks_of_itself(self) -> bool:
        """ "We", about money, letters or its work, and nothing that was seen or done: an outlet, not a witness."""
        return self.speaks and bool(self.found & {"outlet", "money", "letter"})

    @property
    def introduces(self) -> bool:
        """The outlet speaks of itself before it asks."""
        return "publisher" in self.found and not self.story

    @property
    def is_behind(self) -> bool:
        """Goes on with a plea in the same paragraph: "Will you be one of them?" """
        return bool(self.weight >= BEHIND and (self.addresses or self.speaks))

    @property
    def is_beside(self) -> bool:
        speaks = self.addresses or (self.speaks and "outlet" in self.found)
        return bool(self.weight >= BESIDE and speaks and self.found - {"order", "reader", "past"})

    @property
    def addresses(self) -> bool:
        return bool(self.found & {"reader", "order", "web order"})

    @property
    def is_to_reader(self) -> bool:
        """ "We" and "you": behind a story, the outlet and its reader."""
        return {"reader", "voice"} <= self.found and not self.story

    @property
    def speaks(self) -> bool:
        """ "We", and nothing in the past: "Our correspondent saw the trucks arrive" is story."""
        return "voice" in self.found and "past" not in self.found


def signs_of(own: str, words: PleaWords, publisher: str | None = None) -> Signs:
    """``own``: words outside quotations. ``publisher``: the outlet's own name is a sign as "our newsroom" is."""
    found = words.hints(own)
    if publisher and publisher.casefold() in own.casefold():
        found = found | {"outlet", "publisher"}
    return Signs(frozenset(found - SUBJECTS), words.speaks_story(own), frozenset(found & SUBJECTS))
