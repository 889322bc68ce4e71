"""Whose truce it is, who mediated, who broke it."""

from collections.abc import Iterable, Iterator

from truceline.model.actor import Actor
from truceline.model.mark import ActorMark
from truceline.understand.languages.fr.grammar import is_passive
from truceline.understand.languages.fr.lists import word_set
from truceline.understand.languages.fr.truce_mentions import Mention
from truceline.understand.languages.fr.truce_stages import Stage
from truceline.understand.marked_sentence import MarkedSentence

SIDES = frozenset({"state", "government", "armed_force", "non_state", "person", "unspecified"})
OWN = frozenset({"agreed", "announced", "extended", "ended", "collapsed"})
BETWEEN, WITH = frozenset({"entre"}), frozenset({"avec"})
NEAR = 8  # words behind a truce in which "avec" names the other side
LIST = frozenset({"et", ",", "le", "la", "les", "l'", "l’", "ainsi", "que"})


def unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    kept: dict[str, Actor] = {}
    for actor in actors:
        kept.setdefault((actor.entity_name or actor.entity_text or "").casefold(), actor)
    return tuple(kept.values())


def parties_of(found: Stage, mention: Mention, sentence: MarkedSentence) -> tuple[Actor, ...]:
    """Those named behind "entre", or "avec" right behind; and whoever agrees, declares, prolongs or ends it."""
    named = listed_behind(BETWEEN, sentence)
    near = [token for token in sentence.span if mention.span.end <= token.i < mention.span.end + NEAR]
    if not named and "avec" in {token.lower_ for token in near} and not any(token.pos_ == "VERB" for token in near):
        named = listed_behind(WITH, sentence)
    keeping = found.rule == "verb-in_force" and found.teller.i < mention.word.i  # "ont observé une trêve"
    own = (found.stage in OWN and found.rule != "to-start") or keeping
    if own and (not named or "entre" not in sentence.span.forms):
        named = [*doers(found, mention, sentence), *named]
    return unique(mark.actor for mark in named if mark.kind in SIDES)


def doers(found: Stage, mention: Mention, sentence: MarkedSentence) -> Iterator[ActorMark]:
    """The accused; behind "par" where it is passive or a noun; else those that the sentence begins with."""
    accused = accused_before(found, sentence)
    if accused or found.rule.startswith("noun") or is_passive(found.teller) or mention.word.i < found.teller.i:
        yield from accused or listed_behind(frozenset({"par"}), sentence)
        return
    yield from joined([mark for mark in sentence.actors if mark.end <= found.teller.idx], sentence, found.teller.idx)


def accused_before(found: Stage, sentence: MarkedSentence) -> list[ActorMark]:
    """ "accusé Erevan d'avoir violé"."""
    accusing = next((token for token in sentence.span if token.low_lemma == "accuser"), None)
    if accusing is None:
        return []
    return [mark for mark in sentence.actors if accusing.idx < mark.start < found.teller.idx][:1]


def listed_behind(steps: frozenset[str], sentence: MarkedSentence) -> list[ActorMark]:
    """ "entre le Hamas et Israël": the actors joined behind the preposition."""
    step = next((token for token in sentence.span if token.lower_ in steps), None)
    if step is None:
        return []
    return joined([mark for mark in sentence.actors if mark.start > step.idx], sentence, sentence.end, step.idx)


def joined(marks: list[ActorMark], sentence: MarkedSentence, before: int, after: int | None = None) -> list[ActorMark]:
    """The first, and those that only "et" and commas part from the one before."""
    kept: list[ActorMark] = []
    text = sentence.span.doc.text
    end = after
    for mark in marks:
        between = text[end : mark.start].lower().split() if end is not None else []
        small = {word for piece in between for word in (piece.strip(","), ",") if word}
        if kept and not small <= LIST:
            break
        kept.append(mark)
        end = mark.end
    return kept if not kept or kept[0].start < before else []


def mediators_of(found: Stage, sentence: MarkedSentence) -> tuple[Actor, ...]:
    """ "sous l'égide des États-Unis", "négociée par le Qatar"."""
    word = next((token for token in sentence.span if token.lower_ in word_set("ceasefires", "mediating")), None)
    if word is not None:
        return unique(
            mark.actor
            for mark in joined([one for one in sentence.actors if one.start > word.idx], sentence, word.idx + 24)
        )
    if found.teller.low_lemma in word_set("ceasefires", "mediating_verbs") and is_passive(found.teller):
        return unique(mark.actor for mark in listed_behind(frozenset({"par"}), sentence))
    return ()


def violators_of(found: Stage, sentence: MarkedSentence) -> tuple[Actor, ...]:
    """ "accusé Erevan d'avoir violé", "violée par les rebelles", "les rebelles ont violé"."""
    if found.stage not in {"violated", "not_observed"}:
        return ()
    by = accused_before(found, sentence) or listed_behind(frozenset({"par"}), sentence)
    if not by and found.rule == "verb-violated" and not is_passive(found.teller):
        by = joined([mark for mark in sentence.actors if mark.end <= found.teller.idx], sentence, found.teller.idx)
    return unique(mark.actor for mark in by)
