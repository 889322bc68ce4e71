"""Headlines that name their source with a colon: "KFOR: grenade hit bus", "Eleven killed in raid: ministry"."""

from collections.abc import Collection, Iterator

from truceline.understand.markers.speaker_parts.attribution import QUOTES, Attribution, Piece, tidied
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Doc, Span, Token

LONGEST_NAME = 6  # tokens
SHORTEST_ACRONYM, LONGEST_ACRONYM = 3, 5  # letters
LONGEST_HEADLINE = 18  # tokens
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "ADP", "DET", "PART"})
DASHES = frozenset({"-", "–", "—"})


def read_headline_colons(doc: Doc, speakers: Collection[str]) -> Iterator[Attribution]:
    """``speakers``: words in lower case that head a source elsewhere in the report; a town's name is none."""
    for line in lines_of(doc):
        found = source_first(line, speakers) or source_last(line, speakers)
        if found is not None:
            yield found


def lines_of(doc: Doc) -> Iterator[Span]:
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                yield doc[start : token.i]
            start = token.i + 1
    if start < len(doc):
        yield doc[start:]


def source_first(line: Span, speakers: Collection[str]) -> Attribution | None:
    colon = next((token for token in line[: LONGEST_NAME + 1] if token.text == ":"), None)
    if colon is None:
        return None
    return between(colon, (line.start, colon.i), (colon.i + 1, line.end), speakers)


def source_last(line: Span, speakers: Collection[str]) -> Attribution | None:
    mark = next((token for token in reversed(line[-LONGEST_NAME:]) if is_divider(token)), None)
    if mark is None or mark.i == line.start or line[-1].text in {".", "?", "!"}:
        return None
    known = speakers if mark.text == ":" else ()
    return between(mark, (mark.i + 1, line.end), (line.start, mark.i), known)


def is_divider(token: Token) -> bool:
    return token.text == ":" or (token.text in DASHES and bool(token.nbor(-1).whitespace_))


def between(mark: Token, source: Piece, content: Piece, speakers: Collection[str]) -> Attribution | None:
    doc = mark.doc
    named, said = tidied(doc, source), tidied(doc, content)
    if not named or not said:
        return None
    name = doc[source[0] : source[1]]
    words = doc[said[0][0] : said[0][1]]
    if is_dateline(name, words):
        return None
    known = (
        can_speak(name, () if is_rubric_of_paragraph(name, words) else speakers)
        or is_quoted(name, words)
        or is_body_in_headline(name, words)
    )
    if not known or not tells_something(words):
        return None
    return Attribution((mark.i, mark.i + 1), said, named, mark, head_of(name), "headline-colon")


def is_dateline(name: Span, said: Span) -> bool:
    """ "Colombo: The army yesterday claimed ...": a town at the head of a story, before a whole sentence."""
    heads = name.end < said.start + 2 and not name.doc.text[: name.start_char].strip()
    town = len(name) == 1 and name[0].lower_ not in speech_words().lists["speaking_nouns"] and not is_acronym(name[0])
    whole = "." in {said[-1].text, said.doc.text[said.end_char : said.end_char + 1]}
    return heads and town and whole and said[0].text not in QUOTES


def is_rubric_of_paragraph(name: Span, said: Span) -> bool:
    """ "Sudan: Army chief Burhan ruled out any truce ...": what the paragraph is about."""
    return name.start < said.start and len(said) > LONGEST_HEADLINE and said[0].text not in QUOTES


def head_of(name: Span) -> Token:
    outside = [token for token in name if not name.start <= token.head.i < name.end]
    return (outside or list(name))[-1]


def can_speak(name: Span, speakers: Collection[str]) -> bool:
    """A short name of a person or body; no rubric ("Analysis: ...") and no town."""
    if len(name) > LONGEST_NAME or not {token.pos_ for token in name} <= NAMING:
        return False
    lists = speech_words().lists
    if any(token.lower_ in lists["rubrics"] for token in name):
        return False
    return any(token.lower_ in lists["speaking_nouns"] or token.lower_ in speakers for token in name)


def is_body_in_headline(name: Span, said: Span) -> bool:
    """ "Hospitals are overwhelmed – ICRC": a heading and no rubric before a paragraph."""
    behind = name.start > said.start  # before a colon a town in capitals looks the same
    return (
        behind and len(said) <= LONGEST_HEADLINE and said[-1].text != "." and all(is_acronym(token) for token in name)
    )


def is_acronym(token: Token) -> bool:
    """ "ICRC", "SOHR"; a town in capitals is longer."""
    return token.text.isupper() and token.text.isalpha() and SHORTEST_ACRONYM <= len(token) <= LONGEST_ACRONYM


def is_quoted(name: Span, said: Span) -> bool:
    """ "Petro: "They are no revolutionaries"": a name before nothing but a quotation."""
    lists = speech_words().lists
    if any(token.lower_ in lists["rubrics"] for token in name) or any(token.pos_ != "PROPN" for token in name):
        return False
    return said[0].text in QUOTES and any(token.text in QUOTES for token in said[-2:])


def tells_something(said: Span) -> bool:
    return len(said) > 2 and not said.text.isupper() and any(token.pos_ in {"VERB", "AUX"} for token in said)
