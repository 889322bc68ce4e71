"""The stage by the order of words alone, where the parse shows nothing."""

from collections.abc import Iterator

from truceline.model.claims.ceasefires import CeasefireStage
from truceline.understand.finders.ceasefire_parts.governors import Told, Verdict, is_condition, settled
from truceline.understand.finders.ceasefire_parts.idioms import is_only_talked_of
from truceline.understand.finders.ceasefire_parts.mentions import TruceMention
from truceline.understand.finders.ceasefire_parts.stage_of_verb import is_close_call, is_not_there, is_yet_to_expire
from truceline.understand.finders.ceasefire_parts.truce_words import (
    has_lemma,
    stage_verbs,
    word_set,
)
from truceline.understand.grammar import (
    SUBJECTS,
    words_after,
    words_before,
)
from truceline.understand.tokens import Doc, Token

BETWEEN = frozenset({"DET", "ADJ", "NUM", "PROPN", "PRON", "ADV", "PUNCT", "SYM", "PART"})
NONE = frozenset({"none", "neither"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"})


def stages_by_order(mention: TruceMention) -> Iterator[Told]:
    """By the order of words alone, where the parse shows nothing: headlines, inserted phrases."""
    offer = mention.form == "plan" and mention.head != mention.word
    if not (mention.form == "truce" or offer) or is_not_there(mention.head) or is_not_there(mention.word):
        return
    told = (None if offer else told_behind(mention)) or told_before(mention)
    if told is not None and (not offer or told[0].stage in {"agreed", "rejected"}):
        yield told


def told_behind(mention: TruceMention) -> Told | None:
    """ "the truce was, by and large, respected", "the truce lies in ruins"."""
    if is_only_talked_of(mention):
        return None
    been = False
    doc = mention.head.doc
    behind = mention.head.dep_ == "pobj" and mention.head.head.lower_ in {"after", "before", "since"}
    for word in clause_words(doc, mention.head.i + 1, 9):
        if word.lower_ in NONE:
            return None  # "several truces, none of which was respected"
        if behind and word.text == ",":
            return None  # "after the truce, those who had fled returned"
        if word.lower_ in word_set("unsure") or is_yet_to_expire(word) or (word.pos_ == "VERB" and is_condition(word)):
            return None
        if tells_of_others(word, mention) or is_close_call(word):
            return None
        been = been or word.lemma_ == "be"
        stage = surface_stage(word, "done" if been else "does")
        if stage is not None:
            return Verdict(stage, word), word, f"order-{stage}"
    return None


def tells_of_others(verb: Token, mention: TruceMention) -> bool:
    """ "The envoys who came to explore a truce returned": they did, and it only stands in what is said of them."""
    who = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if who is None or verb.pos_ != "VERB":
        return False
    up = [mention.head, *mention.head.ancestors]
    return who in up and any(word.dep_ == "relcl" for word in up[: up.index(who)])


def clause_words(doc: Doc, start: int, most: int) -> Iterator[Token]:
    for word in words_after(doc, start, most):
        if word.text in {".", ";", ":", "?", "!"} or word.is_sent_start:
            return
        yield word


def surface_stage(word: Token, side: str) -> CeasefireStage | None:
    if side != "before" and ((side == "done" and word.tag_ not in {"VBN", "VBD", "JJ"}) or word.tag_ == "NN"):
        return None
    if word.tag_ == "VBG":
        return None
    after = {form for near in words_after(word.doc, word.i + 1, 3) for form in (near.lower_, near.low_lemma)}
    for lemma in bases(word):
        for line in stage_verbs("does" if side == "does" else "done").get(lemma, []):
            if all(need & after for need in line.needs) and (line.needs or lemma not in word_set("too_common")):
                return line.stage
    return None


def bases(word: Token) -> tuple[str, ...]:
    """What a form may come from; the parser takes headline verbs for nouns ("lies", "holds", "respected")."""
    form = word.lower_
    if word.pos_ == "VERB":
        return (word.low_lemma,)
    return tuple(form.removesuffix(ending) for ending in ("s", "es", "ed", "d", "") if form.endswith(ending))


def told_before(mention: TruceMention) -> Told | None:
    """ "Rebels in Casamance declare ceasefire": the verb stands before, with nothing but modifiers between."""
    doc = mention.word.doc
    for word in reversed(words_before(doc, mention.word.i, 6)):
        stage = surface_stage(word, "before") if is_verb_form(word) else None
        if has_lemma(word, "bringing_about") or has_lemma(word, "holding_within"):
            return None
        if word.lower_ in word_set("unsure") or word.text in {".", ";", ":", ","}:
            return None
        if stage is not None:
            verdict = settled(word, stage)
            return (verdict, word, f"order-{verdict.stage}") if verdict is not None else None
        if (
            word.pos_ not in BETWEEN
            and word.dep_ not in {"compound", "amod", "npadvmod", "poss"}
            and word.lower_ != "for"
        ):
            return None
    return None


def is_verb_form(word: Token) -> bool:
    """A finite verb; in a headline also what the parser took for an adjective or noun ("parties prolong ceasefire")."""
    if word.tag_ in FINITE and word.dep_ != "amod":
        return True
    bare = not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in word.sent)
    return bare and word.tag_ in {"JJ", "NN", "NNS", "NNPS"} and word.i > word.sent.start
