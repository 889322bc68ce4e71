"""What a site asks of robots (robots.txt, RFC 9309)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from truceline.errors import CannotRead
from truceline.read.web.answer import Answer

LONGEST = 500_000  # bytes of robots.txt that must be heeded (RFC 9309)
LONGEST_DELAY = 30.0  # seconds; a site that asks for more is asked no more than this often


@dataclass
class Robots:
    """Rules by site, fetched once a run. ``get`` fetches an address by the same guarded way as pages."""

    get: Callable[[str], Answer]
    agent: str
    _rules: dict[str, Any] = field(default_factory=dict)

    def refusal(self, address: str) -> str | None:
        """Why this address may not be fetched; null where it may."""
        rules = self._rules_of(address)
        if isinstance(rules, str):
            return rules
        return None if rules.can_fetch(address, self.agent) else "the site's robots.txt does not allow it to be fetched"

    def delay(self, address: str) -> float:
        rules = self._rules_of(address)
        asked = None if isinstance(rules, str) else rules.crawl_delay(self.agent)
        return min(float(asked or 0), LONGEST_DELAY)

    def _rules_of(self, address: str) -> Any:  # noqa: ANN401 - protego has no types
        """The reason where the site cannot say: then nothing may be fetched (RFC 9309, 2.3.1.4)."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._fetched(f"{site}/robots.txt")
        return self._rules[site]

    def _fetched(self, address: str) -> Any:  # noqa: ANN401
        from protego import Protego

        try:
            answer = self.get(address)
        except CannotRead as error:
            return f"its robots.txt cannot be asked for: {error.reason}"
        if answer.status >= 500:
            return f"its robots.txt cannot be asked for: the server answers {answer.status}"
        text = answer.content[:LONGEST].decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(text)
