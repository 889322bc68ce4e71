"""Ids come from content, so that a second run gives the same ones."""

import hashlib


def content_id(*parts: object) -> str:
    """Sixteen hex digits of the SHA-256 of the parts: 64 bits, enough for billions of claims."""
    return digest("\x1f".join(map(str, parts)))


def digest(joined: str) -> str:
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def report_id(text: str) -> str:
    return content_id("report", text)


def claim_id(report: str, kind: str, start: int, end: int, nth: int = 0) -> str:
    """Report, kind and span; ``nth`` tells claims of one kind apart that share one span."""
    last = f"\x1f{nth}" if nth else ""
    return digest(f"claim\x1f{report}\x1f{kind}\x1f{start}\x1f{end}{last}")  # as of its parts, for millions of them
