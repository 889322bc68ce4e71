"""French: that none was harmed, and figures that are kept back or not known."""

import re
from collections.abc import Iterator

from truceline.model.actor import Actor
from truceline.model.claims import CasualtiesFields
from truceline.model.claims.casualties import Harm, PersonStatus
from truceline.model.missing import Missing
from truceline.understand.finding import Finding
from truceline.understand.languages.fr.grammar import is_negated, subjects
from truceline.understand.languages.fr.harm import by_harm
from truceline.understand.languages.fr.lists import word_set
from truceline.understand.languages.fr.people import is_person, status_of, subgroups_of
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Span, Token

NONE = frozenset({"aucun", "aucune", "ni", "nul", "nulle"})
OWNED = "(?:le |les |de |du |ses |leurs |leur |son |aucun )?"
FIGURE = re.compile(rf"\b{OWNED}(?:nombre (?:exact )?d(?:e |es |')(?:ses |leurs )?\w+|bilan|décompte|pertes)\b")
DENYING = (["pas", "de"], ["pas", "fait"], ["sans", "faire"])
BEHIND = (["eu", "de"], ["faire", "de"], ["fait", "de"])


def none_harmed(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Finding]:
    """ "aucune victime", "pas de blessés", "ni mort ni blessé", "aucun soldat n'a été tué"."""
    for token in sentence.span:
        harm = denied_harm(token, sentence.span)
        if harm is not None:
            status: PersonStatus = status_of(token) if is_person(token) else "unknown"
            fields = CasualtiesFields(
                harm=harm, value=0, low=0, high=0, measure="incident", person_status=status,
                subgroup=subgroups_of(token), scope="the present fighting",
            )  # fmt: skip
            first = token.nbor(-1)
            yield Finding(fields, first.idx, token.idx + len(token), token.idx, "none-harmed", factuality="CT+")


def denied_harm(token: Token, sentence: Span) -> Harm | None:
    if token.i == sentence.start:
        return None
    before = [one.lower_ for one in token.doc.tokens[max(sentence.start, token.i - 3) : token.i]]
    harm = by_harm("nouns").get(token.lower_)
    if harm is not None and token.pos_ != "AUX":
        without = before[0] in {"pas", "sans"} and before[1:] in BEHIND
        return harm if before[-1] in NONE or before[-2:] in DENYING or without else None
    return harm_of_none(token) if before[-1] in NONE and is_person(token) else None


def harm_of_none(noun: Token) -> Harm | None:
    """ "Aucun soldat n'a été tué"."""
    verb = next((one for one in noun.doc.tokens[noun.i + 1 : noun.i + 7] if one.pos_ == "VERB"), None)
    return (
        by_harm("acting").get(verb.low_lemma) or by_harm("suffering").get(verb.low_lemma) if verb is not None else None
    )


def withheld(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Finding]:
    """ "n'a pas communiqué de bilan", "refuse de divulguer ses pertes", "le nombre de morts n'était pas connu"."""
    text = sentence.span.text.lower().replace("’", "'")
    match = FIGURE.search(text)
    if match is None:
        return
    reason = reason_of(text, sentence.span)
    span = marked.doc.char_span(sentence.start + match.start(), sentence.start + match.end(), "expand")
    if reason is None or span is None or has_figure(sentence, span):
        return
    holder = holder_of(sentence.span, marked)
    fields = CasualtiesFields(
        harm=harm_of(match[0]), scope="the present fighting", losses_of=holder if own(match[0]) else None,
        losses_basis="inferred" if holder is not None and own(match[0]) else None,
    )  # fmt: skip
    rule = "withheld" if reason == "withheld" else "number-unknown"
    missing: dict[str, Missing] = dict.fromkeys(("value", "low", "high"), reason)
    yield Finding(
        fields, span.start_char, span.end_char, span.start_char, rule, missing, factuality="CT+",
        claimed_by=holder if reason == "withheld" else None,
    )  # fmt: skip


def holder_of(sentence: Span, marked: MarkedReport) -> Actor | None:
    """Whoever acts in the sentence."""
    doers = (marked.actor_of(one) for verb in verbs_of(sentence) for one in subjects(verb))
    return next((actor for actor in doers if actor is not None), None)


def reason_of(text: str, sentence: Span) -> Missing | None:
    if any(phrase in text for phrase in word_set("casualties", "unknown")):
        return "unclear"
    keeping = [verb for verb in verbs_of(sentence) if verb.low_lemma in word_set("casualties", "withheld_verbs")]
    refusing = any(token.low_lemma in word_set("casualties", "refusing") for token in sentence)
    return "withheld" if any(is_negated(verb) or refusing for verb in keeping) else None


def verbs_of(sentence: Span) -> list[Token]:
    return [token for token in sentence if token.pos_ == "VERB"]


def has_figure(sentence: MarkedSentence, span: Span) -> bool:
    """A number right behind: the figure is told after all."""
    return any(0 <= mark.start - span.end_char < 40 for mark in sentence.numbers)


def own(figure: str) -> bool:
    return bool(re.search(r"\b(?:ses|leurs) ", figure))


def harm_of(figure: str) -> Harm:
    named: list[Harm] = [by_harm("nouns")[word] for word in re.findall(r"\w+", figure) if word in by_harm("nouns")]
    return named[0] if named else "casualties"
