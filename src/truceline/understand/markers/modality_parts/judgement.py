"""One judgement on one clause, and how judgements on a clause and on what embeds it combine."""

from dataclasses import dataclass

from truceline.model.claim import AuxMode, Factuality
from truceline.understand.tokens import Token


@dataclass(frozen=True, slots=True)
class Judgement:
    """``cue`` is the word that shows it. CT+ without a mode: the clause tells a fact."""

    factuality: Factuality
    aux_mode: AuxMode | None
    rule: str
    cue: Token

    @property
    def is_plain(self) -> bool:
        return self.factuality == "CT+" and self.aux_mode is None


NEGATIVE: dict[Factuality, Factuality] = {"CT+": "CT-", "PR+": "PR-", "PS+": "PS-", "Uu": "Uu"}


def fact(verb: Token) -> Judgement:
    return Judgement("CT+", None, "told-as-fact", verb)


def negated(judgement: Judgement, cue: Token) -> Judgement:
    """ "will not", "may not", "did not": the same certainty, the other way round."""
    turned = NEGATIVE.get(judgement.factuality, judgement.factuality)
    return Judgement(turned, "negation", "negated", cue)
