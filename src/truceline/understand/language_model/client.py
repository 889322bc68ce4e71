"""Asking a model at an OpenAI-compatible address: with limits, retries and a cache of answers."""

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import urllib3

from truceline.errors import ModelFault
from truceline.understand.language_model.prompt import VERSION, Message

KEY = "TRUCELINE_MODEL_KEY"  # the only place a key is read from
SECONDS = 300.0
LARGEST_ANSWER = 2_000_000  # bytes
RETRIES = urllib3.Retry(
    total=4, backoff_factor=1.0, status_forcelist=(429, 500, 502, 503, 504), allowed_methods=None,
    respect_retry_after_header=True, raise_on_status=False, redirect=0,
)  # fmt: skip
BUSY_ONLY = RETRIES.new(status_forcelist=(429, 502, 503, 504))
REFUSED = (
    400,
    404,
    422,
)  # what servers answer to a response format that they do not know; llama-cpp-python answers 500


class ModelClient:
    """``url`` is the address up to ``/v1``; ``name`` the model's. ``cache``: a folder for answers; null for none."""

    def __init__(self, url: str, name: str, *, cache: Path | None = None, seconds: float = SECONDS) -> None:
        if not url.startswith(("http://", "https://")):
            raise ModelFault(f"--model-url {url}: expected an address that begins with http:// or https://")
        self.url, self.name = url.rstrip("/"), name
        self._cache = cache
        self._pool = urllib3.PoolManager(timeout=urllib3.Timeout(connect=10.0, read=seconds))
        self._formats = ["json_schema", "json_object"]

    def ask(self, messages: list[Message], schema: dict[str, object]) -> str:
        """The text of the answer. Raises ModelFault, which says what the server said."""
        key = sha256(json.dumps([VERSION, self.url, self.name, messages, schema], sort_keys=True).encode()).hexdigest()
        known = self._cached(key)
        if known is not None:
            return known
        answer = self._ask(messages, schema)
        if self._cache is not None:
            self._keep(key, answer)
        return answer

    def _cached(self, key: str) -> str | None:
        file = self._cache / f"{key}.txt" if self._cache else None
        return file.read_text(encoding="utf-8") if file and file.exists() else None

    def _keep(self, key: str, answer: str) -> None:
        """Written beside its place and moved there: another process sees all of it or nothing."""
        assert self._cache is not None  # noqa: S101 - the caller asked
        self._cache.mkdir(parents=True, exist_ok=True)
        part = self._cache / f"{key}.{os.getpid()}.part"
        part.write_text(answer, encoding="utf-8")
        part.replace(self._cache / f"{key}.txt")

    def _ask(self, messages: list[Message], schema: dict[str, object]) -> str:
        """Try the stricter response format first; a server that does not know it is asked in the other one."""
        while True:
            body = {"model": self.name, "messages": messages, "temperature": 0,
                    "response_format": response_format(self._formats[0], schema)}  # fmt: skip
            choice = len(self._formats) > 1
            status, data = self._post(body, BUSY_ONLY if choice else RETRIES)
            if choice and refuses(status, data):
                self._formats.pop(0)
                continue
            if choice and status == 500:
                status, data = self._post(body, RETRIES)
            if status != 200:
                raise ModelFault(f"{self.url} answered {status}: {data[:300].decode(errors='replace')}")
            return self._content(data)

    def _post(self, body: dict[str, Any], retries: urllib3.Retry) -> tuple[int, bytes]:
        headers = {"Content-Type": "application/json"}
        if os.environ.get(KEY):
            headers["Authorization"] = f"Bearer {os.environ[KEY]}"
        try:
            answer = self._pool.request(
                "POST", f"{self.url}/chat/completions", body=json.dumps(body).encode(), headers=headers,
                retries=retries, preload_content=False,
            )  # fmt: skip
            data = answer.read(LARGEST_ANSWER + 1)
            answer.release_conn()
        except urllib3.exceptions.HTTPError as error:
            raise ModelFault(f"{self.url}: no answer ({error})") from error
        if len(data) > LARGEST_ANSWER:
            raise ModelFault(f"{self.url}: the answer is larger than {LARGEST_ANSWER:,} bytes")
        return answer.status, data

    def _content(self, data: bytes) -> str:
        try:
            return str(json.loads(data)["choices"][0]["message"]["content"] or "")
        except (ValueError, LookupError, TypeError) as error:
            raise ModelFault(f"{self.url}: this is no answer of a chat model") from error


def refuses(status: int, data: bytes) -> bool:
    """Whether the server does not know the response format, rather than being in trouble."""
    return status in REFUSED or (status == 500 and b"response_format" in data)


def response_format(form: str, schema: dict[str, object]) -> dict[str, object]:
    if form == "json_schema":
        return {"type": "json_schema", "json_schema": {"name": "claims", "schema": schema}}
    return {"type": "json_object", "schema": schema}
