"""Which figures take the harm of one before: parts of a toll, ellipses, figures that a side concedes."""

from itertools import pairwise, takewhile

from truceline.knowledge.files import words
from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.figures import at_least_passed
from truceline.understand.finders.casualty_parts.harm_words import any_word, harm_of_subject, word_set
from truceline.understand.finders.casualty_parts.people import is_person, status_of, subgroups_of
from truceline.understand.grammar import subjects, words_after, words_before
from truceline.understand.marked_sentence import MarkedSentence
from truceline.understand.tokens import Token


def inherited(
    mark: NumberMark, unit: Token, noun: Token | None, before: Counted | None, sentence: MarkedSentence
) -> Counted | None:
    """ "including two children", "eight of them children", "six in Haris", "12 women among them"."""
    if before is None and is_part_of_them(unit):
        return of_those_told(mark, unit)
    if before is None or unit.i - before.unit.i > 22:
        return None
    return beside_them(mark, unit, noun, before) or of_them(mark, unit, noun, before, sentence)


def lost_by_another(mark: NumberMark, unit: Token, before: Counted) -> Counted | None:
    """ "The rebels had lost 60 men and the army four": the figure stands behind the side that lost them."""
    side = unit.head if unit.dep_ == "nummod" else unit.nbor(-1)
    if before.teller.low_lemma != "lose" or side.i != unit.i - 1 or not is_side(side):
        return None
    opens = side.left_edge if side.dep_ != "compound" else side.nbor(-1)
    if opens.lower_ not in {"the", "its", "his", "their"} or opens.nbor(-1).lower_ not in {"and", ",", "while"}:
        return None
    if (after := words_after(unit.doc, unit.i + 1, 1)) and not after[0].is_punct and after[0].lower_ != "in":
        return None
    return Counted(mark, unit, side, before.harm, before.teller, "lost-by-another", True)


def is_side(noun: Token) -> bool:
    return noun.low_lemma in word_set("forces") | {"side", "police", "militia"} or is_person(noun)


def beside_them(mark: NumberMark, unit: Token, noun: Token | None, before: Counted) -> Counted | None:
    """More of them, the total with them, a part of them, those whom a colon lists."""
    if noun is not None and is_person(noun) and stands_with_them(unit):
        return Counted(mark, unit, noun, before.harm, before.teller, "along-with-those-before", True)
    if noun is None and is_raised_total(mark, unit):
        total = at_least_passed(mark, unit)
        return Counted(total, unit, None, before.harm, before.teller, "total-of-those-before", True)
    if before.harm in {"captured", "missing"} and unit.head.low_lemma in word_set("releasing"):
        return None  # "kidnapped four and released three of them"
    if is_part_of_them(unit) or (before.harm == "injured" and is_badly_hurt_part(unit)):
        noun = noun if noun is not None and is_person(noun) else part_noun(unit)
        return Counted(mark, unit, noun, before.harm, before.teller, "part-of-those-before", True)
    if noun is None and before.harm == "displaced" and is_included_from(unit):
        return Counted(mark, unit, None, before.harm, before.teller, "part-of-those-before", True)
    if noun is not None and is_broken_down(before, unit):
        return Counted(mark, unit, noun, before.harm, before.teller, "parts-behind-colon", True)
    return None


def of_them(
    mark: NumberMark, unit: Token, noun: Token | None, before: Counted, sentence: MarkedSentence
) -> Counted | None:
    between = sentence.span.doc[before.unit.i : min(unit.i + 6, sentence.span.end)].text
    if noun is not None and noun.low_lemma in {"family", "household"} and noun.dep_ == "pobj":
        return None  # "four children from one family"
    if noun is None and is_behind_of_whom(unit):
        noun = next((child for child in unit.head.children if child.dep_ == "attr"), None)
        return Counted(mark, unit, noun, before.harm, before.teller, "part-of-those-before", True)
    part = (
        noun is not None and is_telling_part(mark, noun) and any_word("of_those_before", r"\b").search(between.lower())
    )
    more = (
        noun is None
        and unit.dep_ in {"conj", "appos", "dep", "nsubj", "dobj", "ROOT", "npadvmod", "nummod"}
        and followed_by_place(unit)
    )
    alike = before.rule != "harm-noun"  # "44 corpses and 273 patients"
    within = before.unit in list(unit.ancestors) and unit.dep_ != "attr"  # "a man who was a student"
    joined = noun is not None and is_person(noun) and within and alike
    if not (part or more or joined):
        return None
    return Counted(mark, unit, noun, before.harm, before.teller, "part-of-those-before" if part else "ellipsis", True)


def stands_with_them(unit: Token) -> bool:
    """ "63 of its soldiers have died, along with three civilians"."""
    before = " ".join(word.lower_ for word in words_before(unit.doc, unit.left_edge.i, 3))
    return before.endswith(words("casualties")["along_with"])


def is_raised_total(mark: NumberMark, unit: Token) -> bool:
    """ "114 dead in a day, lifting the overall count past 26,900"; "others put the number at more than 20,000"."""
    if is_revised(unit):
        return True
    before = [word for word in words_before(unit.doc, unit.i, 7) if word.idx < mark.start]
    totals = [word.i for word in before if word.low_lemma in word_set("tolls")]
    steps = [word.i for word in before[-2:] if word.lower_ in {"to", "past", "above", "beyond", "at"}]
    return bool(totals and steps) and totals[-1] < steps[-1] and not any(word.like_num for word in before)


def is_revised(unit: Token) -> bool:
    """ "22 were killed (later revised to 24)", "reports of 73 dead were revised upwards to 76"."""
    step = unit.head
    verb = step.head
    if unit.dep_ != "pobj" or step.lower_ != "to" or verb.low_lemma not in word_set("revising") or verb.tag_ != "VBN":
        return False
    return all(one.low_lemma in word_set("tolls") | {"report", "it"} for one in subjects(verb))


def conceded(mark: NumberMark, unit: Token, noun: Token | None, before: Counted | None) -> Counted | None:
    """ "the rebels acknowledge four", "the minister gave a lower figure of 773": of those spoken of before."""
    if (
        before is None
        or before.harm not in {"killed", "injured", "displaced", "casualties"}
        or mark.text.lower() in {"a", "an", "one"}
    ):
        return None
    of_its_own = noun is not None and noun.lower_ == "own"
    figure = unit.dep_ == "pobj" and unit.head.lower_ == "of" and unit.head.head.lower_ in {"figure", "count", "toll"}
    figure = figure or (unit.dep_ == "pobj" and unit.head.lower_ == "of" and unit.head.head.lemma_ in {"speak", "talk"})
    owned = unit.dep_ == "dobj" and unit.head.low_lemma in word_set("conceding")
    owned = owned or (
        unit.dep_ == "pobj" and unit.head.lower_ == "to" and unit.head.head.lemma_ in word_set("owning_up")
    )
    if (noun is not None and not of_its_own) or not (figure or owned or (of_its_own and unit.dep_ == "dobj")):
        return None
    return Counted(mark, unit, None, before.harm, unit.head, "figure-of-those-before", inherited=True)


def of_those_told(mark: NumberMark, unit: Token) -> Counted | None:
    """ "All who died were civilians, and twelve of them were women": the harm stands before, without a figure."""
    for word in reversed(words_before(unit.doc, unit.i, 18)):
        if word.is_sent_start or word.pos_ != "VERB":
            continue
        harm = harm_of_subject(word)
        if harm is not None and word.dep_ == "relcl":
            return Counted(mark, unit, part_noun(unit), harm, word, "part-of-those-before", True)
    return None


def is_part_of_them(unit: Token) -> bool:
    """ "nine of them", "six of whom", "a captain among them"; not "all but two of them"."""
    if any(word.lower_ == "but" for word in words_before(unit.doc, unit.i, 1)):
        return False
    after = words_after(unit.doc, unit.i + 1, 2)
    if len(after) == 2 and after[0].lower_ == "among" and after[1].lower_ == "them":
        return True
    return len(after) == 2 and after[0].lower_ == "of" and after[1].lower_ in {"them", "whom", "those"}


def is_badly_hurt_part(unit: Token) -> bool:
    """ "Seven were injured, including three seriously", "..., including two in critical condition"."""
    before = [word.lower_ for word in words_before(unit.doc, unit.left_edge.i, 1)]
    after = [word.lower_ for word in words_after(unit.doc, unit.i + 1, 4)]
    grave = word_set("gravely")
    return before == ["including"] and (
        after[:1] in ([word] for word in grave) or (after[:1] == ["in"] and not grave.isdisjoint(after))
    )


def is_included_from(unit: Token) -> bool:
    """ "230,000 have been uprooted, including 178,000 from Minova"."""
    after = [word.lower_ for word in words_after(unit.doc, unit.i + 1, 1)]
    before = [word.lower_ for word in words_before(unit.doc, unit.left_edge.i, 3)]
    return "including" in before and after[:1] in (["from"], ["in"])


def is_behind_of_whom(unit: Token) -> bool:
    """ "1,338, of whom 509 are children"; not "of whom five were released"."""
    whom = [word.lower_ for word in words_before(unit.doc, unit.i, 5)]
    pairs = {("of", "whom"), ("of", "which"), ("of", "them"), ("of", "these"), ("of", "those")}
    near = any(pair in pairs for pair in pairwise(whom))
    return near and unit.head.lemma_ == "be"


def is_telling_part(mark: NumberMark, noun: Token) -> bool:
    """Groups of victims; of single ones only a child."""
    if mark.text.lower() in {"a", "an"}:
        return subgroups_of(noun) == ("children",)
    return bool(subgroups_of(noun)) or status_of(noun) != "unknown"


def is_broken_down(before: Counted, unit: Token) -> bool:
    """ "Eleven were killed: seven Houthis and four soldiers"."""
    words = list(unit.doc[before.teller.i + 1 : unit.i])
    colon = next((word.i for word in words if word.text in {":", "–", "—"}), None)
    behind: list[Token] = list(unit.doc[colon : unit.right_edge.i + 1]) if colon is not None else []
    return colon is not None and not any(word.pos_ in {"VERB", "AUX"} and word.tag_ != "VBN" for word in behind)


def part_noun(unit: Token) -> Token | None:
    """ "nine of them children", "twelve of them were women"; not "three of them badly, police said"."""
    near = takewhile(lambda word: not word.is_punct, words_after(unit.doc, unit.i + 3, 3))
    return next((word for word in near if subgroups_of(word) or (word.pos_ == "NOUN" and is_person(word))), None)


def followed_by_place(unit: Token) -> bool:
    """Or by the day: "another six on Saturday"."""
    after = unit.doc[unit.i + 1 : unit.i + 3]
    if after[:1].text.lower() == "on" and any(
        word.low_lemma == "side" for word in words_after(unit.doc, unit.i + 2, 3)
    ):
        return True  # "two on the Indian side and five on the Pakistani side"
    placed = any(token.lower_ in {"in", "at", "near", "more", "others", "elsewhere"} for token in after)
    return placed or (after[:1].text.lower() == "on" and after[-1].ent_type_ == "DATE")
