"""The stages that one mention of a truce tells."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from truceline.model.claims.ceasefires import CeasefireStage
from truceline.understand.finders.ceasefire_parts.governors import Verdict, is_condition, is_denied, settled
from truceline.understand.finders.ceasefire_parts.mentions import TruceMention
from truceline.understand.finders.ceasefire_parts.relations import relations
from truceline.understand.finders.ceasefire_parts.truce_words import (
    has_lemma,
    stage_nouns,
    stage_verbs,
    word_set,
    words_beside,
)
from truceline.understand.grammar import clause_head, is_passive, subjects, words_after, words_before

LOOSE = frozenset({"to", "on", "upon", "of"})
STAND_IN_STAGES = frozenset(
    {"violated", "rejected", "extended", "expired", "collapsed", "not_observed", "agreed", "ended", "in_force"}
)
# Verbs too common to trust when the truce is only "it" or "the deal".
TOO_COMMON = frozenset(
    {
        "hold",
        "begin",
        "start",
        "end",
        "last",
        "be",
        "have",
        "reach",
        "break",
        "strike",
        "land",
        "win",
        "keep",
        "operate",
        "lift",
        "approve",
        "back",
        "finish",
        "maintain",
        "drop",
        "obtain",
        "secure",
        "achieve",
        "cancel",
        "go",
        "quit",
        "abandon",
        "fail",
        "bring",
        "apply",
        "arrange",
        "embrace",
        "dump",
    }
)
SAFE_IT = frozenset(
    {
        "break",
        "violate",
        "breach",
        "accept",
        "reject",
        "sign",
        "extend",
        "turn",
        "expire",
        "lapse",
        "collapse",
        "honour",
        "honor",
        "respect",
        "observe",
        "ignore",
        "endorse",
        "prolong",
        "renew",
        "abide",
    }
)
# What happens to a proposal: announced, it is proposed; accepted, agreed; it can neither hold nor collapse.
PLAN_STAGES: dict[CeasefireStage, CeasefireStage] = {
    "announced": "proposed", "sought": "proposed", "proposed": "proposed", "agreed": "agreed", "rejected": "rejected",
}  # fmt: skip
# A peace accord is not only a truce: what is told of it is told of the truce when it breaks.
PEACE_STAGES = frozenset({"violated", "ended", "collapsed", "not_observed"})
BETWEEN = frozenset({"DET", "ADJ", "NUM", "PROPN", "PRON", "ADV", "PUNCT", "SYM", "PART"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"})
Told = tuple[Verdict, Token, str]


def stages_of(mention: TruceMention) -> Iterator[Told]:
    """Each stage with the word that tells it and the rule."""
    if is_not_there(mention.head) or is_not_there(mention.word):
        return
    for relation, word, preposition in relations(mention.head):
        told = in_noun(word, mention) if relation == "noun" else in_verb(word, relation, preposition, mention)
        if told is not None and fits(told, mention):
            yield told
    if mention.form == "truce":
        yield from despite(mention)


def stages_by_order(mention: TruceMention) -> Iterator[Told]:
    """By the order of words alone, where the parse shows nothing: headlines, inserted phrases."""
    if mention.form != "truce" or is_not_there(mention.head) or is_not_there(mention.word):
        return
    told = told_behind(mention) or told_before(mention)
    if told is not None:
        yield told


def told_behind(mention: TruceMention) -> Told | None:
    """ "the truce was, by and large, respected", "the truce lies in ruins"."""
    been = False
    doc = mention.head.doc
    for word in clause_words(doc, mention.head.i + 1, 9):
        if word.lower_ in word_set("unsure"):
            return None
        been = been or word.lemma_ == "be"
        stage = surface_stage(word, "done" if been else "does")
        if stage is not None:
            return Verdict(stage, word), word, f"order-{stage}"
    return None


def clause_words(doc: Doc, start: int, most: int) -> Iterator[Token]:
    for word in words_after(doc, start, most):
        if word.text in {".", ";", ":", "?", "!"} or word.is_sent_start:
            return
        yield word


def surface_stage(word: Token, side: str) -> CeasefireStage | None:
    if (side == "done" and word.tag_ not in {"VBN", "VBD", "JJ"}) or word.tag_ in {"NN", "VBG"}:
        return None
    after = {form for near in words_after(word.doc, word.i + 1, 3) for form in (near.lower_, near.lemma_.lower())}
    for lemma in bases(word):
        for line in stage_verbs(side).get(lemma, []):
            if all(need & after for need in line.needs) and (line.needs or lemma not in TOO_COMMON):
                return line.stage
    return None


def bases(word: Token) -> tuple[str, ...]:
    """What a form may come from; the parser takes headline verbs for nouns ("lies", "holds", "respected")."""
    form = word.lower_
    if word.pos_ == "VERB":
        return (word.lemma_.lower(),)
    return tuple(form.removesuffix(ending) for ending in ("s", "es", "ed", "d", "") if form.endswith(ending))


def told_before(mention: TruceMention) -> Told | None:
    """ "Rebels in Casamance declare ceasefire": the verb stands before, with nothing but modifiers between."""
    doc = mention.word.doc
    for word in reversed(words_before(doc, mention.word.i, 6)):
        stage = surface_stage(word, "done") if word.tag_ in FINITE and word.dep_ != "amod" else None
        if word.lower_ in word_set("unsure") or word.text in {".", ";", ":", ","}:
            return None
        if stage is not None:
            verdict = settled(word, stage)
            return (verdict, word, f"order-{verdict.stage}") if verdict is not None else None
        if word.pos_ not in BETWEEN and word.dep_ not in {"compound", "amod", "npadvmod"}:
            return None
    return None


def is_not_there(noun: Token) -> bool:
    """ "no truce", "without a ceasefire"."""
    return any(child.lower_ in {"no", "any"} and child.dep_ in {"det", "neg"} for child in noun.children) or (
        noun.dep_ == "pobj" and noun.head.lower_ == "without"
    )


def fits(told: Told, mention: TruceMention) -> bool:
    verdict, word, _ = told
    if mention.form == "truce":
        return True
    if mention.form == "peace":
        return verdict.stage in PEACE_STAGES
    if mention.word.lower_ == "it":
        return word.lemma_.lower() in SAFE_IT
    return verdict.stage in STAND_IN_STAGES | {"proposed"} and (
        mention.form == "plan" or word.lemma_.lower() not in TOO_COMMON
    )


def in_verb(verb: Token, side: str, preposition: Token | None, mention: TruceMention) -> Told | None:
    stage = stage_by_complement(verb, side) or stage_in_verb(verb, side, preposition)
    if stage is None:
        return None
    if mention.form == "plan":
        stage = PLAN_STAGES.get(stage)
        if stage is None:
            return None
    if stage == "not_observed" and side == "does" and not has_little(verb):
        return None
    verdict = settled(verb, stage) if stage != "not_observed" or side == "done" else Verdict(stage, verb)
    return (verdict, verb, f"{side}-{verdict.stage}") if verdict is not None else None


def stage_in_verb(verb: Token, side: str, preposition: Token | None) -> CeasefireStage | None:
    lines = stage_verbs(side).get(verb.lemma_.lower(), [])
    if not lines:
        return None
    beside = words_beside(verb)
    for line in lines:
        if all(need & beside for need in line.needs) and (
            preposition is None or preposition.lower_ in LOOSE or any(preposition.lower_ in need for need in line.needs)
        ):
            return line.stage
    return None


def stage_by_complement(verb: Token, side: str) -> CeasefireStage | None:
    """ "declared the truce over", "the truce was over"."""
    over = any(
        child.lower_ in {"over", "void", "dead", "finished"}
        and child.dep_ in {"advmod", "acomp", "oprd", "prt", "prep"}
        for child in verb.children
    )
    return "ended" if over and verb.lemma_.lower() in {"declare", "be", "pronounce", "consider", "say"} else None


def has_little(verb: Token) -> bool:
    """ "had next to no impact", "made little difference"."""
    near = {token.lower_ for token in verb.subtree if abs(token.i - verb.i) < 7}
    return bool(near & word_set("little")) or is_denied(verb) or verb.lemma_ == "exist"


def in_noun(noun: Token, mention: TruceMention) -> Told | None:
    """ "violations of the truce", "calls for a truce", "the collapse of the truce"."""
    stage = stage_nouns().get(noun.lemma_.lower())
    if stage is None or is_not_there(noun):
        return None
    verb = clause_head(noun)
    if stage in {"sought", "proposed", "extended"}:
        stage = stage_under_verb(stage, noun)
    if is_condition(verb) or stage is None:
        return None
    return Verdict(stage, noun, accused_of(noun, stage)), noun, f"noun-{stage}"


def stage_under_verb(stage: CeasefireStage, noun: Token) -> CeasefireStage | None:
    """ "rejected calls for a truce", "accepted an offer of a truce", "asked for an extension"."""
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "pobj"} and governor.pos_ == "VERB":
        if has_lemma(governor, "refusing"):
            return "rejected"
        if has_lemma(governor, "accepting") and stage != "sought":
            return "extended" if stage == "extended" else "agreed"
        if has_lemma(governor, "wanting"):
            return "sought" if stage == "extended" else stage
        if is_denied(governor):
            return None
    return stage


def accused_of(noun: Token, stage: CeasefireStage) -> tuple[Token, ...]:
    """ "accused Israel of violations", "violations by separatists"."""
    if stage != "violated":
        return ()
    found = [obj for child in noun.children if child.lower_ == "by" for obj in child.children if obj.dep_ == "pobj"]
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if has_lemma(verb, "accusing"):
        found += [child for child in verb.children if child.dep_ == "dobj"]
    return tuple(found)


def despite(mention: TruceMention) -> Iterator[Told]:
    """ "shelling went on despite the truce"."""
    head = mention.head
    if head.dep_ != "pobj" or head.head.lower_ not in {"despite", "notwithstanding", "defiance"}:
        return
    verb = clause_head(head.head)
    doers = subjects(verb)
    fights = has_lemma(verb, "violence") or any(has_lemma(doer, "fighting") for doer in doers)
    if fights and not is_denied(verb) and not is_passive(verb):
        yield Verdict("not_observed", verb), verb, "despite-truce"
