"""Words that stand for a truce: the word itself, a pause in the fighting, a truce deal, or "it" after one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from truceline.understand.finders.ceasefire_parts.truce_words import has_lemma, stage_nouns, word_set
from truceline.understand.grammar import prepositional_objects, words_after
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Span, Token

Form = Literal["truce", "plan", "peace", "stand_in", "just_named", "another"]
LAST_SENTENCE = 60  # tokens
STEM = 5  # letters that "propose" and "proposal" share


@dataclass(frozen=True, slots=True)
class TruceMention:
    """``word`` is the truce word; ``head`` the noun that stands in the clause for it ("deal" in "a truce deal")."""

    word: Token
    head: Token
    form: Form


def truce_mentions(
    sentence: Span, marked: MarkedReport, spoken_of: bool, *, just_named: bool = False
) -> Iterator[TruceMention]:
    """In text order. ``spoken_of``: a truce was named shortly before, so that "it" may stand for one;
    ``just_named``: in the sentence before.
    """
    if mention_words().isdisjoint(sentence.forms) or is_elsewhere(sentence):
        return
    named = spoken_of
    for token in sentence:
        if is_truce_word(token, marked):
            mention = mention_of(token)
            if mention is not None:
                named = just_named = True
                yield mention
        elif is_peace_accord(token):
            yield TruceMention(token, token, "peace")
        elif just_named and is_another(token):
            yield TruceMention(token, token, "another")
        elif named and is_stand_in(token) and not (is_of_other_matter(token, marked) or is_on_other_theme(token)):
            it = just_named and token.lower_ == "it"
            yield TruceMention(
                token, token, "plan" if has_lemma(token, "plans") else "just_named" if it else "stand_in"
            )


def is_elsewhere(sentence: Span) -> bool:
    """A truce in trade, sport or shops."""
    near = word_set("elsewhere_near")
    return bool(sentence.forms & near) and any(token.lower_ in near for token in sentence)


@lru_cache(maxsize=1)
def truce_starts() -> frozenset[str]:
    """A word that is none of these is no truce."""
    return (
        word_set("truces")
        | word_set("stops")
        | word_set("bare_stops")
        | word_set("parts_of_truces")
        | word_set("quiet_spans")
    )


@lru_cache(maxsize=1)
def mention_words() -> frozenset[str]:
    """Without one of these a sentence mentions no truce."""
    return truce_starts() | word_set("papers") | word_set("stand_ins") | word_set("others") | word_set("ordinals")


def is_truce_word(token: Token, marked: MarkedReport) -> bool:
    if token.low_lemma not in truce_starts() and token.lower_ not in truce_starts():
        return False
    if token.pos_ == "VERB" and token.lower_ not in word_set("truces"):
        return False
    if token.low_lemma in word_set("truces") or is_parted_ceasefire(token):
        other = any(child.lower_ in word_set("elsewhere") and child.dep_ != "poss" for child in token.children)
        return not other and not is_in_quarrel(token)
    if token.low_lemma in word_set("quiet_spans"):
        return is_quiet_span(token)
    if token.low_lemma == "regime":
        return is_quiet_regime(token)
    return (has_lemma(token, "stops") and is_pause(token)) or is_bare_pause(token, marked)


def is_in_quarrel(token: Token) -> bool:
    """ "A truce in their row over tax"."""
    over = [*prepositional_objects(token, "in", "over"), *prepositional_objects(token.head, "in", "over")]
    return any(has_lemma(one, "quarrels") for one in over)


def is_quiet_span(token: Token) -> bool:
    """ "a week of quiet", "four days without bombing"."""
    for step in token.children:
        for thing in step.children if step.i > token.i and step.lower_ in {"of", "without"} else ():
            quiet = step.lower_ == "of" and thing.lower_ in {"quiet", "calm", "silence"}
            fights = has_lemma(thing, "fighting") or thing.low_lemma in {"gun", "weapon"}
            if quiet or (step.lower_ == "without" and fights):
                return True
    return False


def is_quiet_regime(token: Token) -> bool:
    """ "The silence regime", "a regime of quiet": what Moscow, Baku and Kyiv call a truce."""
    quiet = [child for child in token.children if child.dep_ in {"compound", "amod"}]
    of = words_after(token.doc, token.i + 1, 2)
    quiet += of[1:] if of and of[0].lower_ == "of" else []
    return any(has_lemma(one, "quiets") for one in quiet)


def is_another(token: Token) -> bool:
    """After a truce was named: "another", "the first", "those", "two earlier ones" as what does or bears something."""
    if token.dep_ not in {"nsubj", "nsubjpass"} or not (has_lemma(token, "others") or has_lemma(token, "ordinals")):
        return False
    if any(child.tag_ == "WP" for clause in token.children if clause.dep_ == "relcl" for child in clause.children):
        return False  # "those who broke it"
    marks = {child.lower_ for child in token.lefts}
    if token.lower_ in {"one", "ones"}:
        return bool(marks - {"no", "every", "each", "any"})
    if token.lower_ in {"another", "those", "these"}:
        return not marks
    return bool(marks & {"the", "a", "this"})


def is_parted_ceasefire(token: Token) -> bool:
    """ "cease-fire", "cease fire" as a noun: the parser splits it."""
    if token.lower_ not in {"fire", "fires", "firing"} or token.i == 0:
        return False
    before = token.doc[token.i - 1]
    if before.text in {"-", "‑", "–"} and token.i > 1:
        return token.doc[token.i - 2].lower_ == "cease"
    return before.lower_ == "cease" and before.dep_ in {"compound", "amod", "nmod"} and before.head == token


def is_pause(token: Token) -> bool:
    """ "a cessation of hostilities", "a halt to the fighting"."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return False
    loose = has_lemma(token, "loose_stops")
    if loose and any(child.lower_ in {"dead", "political", "this"} for child in token.children):
        return False
    stopped = word_set("loose_fighting" if loose else "fighting")
    return any(part.low_lemma in stopped or part.lower_ in stopped for part in what_stops(token))


def what_stops(token: Token) -> Iterator[Token]:
    """ "halt to all air strikes", "strikes halt": by the order of words, since "to fire" is often read as a verb."""
    yield from (child for child in token.children if child.dep_ == "compound")
    after = [word for word in words_after(token.doc, token.i + 1, 7) if not is_dash(word)]
    if not after or after[0].lower_ not in {"of", "in", "to", "on"}:
        return
    for word in after[1:6]:
        again = has_lemma(word, "stops") and word.lower_ not in word_set("stops_in_passing")
        if word.is_punct or word.pos_ in {"AUX", "SCONJ"} or again or word.lower_ in {"after", "for", "at", "by"}:
            return
        yield word


def is_dash(token: Token) -> bool:
    return token.text in {"-", "‑", "–", '"', "“", "”"}


def is_bare_pause(token: Token, marked: MarkedReport) -> bool:
    """ "a humanitarian pause", "the five-day lull"."""
    if not (has_lemma(token, "bare_stops") or token.lemma_ == "halt") or token.pos_ != "NOUN":
        return False
    if any(child.lower_ in word_set("bare_marks") for child in token.children) or is_pause_in_war(token):
        return True
    if token.lemma_ == "cessation":
        return [word.lower_ for word in words_after(token.doc, token.i + 1, 1)] != ["of"]
    if token.lemma_ == "calm":
        return is_calm_of_truce(token)
    if token.lemma_ == "lull":
        return not any(has_lemma(thing, "other_lulls") for thing in token.subtree)
    return token.lemma_ in word_set("settled_pauses") and is_settled_pause(token, marked)


def is_calm_of_truce(token: Token) -> bool:
    """ "The calm was broken", "a regime of calm", "the calm held"."""
    if token.dep_ == "nsubjpass" and has_lemma(token.head, "calm_broken"):
        return True
    return token.dep_ == "nsubj" and has_lemma(token.head, "calm_does")


def is_settled_pause(token: Token, marked: MarkedReport) -> bool:
    consented = token.dep_ == "pobj" and has_lemma(token.head.head, "agreeing")
    return consented or lasts_a_while(token, marked) or is_between_sides(token, marked)


def is_pause_in_war(token: Token) -> bool:
    """ "A fresh pause", "a pause to collect the wounded", in a report that speaks of fighting."""
    if token.lemma_ not in {"pause", "lull", "halt"} or not any(
        word.lower_ in word_set("told_with_pauses") for word in token.doc
    ):
        return False
    marks = {child.lower_ for child in token.subtree if child.i < token.i}
    aims = [child for child in token.children if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB"]
    return bool(marks & word_set("loose_marks")) or any(has_lemma(aim, "pausing_for") for aim in aims)


def lasts_a_while(token: Token, marked: MarkedReport) -> bool:
    """ "a five-day pause", "a pause of 24 hours"."""
    words = [*token.lefts, *(thing for step in token.rights if step.lower_ == "of" for thing in step.subtree)]
    marks = (marked.date_mark_of(word) for word in words)
    return any(mark is not None and mark.timex_type == "DURATION" for mark in marks)


def is_between_sides(token: Token, marked: MarkedReport) -> bool:
    """ "Israel and Hamas extended the pause": two sides in one sentence, and no word of what else pauses."""
    start, end = token.sent.start_char, token.sent.end_char
    sides = {
        (mark.entity_name or mark.text).casefold()
        for mark in marked.actors
        if start <= mark.start < end and mark.kind in {"state", "government", "armed_force", "non_state"}
    }
    return len(sides) >= 2 and token.dep_ == "dobj" and not any(child.dep_ == "prep" for child in token.children)


def mention_of(word: Token) -> TruceMention | None:
    """The mention whose truce word is ``word``; null for "ceasefire line" and its like."""
    head = word
    while (
        head.dep_ in {"compound", "amod", "nmod", "poss", "npadvmod"}
        and head.head.pos_ in {"NOUN", "PROPN"}
        and head.head.i > head.i
    ):
        if not follows_closely(head, head.head):
            break
        head = head.head
    if head == word and is_before_other_noun(word):
        return None
    if head != word and has_lemma(head, "rules_of_truces"):
        return TruceMention(word, head, "peace")
    if head != word and not stands_for_truce(head):
        told = head.low_lemma in stage_nouns() or is_headline_verb(head)
        return TruceMention(word, word, "truce") if told else None
    if head == word:
        head = paper_behind(word) or series_of(word) or paper_above(word)
    return TruceMention(word, head, "plan" if has_lemma(head, "plans") else "truce")


def is_headline_verb(noun: Token) -> bool:
    """ "as truce frays": the parser takes the verb for a noun."""
    return (
        noun.tag_ in {"NNS", "NN"}
        and noun.lower_.endswith("s")
        and noun.lower_.removesuffix("s") in word_set("faltering")
    )


def follows_closely(word: Token, noun: Token) -> bool:
    return noun.i - word.i <= 4


def stands_for_truce(noun: Token) -> bool:
    read_as_noun = noun.tag_ == "NN" and noun.lower_.endswith("ed")  # "the cease-fire decreed on 21 March"
    return read_as_noun or any(has_lemma(noun, name) for name in ("papers", "plans", "bare_stops"))


def is_before_other_noun(word: Token) -> bool:
    """The parser missed the compound: "the ceasefire line"."""
    (after,) = words_after(word.doc, word.i + 1, 1) or (None,)
    return after is not None and after.lower_ in word_set("no_truce_before") and after.pos_ in {"NOUN", "PROPN"}


def paper_behind(word: Token) -> Token | None:
    """ "a cessation-of-hostilities accord": the paper follows the hyphens."""
    if word.i + 2 >= len(word.doc) or not (is_dash(word.doc[word.i + 1]) and word.doc[word.i + 2].lower_ == "of"):
        return None
    return next((after for after in words_after(word.doc, word.i + 3, 3) if has_lemma(after, "papers")), None)


def series_of(word: Token) -> Token | None:
    """ "Agreed to a series of daily humanitarian pauses"."""
    above = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else None
    return above if above is not None and has_lemma(above, "series") else None


def paper_above(word: Token) -> Token:
    """ "an agreement on a ceasefire", "a proposal for a truce": the paper stands in the clause."""
    preposition = word.head
    if word.dep_ == "pobj" and preposition.lower_ in word_set("between_paper_and_truce"):
        paper = preposition.head
        if (has_lemma(paper, "papers") and paper.pos_ == "NOUN") or has_lemma(paper, "plans"):
            return paper
    return word


def is_peace_accord(token: Token) -> bool:
    """ "its 1992 peace accord": when broken or torn up, so is the truce in it."""
    return has_lemma(token, "papers") and any(
        child.lower_ == "peace" and child.dep_ in {"compound", "amod"} for child in token.children
    )


def is_stand_in(token: Token) -> bool:
    if not has_lemma(token, "stand_ins") or token.pos_ not in {"NOUN", "PRON", "NUM"}:
        return False
    if token.lower_ == "it":
        return token.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj"}
    if token.lower_ == "one" or token.dep_ in {"compound", "npadvmod"}:
        return False
    earlier = token.pos_ == "NOUN" and has_lemma(token, "deals")
    known = any(
        child.lower_ in {"the", "this", "that", "its", "their", "such"}
        or is_of_a_day(child)
        or (earlier and child.lower_ in word_set("of_earlier"))
        for child in token.children
    )
    return known and not any(child.dep_ == "compound" for child in token.children)


def is_of_other_matter(token: Token, marked: MarkedReport) -> bool:
    """ "Has offered to open talks. The ministry turned down the offer": the offer told before is of no truce."""
    if not has_lemma(token, "plans"):
        return False
    before = reversed(token.doc.tokens[max(0, token.sent.start - LAST_SENTENCE) : token.sent.start])
    first = next((word for word in before if word.base[:STEM] == token.base[:STEM]), None)
    return first is not None and not any(is_truce_word(word, marked) for word in first.sent)


def is_on_other_theme(paper: Token) -> bool:
    """ "The agreement reached in Geneva on an action plan for the withdrawal of mercenaries"."""
    if paper.pos_ != "NOUN" or not has_lemma(paper, "papers"):
        return False
    behind = [word for word in paper.subtree if word.i > paper.i and word.lower_ in {"on", "about"}]
    themes = [thing for step in behind for thing in step.children if thing.dep_ == "pobj" and thing.pos_ == "NOUN"]
    return any(not thing.ent_type_ and not is_of_war(thing) for thing in themes)


def is_of_war(theme: Token) -> bool:
    return any(
        has_lemma(word, "truces")
        or has_lemma(word, "stops")
        or has_lemma(word, "fighting")
        or has_lemma(word, "warring")
        for word in theme.subtree
    )


def is_of_a_day(child: Token) -> bool:
    """ "Last Saturday's deal"."""
    return child.dep_ == "poss" and child.ent_type_ == "DATE"
