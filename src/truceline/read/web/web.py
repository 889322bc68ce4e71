"""A page by its address: guarded, within limits, as robots.txt allows, at a polite pace."""

import time
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import SplitResult, urljoin, urlsplit

from truceline.errors import FileNotThere, NotAllowed, NotText
from truceline.read.sources import Source
from truceline.read.web.answer import Answer, ask
from truceline.read.web.guard import Resolve, checked_address, is_public, resolve
from truceline.read.web.page_cache import PageCache, conditions
from truceline.read.web.robots import Robots
from truceline.settings import Settings

PORTS = {"http": 80, "https": 443}
UNREADABLE = ("image/", "video/", "audio/", "font/", "application/javascript", "text/css")
MOVED = {301, 302, 303, 307, 308}


def is_address(named: str) -> bool:
    return named.lower().startswith(("http://", "https://"))


def joined_address(base: str, link: str) -> str:
    """The address that a link on a page stands for; the link itself where it is none."""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return link


def ascii_host(url: SplitResult) -> str:
    """A name in other letters as it is asked for (xn--...). Raises ValueError where it is no name."""
    return url.netloc if url.netloc.isascii() else url.netloc.encode("idna").decode()


@dataclass
class Web:
    """``may_reach`` and ``resolved`` are the guard; ``pause`` waits. Tests put their own in their place."""

    settings: Settings
    resolved: Resolve = resolve
    may_reach: Callable[[str], bool] = is_public
    pause: Callable[[float], None] = time.sleep
    ports: Container[int] = frozenset({80, 443, 8080, 8443})
    _last: dict[str, float] = field(default_factory=dict)

    @cached_property
    def _cache(self) -> PageCache | None:
        folder: Path | None = self.settings.page_cache
        return PageCache(folder.expanduser(), self.settings.page_cache_size) if folder is not None else None

    @cached_property
    def _robots(self) -> Robots:
        return Robots(lambda address: self._follow(address, {}), self.settings.user_agent)

    def open(self, address: str) -> Source:
        """The page as a source, under the address that it has in the end. Raises CannotRead."""
        address = address.strip()
        known = self._cache.known(address) if self._cache else None
        answer = self._follow(address, conditions(known), as_robot=True)
        if answer.status == 304 and known is not None:
            answer = known
        if answer.status != 200:
            raise FileNotThere(address, f"the server answers {answer.status}")
        if answer.media_type.startswith(UNREADABLE):
            raise NotText(address, f"this is {answer.media_type}, not a report")
        if self._cache and answer is not known:
            self._cache.keep(address, answer)
        return Source(address, answer.content, None, answer.media_type or None, {"url": address})

    def _follow(self, address: str, headers: dict[str, str], as_robot: bool = False) -> Answer:
        """Through redirects; each hop is checked like the first."""
        here = address
        for _ in range(self.settings.most_redirects + 1):
            url = self._checked(address, here)
            if as_robot:
                self._wait_for_turn(address, here, url)
            ip = checked_address(
                address, url.hostname or "", url.port or PORTS[url.scheme], self.resolved, self.may_reach
            )
            answer = ask(address, url, ip, headers, self.settings)
            if answer.status not in MOVED or "location" not in answer.headers:
                return answer
            here = joined_address(here, answer.headers["location"])
        raise FileNotThere(address, f"more than {self.settings.most_redirects} redirects")

    def _checked(self, address: str, here: str) -> SplitResult:
        try:
            url = urlsplit(here)
            port = url.port
            url = url._replace(netloc=ascii_host(url))
        except ValueError as error:
            raise FileNotThere(address, f"'{here}' is no address") from error
        if url.scheme not in PORTS or not url.hostname:
            raise NotAllowed(address, f"'{here}' is no address on the web")
        if url.username is not None or (port is not None and port not in self.ports):
            raise NotAllowed(address, f"'{url.netloc}' names a password or an unusual port")
        return url

    def _wait_for_turn(self, address: str, here: str, url: SplitResult) -> None:
        refusal = self._robots.refusal(here)
        if refusal:
            raise NotAllowed(address, refusal)
        host = url.hostname or ""
        due = self._last.get(host, 0.0) + max(self.settings.fetch_delay, self._robots.delay(here))
        wait = due - time.monotonic()
        if host in self._last and wait > 0:
            self.pause(wait)
        self._last[host] = time.monotonic()
