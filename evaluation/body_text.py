"""Body text of web pages: passages that must survive and passages that must not.

Of the public pages the even half is measured: the odd half was open to the authors of the word lists. Pages in other
languages than English are measured too: the body finder reads any, the plea lists only English. The project's own
pages, whose pleas stand in twelve ways, were open to the authors.
"""

import gzip
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from evaluation.plea_pages import many_countries, news_kept, page_shares, passages, shares, wordings, written
from evaluation.table import Row, bootstrap, data_folder
from truceline.read.boilerplate import left_out_of
from truceline.read.credits import is_caption
from truceline.read.pages.body import blocks, linked_paragraphs, paragraphs_apart, story_paragraphs
from truceline.read.pages.cutting import cut
from truceline.read.pages.frames import standings
from truceline.read.pages.metadata import page_metadata
from truceline.read.pages.missed import with_missed
from truceline.read.pages.tree import page_tree
from truceline.read.paragraphs import paragraphs
from truceline.read.read_reports import read_reports

OWN = Path(__file__).parents[1] / "tests" / "read" / "pages"

Page = dict[str, Any]
Counts = tuple[int, int, int]  # passages kept rightly, kept wrongly, lost


def rows() -> list[Row]:
    return [*public_rows(), *own_rows(), *placed_rows(), *page_rows(), *news_rows()]


def public_rows() -> list[Row]:
    file = data_folder() / "article_extraction" / "train.jsonl.gz"
    if not file.exists():
        print(f"SKIPPED: no pages to measure on at {file} (set TRUCELINE_DATA)")
        return []
    even = pages(file)[0::2]
    return [
        _row("body text, passages F1", "trafilatura alone .928 (all pages)", [count(page, our_text) for page in even]),
        _row("body text by trafilatura alone", "", [count(page, their_text) for page in even]),
    ]


def own_rows() -> list[Row]:
    """Shares of words: of pleas that were taken out, of stories that stayed."""
    pleas = stories = pleas_out = stories_in = 0
    for name, expected in yaml.safe_load((OWN / "expected.yaml").read_text(encoding="utf-8")).items():
        (report,) = read_reports(OWN / name)
        text = f"\n{report.text}\n"
        for paragraph in expected["story"]:
            stories += len(paragraph.split())
            stories_in += len(paragraph.split()) if paragraph in text else 0
        for plea in expected["without"]:
            pleas += len(plea.split())
            pleas_out += 0 if plea in text else len(plea.split())
    return [
        Row("plea words left out, own pages", "goal .980", pleas_out / pleas, None, None, pleas),
        Row("story words kept, own pages", "goal .995", stories_in / stories, None, None, stories),
    ]


def placed_rows() -> list[Row]:
    """Forty pages with wordings that were written to measure, ninety in other manners; news like pleas."""
    gone, stayed, words = shares(wordings("measured"))
    aside, beside, aside_words = shares(passages("aside.yaml"))
    many, around, many_words = shares(many_countries("pleas"))
    stories, stories_words = news_kept(many_countries("stories"))
    kept, hard_words = news_kept(passages("hard_news.yaml"))
    ordinary, _, ordinary_words = shares(written("ordinary.yaml")["aside"])
    beside_ordinary, news_words = news_kept(written("news_like_ordinary.yaml")["aside"])
    return [
        Row("plea words left out, wordings not seen", "goal .980", gone, None, None, words),
        Row("story words kept, wordings not seen", "goal .995", stayed, None, None, words),
        Row("plea words left out, other manners, kept aside", "", aside, None, None, aside_words),
        Row("story words kept, other manners, kept aside", "goal .995", beside, None, None, aside_words),
        Row("plea words left out, many countries, kept aside", "", many, None, None, many_words),
        Row("story words kept, many countries, kept aside", "goal .995", around, None, None, many_words),
        Row("news that looks like pleas kept, kept aside", "goal .995", stories, None, None, stories_words),
        Row("plea words left out, ordinary words, kept aside", "", ordinary, None, None, ordinary_words),
        Row("news like them kept, kept aside", "goal .995", beside_ordinary, None, None, news_words),
        Row("news that looks like pleas kept, seen", "", kept, None, None, hard_words),
    ]


def page_rows() -> list[Row]:
    """Pages by another hand: the open half was learned from, the unseen half is only measured; those in many layouts
    were learned from too.
    """
    found: list[Row] = []
    for part in ("open", "layouts", "unseen"):
        gone, passages, stayed, stories = page_shares(part)
        found.append(Row(f"words left out that must go, {part} pages", "goal .980", gone, None, None, passages))
        found.append(Row(f"story words kept, {part} pages", "goal .995", stayed, None, None, stories))
    return found


def news_rows() -> list[Row]:
    """Share of words that stay of public news texts, in which hardly any plea stands: what is cut is mostly lost."""
    files = [data_folder() / name / "dev.jsonl.gz" for name in ("polnear", "geo", "satp", "ecbplus", "muc4")]
    words = cut_words = 0
    for text in (str(page["text"]) for file in files if file.exists() for page in pages(file)):
        words += len(text.split())
        cuts = left_out_of(text, paragraphs(text))
        cut_words += sum(len(cut.text.split()) for cut in cuts if cut.kind in ("plea", "newsletter", "subscription"))
    return (
        [Row("news words kept, public texts", "goal .995", 1 - cut_words / words, None, None, words)] if words else []
    )


def pages(file: Path) -> list[Page]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def our_text(page: str) -> str:
    """The story of a page: what is kept, without captions."""
    root = page_tree("page", page)
    page_blocks = blocks(root)
    captions = {block.text for block in page_blocks if block.is_caption}
    found = with_missed(story_paragraphs(root), page_blocks, page_metadata(root).title)
    standing = standings(page_blocks, found, paragraphs_apart(root, page_blocks))
    stay, _ = cut(found, linked=linked_paragraphs(root), standing=standing)
    return "\n".join(line for line in stay if line not in captions and not is_caption(line))


def their_text(page: str) -> str:
    from trafilatura import extract

    return str(extract(page) or "")


def count(page: Page, read: Callable[[str], str]) -> Counts:
    text = read(page["html"])
    kept = sum(passage in text for passage in page["with"])
    return kept, sum(passage in text for passage in page["without"]), len(page["with"]) - kept


def f1(counts: Sequence[Counts]) -> float:
    kept, wrong, lost = (sum(int(number) for number in column) for column in zip(*counts, strict=True))
    return float(2 * kept / max(1, 2 * kept + wrong + lost))


def _row(measure: str, anchor: str, counts: Sequence[Counts]) -> Row:
    low, high = bootstrap(counts, f1)
    return Row(measure, anchor, f1(counts), low, high, sum(kept + lost for kept, _, lost in counts))
