"""Forty pages whose pleas stand in ten different ways: how much of the pleas goes, how much of the stories stays.

Stories and pleas are invented. Of the three lists of wordings the last was written to measure and is never tuned on;
nor are the passages kept aside. News that looks like a plea must stay.
"""

import json
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

import yaml

from truceline.model.report import Report
from truceline.read.boilerplate import left_out_of
from truceline.read.paragraphs import paragraphs
from truceline.read.read_options import ReadOptions
from truceline.read.read_reports import read_source
from truceline.read.sources import Source
from truceline.settings import Settings

PLEAS = Path(__file__).parents[1] / "tests" / "read" / "pleas"
PAGES = Path(__file__).parent / "pages"
STORIES = (
    (
        "Shells hit market as envoys meet",
        "GOMA - At least nine people died on Tuesday when shells hit a market on the edge of the city, doctors said.",
        "The army blamed the rebels, who denied that they had fired.",
        '"We were told that the truce would hold," said a trader. "You cannot live like this."',
        "Envoys of both sides are due to meet in Nairobi on Friday for a third round of talks.",
        "More than 4,000 people have fled the district since Sunday, according to the United Nations.",
    ),
    (
        "Truce holds on river front, monitors say",
        "Monitors counted two violations in the past week, the fewest since the agreement was signed in March.",
        "Drones were seen over the eastern bank on Monday night, but none was shot down.",
        "The governor asked donors for help with the rebuilding of eleven bridges.",
        'A farmer said he had gone back to his fields. "Please help us clear the mines," he told reporters.',
        "Both armies still hold the heights above the town.",
    ),
    (
        "Rebels free 40 prisoners",
        "Forty soldiers were handed over at a border post on Saturday after three months in captivity.",
        "The Red Cross, which had arranged the release, said that all were in good health.",
        "Their families had waited since dawn. Some held up pictures of sons who did not come.",
        "A spokesman for the rebels called it a gift to the mothers and asked for nothing in return.",
        "The government has yet to say how many rebels it holds.",
    ),
    (
        "Army enters port city after week of fighting",
        "Government troops took the harbour before noon, residents said by telephone.",
        "The last ships had left on Thursday with the wounded on board.",
        "Neither side gave figures of its losses. A hospital received 31 bodies in two days.",
        "Qatar offered to host talks; the movement's leaders said they would study the offer.",
        "Power has been out since the weekend, and bread is sold at five times its price.",
    ),
)
PLACEMENTS = {
    "a paragraph amid": "<p>{plea}</p>",
    "an aside": "<aside><p>{plea}</p></aside>",
    "a block quotation": "<blockquote><p>{plea}</p></blockquote>",
    "a box without a name": "<div><div><p>{plea}</p></div></div>",
    "a table cell": "<table><tr><td>{plea}</td></tr></table>",
    "italics": "<p><em>{plea}</em></p>",
    "bold with a link": '<p><strong><a href="/x">{plea}</a></strong></p>',
    "a list item": "<ul><li>{plea}</li></ul>",
    "run on": None,  # behind the last sentence of a story paragraph
    "below the story": "",  # behind the last paragraph
}


def wordings(half: str) -> list[str]:
    return list(written("wordings.yaml")[half])


def many_countries(half: str) -> list[str]:
    """``pleas`` or ``stories``, in manners of outlets of many countries, kept aside."""
    return list(written("many_countries.yaml")[half])


def passages(name: str) -> list[str]:
    """A file that is one list."""
    return list(written(name))


def written(name: str) -> Any:  # noqa: ANN401 - a list, or a mapping of two
    return yaml.safe_load((PLEAS / name).read_text(encoding="utf-8"))


def made_pages(pleas: Sequence[str]) -> Iterator[tuple[str, bytes, str, tuple[str, ...]]]:
    """Placement, page, plea, story: each wording once, in the next way and the next story."""
    ways = list(PLACEMENTS)
    for number, plea in enumerate(pleas):
        way, story = ways[number % len(ways)], STORIES[number // len(ways) % len(STORIES)]
        yield way, page(story, plea, way), plea, story


def page(story: tuple[str, ...], plea: str, way: str) -> bytes:
    title, *paragraphs = (escape(line, quote=False) for line in story)
    pieces = [f"<p>{paragraph}</p>" for paragraph in paragraphs]
    frame = PLACEMENTS[way]
    if frame is None:
        pieces[1] = f"<p>{paragraphs[1]} {escape(plea, quote=False)}</p>"
    elif frame:
        pieces.insert(2, frame.format(plea=escape(plea, quote=False)))
    else:
        pieces.append(f"<p>{escape(plea, quote=False)}</p>")
    head = f"<!DOCTYPE html><html><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{''.join(pieces)}</article></body></html>".encode()


def shares(wanted: Sequence[str]) -> tuple[float, float, int]:
    """Share of plea words that went, share of story words that stayed, plea words in all."""
    pleas = gone = stories = stayed = 0
    for _, content, plea, story in made_pages(wanted):
        text = text_of(content)
        pleas += len(plea.split())
        gone += sum(len(sentence.split()) for sentence in sentences_of(plea) if sentence not in text)
        stories += sum(len(paragraph.split()) for paragraph in story)
        stayed += sum(len(paragraph.split()) for paragraph in story if paragraph in text)
    return gone / pleas, stayed / stories, pleas


def page_shares(part: str) -> tuple[float, int, float, int]:
    """Of whole pages, ``open``, ``layouts`` or ``unseen``: share of words gone of passages that must go, and words of
    these; share of words that stayed of the story's sentences, and words of these.
    """
    passages = gone = stories = stayed = 0
    for page in map(json.loads, (PAGES / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()):
        text = evened(claimable(page["html"].encode()))
        for passage in page["go"]:
            passages += len(passage.split())
            gone += len(passage.split()) if evened(passage) not in text else 0
        for sentence in (sentence for paragraph in page["keep"] for sentence in sentences_of(paragraph)):
            stories += len(sentence.split())
            stayed += len(sentence.split()) if evened(sentence) in text else 0
    return gone / passages, passages, stayed / stories, stories


def claimable(content: bytes) -> str:
    """What claims may come from: the text without what is left out of it and without captions."""
    found = [report for report in reports_in(content) if isinstance(report, Report)]
    pieces: list[str] = []
    for report in found:
        at = 0
        outs = [(piece.start, piece.end) for piece in report.left_out]
        outs += [(caption.start, caption.end) for caption in report.captions]
        for start, end in sorted(outs):
            pieces.append(report.text[at : max(at, start)])
            at = max(at, end)
        pieces.append(report.text[at:])
    return " ".join(pieces)


def evened(text: str) -> str:
    return " ".join(text.split())


def news_kept(sentences: Sequence[str]) -> tuple[float, int]:
    """Share of words that stay of sentences put amid a story or behind its first paragraph, and words in all."""
    words = lost = 0
    for number, sentence in enumerate(sentences):
        story = list(STORIES[number % len(STORIES)][1:])
        if number % 2:
            story.insert(1 + number % len(story), sentence)
        else:
            story[0] += f" {sentence}"
        text = "\n\n".join(story)
        words += len(sentence.split())
        lost += sum(len(cut.text.split()) for cut in left_out_of(text, paragraphs(text)))
    return 1 - lost / words, words


def text_of(content: bytes) -> str:
    return "\n".join(getattr(found, "text", "") for found in reports_in(content))


def reports_in(content: bytes) -> Iterator[object]:
    yield from read_source(Source("page", content), ReadOptions("en", Settings()))


def sentences_of(plea: str) -> list[str]:
    from truceline.read.sentences import sentences

    return [plea[start:end] for start, end in sentences(plea)]
