"""The finding of persons who are named."""

from truceline.model.claim import AuxMode, Factuality
from truceline.model.claims import CasualtiesFields
from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.days import days_of, is_historical
from truceline.understand.finders.casualty_parts.details import cause_of, place_of
from truceline.understand.finders.casualty_parts.named_victims import Named
from truceline.understand.finders.casualty_parts.names import is_soldierly
from truceline.understand.finders.casualty_parts.perpetrators import perpetrator
from truceline.understand.finders.casualty_parts.singles import figure
from truceline.understand.finding import Finding
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence


def one_deed(named: Named) -> int:
    """ "X and Y were killed" is one; "the murders of X and Y" are two."""
    return named.teller.i if named.rule == "named-person" else named.whom.i


def named_together(victims: list[Named], sentence: MarkedSentence, marked: MarkedReport) -> Finding:
    """As many as one word tells of: "X was killed", "X and Y were killed"."""
    named = victims[0]
    token, teller, count = named.whom, named.teller, len(victims)
    actor = marked.actor_of(token)
    military = is_soldierly(token) or (actor is not None and actor.sector in {"MIL", "REB"})
    found = Counted(figure(sentence, token, count), token, token, named.harm, teller, named.rule)
    days = days_of(found, sentence, marked)
    historical, place = is_historical(found, days.told, marked), place_of(found, marked)
    fields = CasualtiesFields(
        losses_of=actor, losses_basis="stated", person_status="military" if military else "unknown", harm=named.harm,
        period=days.period(marked.report.published), as_of=days.as_of,
        value=count, low=count, high=count, measure="incident", perpetrator=perpetrator(teller, marked),
        scope="an earlier war" if historical else "the present fighting",
        place=place if place is not None and token.text not in place.raw.split() else None, cause=cause_of(found),
    )  # fmt: skip
    words = [teller, *(victim.whom for victim in victims)]
    start, end = min(word.idx for word in words), max(word.idx + len(word) for word in words)
    aux: AuxMode | None = "historical" if historical else None
    sure: Factuality | None = "CT+" if named.taken_for_granted else None
    return Finding(fields, start, end, teller.idx, named.rule, aux_mode=aux, factuality=sure)
