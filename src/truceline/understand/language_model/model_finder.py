"""A finder that asks a language model. It is a second opinion behind the same door, never the default."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from truceline.understand.finding import Finding
from truceline.understand.language_model.checking import Unfounded, finding_from
from truceline.understand.language_model.client import ModelClient
from truceline.understand.language_model.prompt import requests
from truceline.understand.language_model.proposals import Proposed, answer_schema, proposal_classes
from truceline.understand.marked_sentence import MarkedReport

RULE = "model:"  # before the model's name, in the rule of what it found


class ModelFinder:
    """Counts what it ``kept`` and what it ``dropped``, by reason, over all reports it has read."""

    def __init__(self, client: ModelClient) -> None:
        self.client = client
        self.kept = 0
        self.dropped: Counter[str] = Counter()

    def __call__(self, marked: MarkedReport) -> Iterator[Finding]:
        """Findings that hold against the report. Raises ModelFault where the model does not answer."""
        for messages in requests(marked):
            for proposed in self._proposals(self.client.ask(messages, answer_schema())):
                try:
                    found = finding_from(marked, proposed, f"{RULE}{self.client.name}")
                except Unfounded as reason:
                    self.dropped[str(reason)] += 1
                    continue
                self.kept += 1
                yield found

    def _proposals(self, answer: str) -> Iterator[Proposed]:
        try:
            claims = json.loads(answer)["claims"]
        except (ValueError, LookupError, TypeError):
            self.dropped["answer is no JSON of the schema"] += 1
            return
        for claim in claims if isinstance(claims, list) else []:
            proposed = self._proposal(claim)
            if proposed is not None:
                yield proposed

    def _proposal(self, claim: Any) -> Proposed | None:  # noqa: ANN401 - whatever the model wrote
        made = proposal_classes().get(str(claim.get("kind"))) if isinstance(claim, dict) else None
        if made is None:
            self.dropped["no such kind"] += 1
            return None
        try:
            return made.model_validate(claim)
        except ValidationError as error:
            where = error.errors()[0]["loc"]
            self.dropped[f"{where[0] if where else 'claim'} has no such value"] += 1
            return None

    def summary(self) -> str:
        """One line: how much was proposed, kept, and dropped for which reasons."""
        dropped = sum(self.dropped.values())
        reasons = ", ".join(f"{reason} {count}" for reason, count in self.dropped.most_common())
        told = f"{self.client.name}: {self.kept + dropped} claims proposed, {self.kept} kept, {dropped} dropped"
        return f"{told} ({reasons})" if reasons else told
