"""A text in small letters, in which patterns are found several times faster than in letters of either case."""


def lower(text: str) -> str:
    """Letter by letter, so that offsets stay: a few letters are two when small."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(one if len(one.lower()) > 1 else one.lower() for one in text)
