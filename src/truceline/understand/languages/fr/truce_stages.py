"""What a French sentence tells of a truce: by the noun it hangs on, a set phrase, or the verb that governs it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from truceline.model.claims.ceasefires import CeasefireStage
from truceline.understand.languages.fr.grammar import is_negated, is_passive
from truceline.understand.languages.fr.lists import by_value, word_set
from truceline.understand.languages.fr.truce_mentions import Mention
from truceline.understand.tokens import Span, Token

STAGES: tuple[CeasefireStage, ...] = (
    "agreed", "announced", "proposed", "sought", "extended", "violated", "collapsed", "ended", "rejected", "in_force",
    "expired",
)  # fmt: skip
PHRASED: tuple[CeasefireStage, ...] = ("expired", "collapsed", "in_force", "announced", "ended", "agreed")
REACH = 9  # words between a truce and its verb, where the parse is no help
DONE_BY_NOUN: tuple[CeasefireStage, ...] = (
    "violated", "collapsed", "extended", "expired", "rejected", "in_force", "sought", "ended", "agreed", "announced",
)  # fmt: skip


PARTED = re.compile(r"[;:«»]|, (?:a|ont) (?:déclaré|indiqué|affirmé|annoncé)")


@dataclass(frozen=True, slots=True)
class Stage:
    """``teller``: the word that tells it; ``end``: where a set phrase ends, as an offset."""

    stage: CeasefireStage
    teller: Token
    rule: str
    end: int = 0


@lru_cache(maxsize=1)
def by_verb() -> dict[str, CeasefireStage]:
    return by_value("ceasefires", STAGES, "verbs")


def stage_of(mention: Mention, sentence: Span) -> Stage | None:
    text = sentence.text.lower().replace("’", "'")
    if mention.noun_of("talks_nouns") or any(phrase in text for phrase in word_set("ceasefires", "elusive")):
        return None
    if is_denied_at_once(mention):
        return None
    found = despite(mention, sentence) or by_noun(mention) or by_phrase(mention, sentence)
    found = found or governed(mention, sentence)
    return settled(found) if found is not None else None


def is_denied_at_once(mention: Mention) -> bool:
    """ "Aucun cessez-le-feu n'a été conclu"."""
    first = mention.first
    return first.nbor(-1).lower_ in {"aucun", "aucune"}


def despite(mention: Mention, sentence: Span) -> Stage | None:
    """ "Les tirs ont repris malgré la trêve"."""
    before = {token.lower_ for token in sentence.doc.tokens[max(sentence.start, mention.first.i - 4) : mention.first.i]}
    if not before & {"malgré", "dépit", "mépris"}:
        return None
    fought = next((token for token in sentence if token.lower_ in word_set("ceasefires", "fighting")), None)
    return Stage("violated", fought, "fought-despite") if fought is not None else None


def by_noun(mention: Mention) -> Stage | None:
    for stage in DONE_BY_NOUN:
        noun = mention.noun_of(f"{stage}_nouns")
        if noun is not None:
            ahead = stage == "in_force" and is_ahead(noun)
            return Stage("announced", noun, "to-start") if ahead else Stage(stage, noun, f"noun-{stage}")
    return None


def is_ahead(noun: Token) -> bool:
    """ "à deux jours de l'entrée en vigueur d'une trêve", "avant l'entrée en vigueur"."""
    before = {token.lower_ for token in noun.doc.tokens[max(0, noun.i - 4) : noun.i]}
    return bool(before & word_set("ceasefires", "ahead")) and "après" not in before


def by_phrase(mention: Mention, sentence: Span) -> Stage | None:
    """ "est entré en vigueur", "a volé en éclats", "s'est mis d'accord sur": in the clause of the truce."""
    start, end = clause_around(mention, sentence)
    text = sentence.doc.text[start:end].lower().replace("’", "'")
    for pattern, stage in stage_phrases():
        found = pattern.search(text)
        teller = word_at(sentence, start + found.start()) if found else None
        if teller is not None and found is not None:
            return Stage(stage, teller, f"phrase-{stage}", start + found.end())
    return None


@lru_cache(maxsize=1)
def stage_phrases() -> tuple[tuple[re.Pattern[str], CeasefireStage], ...]:
    """The longest first; "a" and "est" stand for every tense of their verbs."""
    found = sorted(by_value("ceasefires", PHRASED, "phrases").items(), key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"(?<![\w-]){in_any_tense(phrase)}(?![\w-])"), stage) for phrase, stage in found)


def in_any_tense(phrase: str) -> str:
    """ "est encore en vigueur", "avait déjà expiré": an adverb or two may stand behind the auxiliary."""
    written = re.escape(phrase).replace("\\ ", " ")
    for word, forms in (("a", "a|ont|avait|avaient|aura"), ("est", "est|sont|était|étaient")):
        written = re.sub(
            rf"(?<!\w){word} ", f"(?:{forms}) (?:(?:\\\\w+ment|encore|toujours|déjà|aussi) ){{0,2}}", written
        )
    return written


def clause_around(mention: Mention, sentence: Span) -> tuple[int, int]:
    """Up to a stop that parts clauses; commas around an aside ("la trêve, annoncée lundi, a expiré") part none."""
    text, at = sentence.doc.text, mention.word.idx
    before = PARTED.split(text[sentence.start_char : at])[-1]
    behind = PARTED.split(text[at : sentence.end_char])[0]
    return at - len(before), at + len(behind)


def word_at(sentence: Span, offset: int) -> Token | None:
    span = sentence.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None else None


def governed(mention: Mention, sentence: Span) -> Stage | None:
    """The verb that the parse names, else the next before, else the next behind."""
    for verb in candidates(mention, sentence):
        stage = by_verb().get(verb.low_lemma)
        if stage is not None and fits(stage, verb, mention):
            return Stage(stage, verb, f"verb-{stage}")
    noun = mention.noun_of("proposed_nouns")
    return Stage("proposed", noun, "noun-proposed") if noun is not None and noun.lower_ != "plan" else None


def candidates(mention: Mention, sentence: Span) -> list[Token]:
    """Verbs in the order in which they are asked: what is asked for is not done yet, asides tell least."""
    tokens, sought = sentence.doc.tokens, word_set("ceasefires", "sought_verbs")
    above = [up for up in mention.first.ancestors if up.pos_ == "VERB" and abs(up.i - mention.word.i) <= 2 * REACH][:1]
    before = verbs_in(tokens[max(sentence.start, mention.first.i - REACH) : mention.first.i])[::-1]
    behind = verbs_in(tokens[mention.span.end : min(sentence.end, mention.span.end + 2 * REACH)])
    asking = [one for verb in before[:1] for one in verb.ancestors if one.low_lemma in sought]
    near = [verb for verb in behind if verb.i <= mention.span.end + REACH or is_passive(verb)]
    return [*asking, *above, *before, *sorted(near, key=lambda verb: verb.dep_ == "acl")]


def verbs_in(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.pos_ == "VERB"]


def fits(stage: CeasefireStage, verb: Token, mention: Mention) -> bool:
    """A truce "tient" of itself; an accord is "dénoncé", a breach too; who is "exclu de la trêve" refuses none."""
    if stage == "in_force" and verb.low_lemma not in {"respecter", "observer"}:
        return verb.i > mention.word.i and not is_passive(verb)
    if verb.low_lemma == "exclure":
        return not is_passive(verb) and not {"de", "du"} & {
            token.lower_ for token in verb.doc.tokens[verb.i : mention.first.i]
        }
    return verb.low_lemma != "dénoncer" or not mention.noun_of("violated_nouns")


def settled(found: Stage) -> Stage | None:
    """What is denied, to come or only intended."""
    verb = found.teller
    if verb.pos_ not in {"VERB", "AUX"} or found.rule.startswith("noun"):
        return found
    if not is_negated(verb):
        return to_come(found)
    if found.stage in {"in_force", "extended"} and verb.low_lemma in {"respecter", "tenir", "observer"}:
        return Stage("not_observed", verb, "not-observed")
    return Stage("rejected", verb, "refused") if verb.low_lemma == "accepter" else None


def to_come(found: Stage) -> Stage:
    """ "doit entrer en vigueur", "tiendra": announced."""
    before = {token.lower_ for token in found.teller.doc.tokens[max(0, found.teller.i - 3) : found.teller.i]}
    coming = before & word_set("modality", "due") or found.teller.lower_.endswith(("era", "eront", "iendra"))
    return Stage("announced", found.teller, "to-start", found.end) if found.stage == "in_force" and coming else found
