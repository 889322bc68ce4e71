"""Which words a figure rests on, and whose words they are."""

from truceline.model.actor import AUTHOR, Actor
from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.harm_words import state_harms, word_set
from truceline.understand.finders.casualty_parts.series import told_before_in_series
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.grammar import is_passive, subjects, words_after
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

NEAR = 12  # words


def evidence(found: Counted) -> tuple[int, int]:
    """The number with its noun and the word that tells the harm, where that is near."""
    tokens = [found.unit, *([found.noun] if found.noun is not None else [])]
    start = min(found.mark.start, *(token.idx for token in tokens))
    end = max(found.mark.end, *(token.idx + len(token) for token in tokens))
    if not found.inherited and abs(found.teller.i - found.unit.i) <= NEAR:
        for token in (found.teller, *outcomes(found.teller)):
            start, end = min(start, token.idx), max(end, token.idx + len(token))
    return start, end


def outcomes(teller: Token) -> list[Token]:
    """ "Left three villagers dead": the last word tells it."""
    near = (child for child in teller.children if child.dep_ in {"oprd", "acomp"} and child.lower_ in state_harms())
    return [word for word in near if 0 < word.i - teller.i <= NEAR]


def told_at(found: Counted, marked: MarkedReport) -> int:
    """The figure; of parts ("including seven children", "four of whom later died") and of a series whose speaker the
    marks lose, the first one.
    """
    here = found
    while marked.speaker_at(here.unit.idx) is None:
        earlier = here.before if is_of_those_before(here) else told_before_in_series(here)
        if earlier is None:
            break
        here = earlier
    return here.teller.idx if is_of_suspects(here) else here.unit.idx


def is_of_suspects(found: Counted) -> bool:
    """ "Killed two suspected rebels": they may be none, but they are dead."""
    noun = found.noun if found.noun is not None and found.teller.pos_ == "VERB" else None
    lefts = noun.lefts if noun is not None else ()
    return any(child.dep_ == "amod" and child.lower_ in listed("modality", "hedges") for child in lefts)


def is_of_those_before(found: Counted) -> bool:
    return found.inherited or "whom" in {word.lower_ for word in words_after(found.unit.doc, found.unit.i + 1, 2)}


def counter(found: Counted, marked: MarkedReport) -> Actor | None:
    """ "The ministry lowered its count of the dead": who changes a count of his own vouches for it; so does who owns
    to a figure: "Kampala acknowledged 54".
    """
    if found.rule == "figure-of-those-before" and found.teller.pos_ == "VERB" and not is_passive(found.teller):
        return next((actor for word in subjects(found.teller) if (actor := marked.actor_of(word)) is not None), None)
    if found.rule != "toll-noun":
        return None
    counts = [word for word in (found.teller, *found.teller.ancestors) if word.low_lemma in word_set("tolls")]
    own = counts and any(child.dep_ == "poss" and child.lower_ in {"its", "their"} for child in counts[0].children)
    if not own or counts[0].dep_ != "dobj":
        return None
    return next((actor for word in subjects(counts[0].head) if (actor := marked.actor_of(word)) is not None), None)


def teller_of_lives(found: Counted, marked: MarkedReport) -> Actor | None:
    """ "The insurgency has claimed 12,000 lives": it claims nothing in words; the report tells it."""
    speaker = marked.speaker_at(found.unit.idx)
    cues = speaker.cue if speaker is not None else ()
    own = any(start <= found.teller.idx < end for start, end in cues)
    return AUTHOR if own and found.teller.lemma_ in {"claim", "put"} and found.harm == "killed" else None
