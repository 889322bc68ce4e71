"""The words a model is asked with, and the report in numbered sentences. A new wording is a new version."""

from collections.abc import Iterator

from truceline.understand.marked_sentence import MarkedReport, MarkedSentence

VERSION = "1"
MOST_CHARACTERS = 12_000  # of one request: some 3,000 tokens, which small models still read whole
Message = dict[str, str]

TASK = """\
You read one news report about an armed conflict and list what it claims, as JSON that follows the schema.
A claim is one thing the report says: a statement (somebody says something), an event (an act), casualties (how many \
of whose people were killed, injured, captured, missing), a ceasefire stage, talks, a change of territory, a position \
(demand, condition, offer, refusal).
Rules:
- "evidence" is copied from the sentence word for word, as short as holds the fact; "sentence" is its number.
- Names of actors and places, and dates, are copied word for word from the report. Do not resolve or translate them.
- A figure goes to value only if the words give it exactly. "At least 12": low 12. "Up to 30": high 30. Not disclosed: \
no figure.
- What is planned, denied, ruled out or only wished for is not held, agreed or done: choose the status or stage \
that says so.
- Leave out what the report does not say. Take nothing from requests to donate or subscribe, from captions or from \
lists of other stories.
"""


def requests(marked: MarkedReport) -> Iterator[list[Message]]:
    """One request for each piece of the report that a model can read at once."""
    for piece in pieces(marked):
        published = marked.report.published
        dated = f"Published: {published.isoformat()}\n" if published else "Day of publication: not known\n"
        numbered = "\n".join(f"[{sentence.index}] {' '.join(sentence.span.text.split())}" for sentence in piece)
        yield [{"role": "system", "content": TASK}, {"role": "user", "content": f"{dated}{numbered}"}]


def pieces(marked: MarkedReport) -> Iterator[list[MarkedSentence]]:
    """Sentences of headline and body, as many at once as fit."""
    piece: list[MarkedSentence] = []
    size = 0
    for sentence in marked.told:
        length = sentence.end - sentence.start
        if piece and size + length > MOST_CHARACTERS:
            yield piece
            piece, size = [], 0
        piece.append(sentence)
        size += length
    if piece:
        yield piece
