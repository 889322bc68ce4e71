"""What keeps the pages to their reader: headers on every answer, a token for writing, forms that only we can send."""

import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import unquote

from fastapi import HTTPException, Request, Response
from starlette.responses import PlainTextResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
COOKIE = "truceline"
NAME_COOKIE = "truceline_name"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
LARGEST_FORM = 100_000  # bytes; a claim added by hand has a few thousand
LONGEST_NAME = 60
Next = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """``token`` lets a browser write. ``user_header`` is set by a proxy that knows who is there; then it decides.

    ``hosts`` are names under which the pages answer besides loopback's own.
    """

    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    user_header: str | None = None
    hosts: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """Tells this start from others, without giving the token away."""
        return sha256(f"mark {self.token}".encode()).hexdigest()[:12]

    async def guard(self, request: Request, call_next: Next) -> Response:
        """Refuse foreign hosts, foreign forms and large bodies; put the headers on every answer."""
        response = self._refusal(request) or await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def _refusal(self, request: Request) -> Response | None:
        if host_of(request) not in LOOPBACK and host_of(request) not in self.hosts:
            return PlainTextResponse("These pages do not answer under this host name.", 421)
        if request.method not in {"GET", "HEAD"}:
            if not is_own_form(request):
                return PlainTextResponse("This form was sent from another site. Nothing was written.", 403)
            if too_large(request):
                return PlainTextResponse("This form is too large. Nothing was written.", 413)
        return None

    def may_write(self, request: Request) -> bool:
        if self.user_header:
            return bool(request.headers.get(self.user_header))
        return hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), self.token.encode())

    def name_of(self, request: Request) -> str:
        """Who judges: the proxy's user, or the name that the reader gave. Empty where none is known."""
        if self.user_header:
            return request.headers.get(self.user_header, "")[:LONGEST_NAME]
        return clean_name(unquote(request.cookies.get(NAME_COOKIE, "")))

    def form_key(self, request: Request) -> str:
        """Goes into every form; bound to the browser's cookie or the proxy's user."""
        bound = request.headers.get(self.user_header, "") if self.user_header else request.cookies.get(COOKIE, "")
        return hmac.new(self.token.encode(), f"form {bound}".encode(), sha256).hexdigest()

    def check_form(self, request: Request, key: object) -> None:
        """Raises 403 with words for a person."""
        if not self.may_write(request):
            raise HTTPException(403, "Nothing was written: open the address that 'truceline show' printed, to write.")
        if not hmac.compare_digest(str(key).encode(), self.form_key(request).encode()):
            raise HTTPException(403, "Nothing was written: this form is from an earlier start. Load the page again.")

    def let_in(self, response: Response, token: str) -> bool:
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            return False
        response.set_cookie(COOKIE, self.token, httponly=True, samesite="strict", path="/")
        return True


def host_of(request: Request) -> str:
    host = request.headers.get("host", "")
    return host.rsplit(":", 1)[0] if not host.endswith("]") else host


def is_own_form(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    own = origin is None or origin.split("://", 1)[-1] == request.headers.get("host")
    return own and site in {"same-origin", "none"}


def too_large(request: Request) -> bool:
    """A body without a length is refused too."""
    length = request.headers.get("content-length", "")
    return not length.isdigit() or int(length) > LARGEST_FORM


def clean_name(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable()).strip()[:LONGEST_NAME]
