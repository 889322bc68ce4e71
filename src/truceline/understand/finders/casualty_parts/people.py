"""What persons a noun counts: civilians or fighters, which subgroup."""

from functools import cache

from truceline.knowledge.files import all_words, words
from truceline.model.claims.casualties import PersonStatus, Subgroup
from truceline.understand.finders.clause_parts.phrases import word_set
from truceline.understand.tokens import Token

SUBGROUPS: tuple[Subgroup, ...] = (
    "children",
    "women",
    "men",
    "elderly",
    "journalists",
    "medics",
    "aid_workers",
    "peacekeepers",
    "police",
    "prisoners",
)
CIVIL_SUBGROUPS = frozenset({"children", "women", "journalists", "medics", "aid_workers", "elderly"})


@cache
def persons(group: str) -> frozenset[str]:
    return frozenset(words("persons").get(group, ()))


def forms(noun: Token) -> set[str]:
    """The noun alone and with the word before it ("aid worker" as aid-worker)."""
    lemma = noun.low_lemma
    if noun.lower_.endswith("men"):
        lemma = f"{noun.lower_[:-3]}man"  # the lemmatizer leaves "servicemen" as it is
    before = [child.lower_ for child in noun.children if child.dep_ in {"compound", "amod"}]
    if noun.tag_ in {"NNPS", "NNP"} and noun.lower_.endswith("s"):
        lemma = noun.lower_[:-1]  # "17 Volunteers", "23 GUERRILLAS": names keep their plural
    return {lemma, noun.lower_, *(f"{word}-{lemma}" for word in before)}


def is_person(noun: Token) -> bool:
    return bool(forms(noun) & all_words("persons"))


def status_of(noun: Token) -> PersonStatus:
    here = forms(noun)
    beside = [child for child in noun.children if child.dep_ in {"amod", "compound", "nmod"}]
    modifiers = {form for child in beside for form in (child.low_lemma, child.lower_)} - {"private"}
    if modifiers & {"civilian", "displaced", "married"} or is_civil_worker(here):
        return "civilian"
    if noun.low_lemma == "man" and (modifiers & {"own"} or any(child.lower_ == "our" for child in noun.children)):
        return "military"
    groups = subgroups_of(noun)
    if groups == ("police",) and not modifiers & {"military", "army"}:
        return "unknown"
    if modifiers & {"military", "security"} or here & persons("military") or modifiers & persons("military"):
        return "military"
    if is_of_force(noun):
        return "military"
    if here & persons("civilian") or not CIVIL_SUBGROUPS.isdisjoint(groups):
        return "civilian"
    return "unknown"


def is_of_force(noun: Token) -> bool:
    """ "Frontier Corps personnel", "men of the Home Guard"; not of a medical corps."""
    if noun.low_lemma not in word_set("casualties", "men_of_a_force"):
        return False
    told = (child for child in noun.children if child.lower_ == "of" or child.dep_ in {"amod", "compound", "nmod"})
    own = {form for child in told for token in child.subtree for form in (token.low_lemma, token.lower_)}
    return bool(own & word_set("casualties", "bodies_of_soldiers")) and not own & word_set("casualties", "peaceful")


def is_civil_worker(here: set[str]) -> bool:
    """ "A Red Cross volunteer", "an aid worker", "a school guard": the word before says more than the noun."""
    groups = CIVIL_SUBGROUPS | {"civilian"}
    return any("-" in form and form in persons(group) for form in here for group in groups)


def status_of_losses(teller: Token) -> PersonStatus:
    """ "military deaths", "army losses", "20 dead among fighters": whom the word for the dead speaks of."""
    inner = [obj for child in teller.children if child.lower_ in {"among", "of"} for obj in child.children]
    near = [child for child in teller.children if child.dep_ in {"amod", "compound", "poss", "nmod"}] + inner
    lemmas = {token.low_lemma for token in near}
    if lemmas & {"civilian"} or any(token.low_lemma in persons("civilian") for token in inner):
        return "civilian"
    if lemmas & (word_set("casualties", "of_soldiers") | persons("military")):
        return "military"
    return "unknown"


def subgroups_of(noun: Token) -> tuple[Subgroup, ...]:
    here = forms(noun)
    found = [group for group in SUBGROUPS if here & persons(group)]
    if "children" in found:
        found = ["children"]
    if not found and is_police_officer(noun):
        found = ["police"]
    return tuple(found[:1])


def is_told_who_he_is(noun: Token) -> bool:
    """ "A man, a farmer, was killed", "a soldier, X, a father of two, fell": one person, told twice."""
    first = noun
    while first.dep_ == "appos" and first.tag_ in {"NN", "NNP"} and "conj" not in first.child_deps:
        first = first.head
    aside = noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text == ","
    if aside and first is not noun and first.lower_ == "one" and "prep" in first.child_deps:
        return True  # "one of them, a policeman, was shot"
    one = first.tag_ == "NN" and first is not noun and "conj" not in first.child_deps
    return one and is_person(first) and first.dep_ != "conj" and "det" in first.child_deps


def is_police_officer(noun: Token) -> bool:
    """ "Attacked a police post, leaving three officers dead": the officers of a sentence that names no army."""
    if noun.low_lemma != "officer" or "police" not in noun.sent.forms:
        return False
    told = any(child.dep_ in {"amod", "compound", "nmod"} for child in noun.lefts)
    return not told and noun.sent.forms.isdisjoint(word_set("casualties", "of_soldiers") | {"soldier"})


def is_further_office(noun: Token) -> bool:
    """ "They murdered X, a priest, teacher and a social worker": one person, whatever he was besides."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "NOUN":
        first = first.head
    return first is not noun and first.dep_ == "appos" and first.head.tag_ == "NNP" and noun.tag_ == "NN"
