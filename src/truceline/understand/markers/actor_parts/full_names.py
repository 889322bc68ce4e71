"""Armed groups and parties in no list that a report names in full with their letters: "Front for X (FX)", then "FX"."""

from collections import Counter
from collections.abc import Sequence

from truceline.knowledge.names import Known, names
from truceline.model.actor import ActorKind, Sector
from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.tokens import Doc

MOST_WORDS = 16
LETTERS = (3, 8)
MAY_MISS = 4  # so many letters leave room for one of another language's name


def named_in_full(doc: Doc, inside: Sequence[tuple[int, int, Known]]) -> list[tuple[int, int, Known]]:
    """First word, last word and what it is: each full name with letters in brackets behind it, and these letters
    wherever they stand. ``inside`` are the names that the lists know.
    """
    found: list[tuple[int, int, Known]] = []
    letters: dict[str, Known] = {}
    for token in doc.tokens:
        if token.text != "(" or token.i + 2 >= len(doc) or doc.tokens[token.i + 2].text != ")":
            continue
        short = doc.tokens[token.i + 1].text
        first = start_of_name(doc, token.i, short) if is_letters(short) else None
        if first is None:
            continue
        known = body_called(doc, first, token.i - 1, short, inside)
        if known is not None:
            found.append((first, token.i - 1, known))
            letters.setdefault(short, known)
    found += [(token.i, token.i, letters[token.text]) for token in doc.tokens if token.text in letters]
    return found


def is_letters(text: str) -> bool:
    return text.isupper() and text.isalpha() and LETTERS[0] <= len(text) <= LETTERS[1]


def start_of_name(doc: Doc, bracket: int, short: str) -> int | None:
    """Where the name before the bracket begins: the nearest word from which its initials give the letters."""
    words = [word.upper() for word in short]
    for missing in (0, 1) if len(short) >= MAY_MISS else (0,):
        left: Counter[str] = Counter(words)
        for index in range(bracket - 1, max(-1, bracket - 1 - MOST_WORDS), -1):
            token = doc.tokens[index]
            if not (token.text[0].isupper() or token.lower_ in actor_words("inside_names_of_bodies")):
                break
            left -= Counter(token.text[0].upper())
            if token.text[0].isupper() and left.total() <= missing and bracket - index >= len(short) - 1:
                return with_words_before(doc, index)
    return None


def with_words_before(doc: Doc, first: int) -> int:
    """ "Sudan" of "Sudan Revolutionary Front (RF)"; no article at the head of a sentence."""
    while first and doc.tokens[first - 1].text[0].isupper() and doc.tokens[first - 1].pos_ in {"PROPN", "ADJ"}:
        if doc.tokens[first].is_sent_start is True:
            break
        first -= 1
    return first


def body_called(doc: Doc, first: int, last: int, short: str, inside: Sequence[tuple[int, int, Known]]) -> Known | None:
    """Null for what is no armed group or party, and where the lists know both names."""
    whole = next((known for start, end, known in inside if (start, end) == (first, last)), None)
    if whole is not None:
        return whole if not names().get(short) and whole.kind == "group" else None
    words = {token.text for token in doc.tokens[first : last + 1]}
    if is_of_others(words) or not words & (actor_words("words_of_fighting_bodies") | actor_words("words_of_parties")):
        return None
    of_lands = [
        (start, end, known) for start, end, known in inside if start >= first and end <= last and is_land(known)
    ]
    lands = {known.country for _, _, known in of_lands}
    country = next(iter(lands)) if len(lands) == 1 else None
    own = words - {token.text for start, end, _ in of_lands for token in doc.tokens[start : end + 1]}
    kind, sector = kind_of_body(own, is_of_land=bool(lands))
    same = names().one(short, "group")
    if same is not None and same.actor_kind == kind and words & set(same.name.split()):
        return same
    return Known("group", doc.words(first, last), country, kind, sector)


def is_of_others(words: set[str]) -> bool:
    """ "The Front Page Times (FPT)", "the Arab League (LAS)", "the Workers' Union"."""
    others = ("words_of_media", "words_of_charities", "words_of_offices_of_state")
    return any(words & actor_words(name) for name in others)


def is_land(known: Known) -> bool:
    return known.kind in {"country", "adjective", "demonym"}


def kind_of_body(words: set[str], *, is_of_land: bool) -> tuple[ActorKind, Sector | None]:
    """ "The X Armed Forces" of a land are its state's; "Liberation Front" fights, "Party" may not."""
    own = {word.lower() for word in words if word[0].isupper()}
    if is_of_land and own <= actor_words("branch_words") and own & actor_words("names_of_state_forces"):
        return "armed_force", "MIL"
    return "non_state", "REB" if words & actor_words("words_of_fighting_bodies") else "PTY"
