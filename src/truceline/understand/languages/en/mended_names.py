"""Names that the English parser tears apart, runs together or takes for something else."""

import spacy.tokens

from truceline.knowledge.files import word_set
from truceline.understand.grammar import SUBJECTS
from truceline.understand.languages.en.mend_questions import is_behind_comma, own_subject
from truceline.understand.languages.en.mends import Mends
from truceline.understand.markers.date_parts.lexicon import coded

PARTS_OF_MONTH = frozenset({"early", "mid", "late"})
mend_names = Mends()


@mend_names.of("conj")
def mend_torn_name(adjective: spacy.tokens.Token) -> None:
    """ "Between the army and the paramilitary Rapid Support Forces took effect": the name belongs to its adjective."""
    if adjective.pos_ != "ADJ" or adjective.i + 1 >= len(adjective.doc):
        return
    article = next((child for child in adjective.lefts if child.dep_ == "det"), None)
    after = adjective.nbor(1)
    name = after.head if after.dep_ == "compound" else after
    parted = name.pos_ == "PROPN" and name.dep_ in SUBJECTS and name.left_edge.i == after.i
    if article is None or not parted or adjective.head.pos_ not in {"NOUN", "PROPN"}:
        return
    name.head, name.dep_ = adjective.head, "conj"
    for word in (adjective, article):
        word.head = name
    adjective.dep_ = "amod"


@mend_names.of(classes=("PROPN",))
def mend_joined_persons(second: spacy.tokens.Token) -> None:
    """ "President Kabbah and RUF leader Foday Sankoh signed": two persons, whom the parse may take for one name."""
    if second.pos_ != "PROPN" or second.dep_ in {"compound", "nmod", "poss"}:
        return
    joint = next((word for word in second.subtree if word.i < second.i and word.lower_ == "and"), None)
    if joint is None:
        return
    before = list(second.doc[second.left_edge.i : joint.i])
    behind = list(second.doc[joint.i + 1 : second.i])
    named = bool(before) and before[-1].ent_type_ == "PERSON" and second.ent_type_ == "PERSON"
    offices = bool(before) and before[0].lower_ in word_set("grammar", "offices")
    offices = offices and any(word.lower_ in word_set("grammar", "offices") for word in behind)
    if not (named or offices) or any(word.pos_ not in {"PROPN", "NOUN", "ADJ"} for word in before + behind):
        return
    first = before[-1]
    first.head, first.dep_ = first if second.head == second else second.head, second.dep_
    second.head, second.dep_ = first, "conj"
    joint.head, joint.dep_ = first, "cc"
    for word in before[:-1]:
        word.head, word.dep_ = first, "compound"
    for word in behind:
        word.head, word.dep_ = second, "compound"


@mend_names.of(classes=("AUX",))
def mend_name_as_helper(name: spacy.tokens.Token) -> None:
    """ "IS seized the hill", "the hill that IS took": capitals among small letters are a name and help no verb."""
    if name.text != "IS" or name.pos_ != "AUX" or name.sent.text.isupper():
        return
    verb = name.head if name.head != name else next((child for child in name.rights if child.tag_ == "VBZ"), None)
    which = own_subject(verb) if verb is not None and verb.tag_ in {"VBD", "VBN", "VBZ"} else None
    if verb is None or verb.i < name.i or verb.tag_ == "VBG" or (which not in {None, name} and which.tag_ != "WDT"):
        return
    if name.head == name:  # "IS claims the town"
        verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
        for child in list(name.children):
            child.head = verb
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"} and child != name]
    if verb.tag_ == "VBN" and not helpers:
        verb.tag_ = "VBD"
    if which is not None and which != name:
        which.dep_ = "dobj"
    passive = any(child.dep_ == "auxpass" for child in helpers)
    name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"
    name.pos_, name.tag_, name.lemma_ = "PROPN", "NNP", "IS"


@mend_names.of("appos", classes=("PROPN",))
def mend_name_of_officer(name: spacy.tokens.Token) -> None:
    """ "The chief negotiator of the government, Vera Grabe,": the negotiator's name, and not the government's."""
    body = name.head
    role = body.head.head
    first = name.left_edge
    if body.dep_ != "pobj" or body.head.lower_ != "of" or role.pos_ not in {"NOUN", "PROPN"} or first.i == 0:
        return
    speakers = word_set("speech", "speakers")
    known = role.lemma_.lower() in speakers and body.lemma_.lower() not in speakers
    if (
        not known
        or first.nbor(-1).text != ","
        or name.text.isupper()
        or name.ent_type_ in {"GPE", "ORG", "NORP", "LOC"}
    ):
        return
    if any(child.dep_ == "appos" and child != name for child in role.rights):
        return
    name.head = role
    first.nbor(-1).head = role


@mend_names.of("nsubj", "nsubjpass", classes=("ADJ",))
def mend_name_as_adjective(name: spacy.tokens.Token) -> None:
    """ "Kyiv brushed aside the offer": who does it alone, with a capital, is a name; "Russian" and "many" are none."""
    alone = not name.n_lefts and not name.n_rights and name.tag_ == "JJ" and name.text.istitle()
    of_people = name.ent_type_ in {"NORP", "CARDINAL", "ORDINAL"}
    if alone and not of_people and name.lower_ not in word_set("grammar", "alone_as_subjects"):
        name.pos_, name.tag_, name.lemma_ = "PROPN", "NNP", name.text


@mend_names.of("advcl", "relcl", "conj", "ccomp")
def mend_name_with_dos(particle: spacy.tokens.Token) -> None:
    """ "Received by President dos Santos in Luanda": no verb, a piece of his name."""
    name = next((child for child in particle.rights if child.dep_ == "dobj"), None)
    before = particle.nbor(-1) if particle.i else particle
    if particle.text not in {"dos", "das"} or name is None or before.pos_ != "PROPN" or name.pos_ != "PROPN":
        return
    name.head, name.dep_ = before.head, before.dep_
    verb = particle.head
    for child in [child for child in particle.children if child != name]:
        child.head = verb
    for word in (before, particle):
        word.head, word.dep_, word.pos_, word.tag_ = name, "compound", "PROPN", "NNP"


@mend_names.of("ROOT", "ccomp", classes=("VERB", "AUX", "NOUN"))
def mend_name_with_dos_in_front(particle: spacy.tokens.Token) -> None:
    """ "Eduardo dos Santos met them", "Savimbi, dos Santos to meet": no verb of the sentence, a piece of a name."""
    name = particle.nbor() if particle.i + 1 < particle.sent.end else particle
    if particle.text not in {"dos", "das"} or not name.text[:1].isupper():
        return
    verb = name.head if name.dep_ == "nsubj" else next((child for child in name.rights if child.tag_ == "VB"), particle)
    if verb.i <= name.i:
        return
    verb.head, verb.dep_ = (verb if particle.head == particle else particle.head), particle.dep_
    before = particle.nbor(-1) if particle.i > particle.sent.start else particle
    for child in list(particle.children):
        if child not in {name, verb}:
            child.head = verb
    name.head, name.dep_, name.pos_, name.tag_, name.lemma_ = verb, "nsubj", "PROPN", "NNP", name.text
    for word in (before, particle):
        if word == particle or (word.pos_ == "PROPN" and word.dep_ in {"nsubj", "compound"}):
            word.head, word.dep_, word.pos_, word.tag_, word.lemma_ = name, "compound", "PROPN", "NNP", word.text


@mend_names.of("conj")
def mend_joined_to_land(other: spacy.tokens.Token) -> None:
    """ "The government of Liberia and rebels signed", "of Colombia and FARC": joined to the government, not to the
    land; two lands are.
    """
    land = other.head
    is_body = other.tag_ == "NNS" or (other.tag_ == "NNP" and other.ent_type_ == "ORG")
    if not is_body or land.pos_ != "PROPN" or land.head.lower_ != "of":
        return
    body = land.head.head
    if body.lemma_.lower() not in word_set("grammar", "bodies_of_lands"):
        return
    other.head, other.dep_ = body, "conj"
    for child in land.rights:
        if child.dep_ == "cc" and child.i < other.i:
            child.head = body


@mend_names.of(classes=("VERB", "AUX"))
def mend_dateline(verb: spacy.tokens.Token) -> None:
    """ "Chisinau, 12 July: The commander has accused": what stands before the colon does nothing."""
    if not verb.n_lefts:
        return
    led = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    words_before = verb.doc[led[0].i : verb.i] if led else ()
    colon = next((word for word in words_before if word.text == ":"), None)
    if colon is None:
        return
    behind = [child for child in led[0].rights if child.dep_ == "appos" and colon.i < child.i < verb.i]
    if len(led) == 1 and behind:  # "BURNHAM, New Zealand: Bougainville's factions committed themselves"
        behind[-1].head, behind[-1].dep_ = verb, led[0].dep_
        led.append(behind[-1])
    for subject in led:
        if subject.i < colon.i < led[-1].i:
            subject.dep_ = "dep"


@mend_names.of("appos")
def mend_three_named(last: spacy.tokens.Token) -> None:
    """ "Uganda, the DRC and Southern Sudan launched": three side by side, not one that is another's name."""
    first = last.head
    if first.dep_ not in SUBJECTS or last.pos_ != "PROPN":
        return
    second = next((word for word in last.lefts if word.dep_ == "nmod" and word.pos_ == "PROPN"), None)
    if second is None or not any(child.lower_ == "and" for child in second.children) or last.nbor(1).text == ",":
        return
    for torn in [child for child in second.conjuncts if second.i < child.i < last.i]:
        torn.head, torn.dep_ = last, "compound"
    for article in [child for child in last.lefts if child.dep_ == "det" and child.i < second.i]:
        article.head = second
    second.head, second.dep_ = first, "conj"
    last.head, last.dep_ = second, "conj"


@mend_names.of("aux", "appos", "npadvmod")
def mend_day_before_verb(month: spacy.tokens.Token) -> None:
    """ "The rebels 15 May attacked the town", "troops late March withdrew": the day of the deed, and nobody's name."""
    if month.text[0].islower() or month.lower_ not in coded("month") or not 0 < month.i < len(month.doc) - 1:
        return
    before, verb = month.nbor(-1), month.nbor(1)
    is_day = before.tag_ == "CD" or before.lower_ in PARTS_OF_MONTH
    if not is_day or verb not in {month.head, month.head.head} or verb.tag_ not in {"VBD", "VBN", "VB"}:
        return
    if any(child.dep_ in {"aux", "auxpass"} and child != month for child in verb.lefts):
        return
    verb.tag_ = "VBD"
    month.head, month.dep_, month.pos_, month.tag_, month.lemma_ = verb, "npadvmod", "PROPN", "NNP", month.text
    before.head, before.dep_ = month, "nummod" if before.tag_ == "CD" else "amod"


@mend_names.of("pobj", "dobj", "nsubj", "nsubjpass", "conj", "appos")
def mend_hyphened_title(hyphen: spacy.tokens.Token) -> None:
    """ "Was received by the Vice-President": the parse makes three persons of the two words and the hyphen."""
    if hyphen.text != "-" or not 0 < hyphen.i < len(hyphen.doc) - 1:
        return
    first, last = hyphen.nbor(-1), hyphen.nbor(1)
    if first.lower_ not in {"vice", "deputy"}:
        return
    if not first.head == hyphen.head == last.head or not first.dep_ == hyphen.dep_ == last.dep_:
        return
    for child in list(first.children):
        child.head = last
    for word in (first, hyphen):
        word.head, word.dep_ = last, "compound"


@mend_names.of("appos")
def mend_second_person(second: spacy.tokens.Token) -> None:
    """ "Foreign minister X and his Armenian counterpart Y will meet": two persons, and not one by two names."""
    first, joint = second.head, second.doc[second.left_edge.i - 1] if second.left_edge.i else second
    named = joint.head if joint.lower_ == "and" and joint.dep_ == "cc" else None
    if named is None or named.head != first or named.dep_ != "appos" or first.tag_ != "NN":
        return
    if any(child.tag_ == "PRP$" for child in second.lefts):
        second.dep_ = "conj"
        joint.head = first


@mend_names.of("conj", classes=("PROPN",))
def mend_list_behind_aside(name: spacy.tokens.Token) -> None:
    """ "Control Huambo, the second city, Caxito and Uige": what a city is called stands beside it, in no list."""
    aside = name.head
    first = aside.head
    if aside.dep_ != "appos" or aside.tag_ != "NN" or first.pos_ != "PROPN" or name.left_edge.i < 1:
        return
    if any(child.dep_ == "det" for child in aside.lefts) and name.left_edge.nbor(-1).text == ",":
        name.head = first


@mend_names.of("nmod", "compound")
def mend_body_before_groups(body: spacy.tokens.Token) -> None:
    """ "The Sudanese government and holdout opposition groups met": the government is none of the groups."""
    groups = body.head
    other = next((child for child in body.rights if child.dep_ == "conj" and child.i < groups.i), None)
    joint = next((child for child in body.rights if child.lower_ == "and"), None)
    if other is None or joint is None or groups.tag_ != "NNS" or groups.i < body.i:
        return
    if body.tag_ == "NN" and body.lemma_.lower() in word_set("grammar", "bodies_of_lands"):
        other.head, other.dep_ = groups, "compound"
        body.head, body.dep_ = groups.head if groups.head != groups else body, groups.dep_
        groups.head, groups.dep_ = body, "conj"
        for child in [child for child in groups.lefts if child.i < body.i]:
            child.head = body


@mend_names.of("nsubj", "nsubjpass", "npadvmod")
def mend_doer_before_day(month: spacy.tokens.Token) -> None:
    """ "Islamabad and Kabul 19 Oct agreed", "army chief Burhan 3 Nov ruled out": they did, on that day."""
    if month.text[0].islower() or month.lower_ not in coded("month") or not 1 < month.i < len(month.doc) - 1:
        return
    day, verb = month.nbor(-1), month.nbor(1)
    if verb != month.head or verb.tag_ not in {"VBD", "VBN"} or not (day.tag_ == "CD" or day.lower_ in PARTS_OF_MONTH):
        return
    before = [child for child in month.lefts if child.i < day.i and child.pos_ in {"PROPN", "NOUN"}]
    doer = next((child for child in before if any(one.dep_ == "conj" for one in child.children)), None)
    doer = doer or (before[-1] if before else None)
    if doer is None or doer.right_edge.i not in {day.i - 1, day.i}:
        return
    for child in list(month.lefts):
        if child not in {doer, day}:
            child.head = doer
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    doer.head, doer.dep_ = verb, "nsubjpass" if passive else "nsubj"
    month.dep_, verb.tag_ = "npadvmod", verb.tag_ if passive else "VBD"
    day.head, day.dep_ = month, "nummod" if day.tag_ == "CD" else "amod"
    take_over_noun(verb)


def take_over_noun(verb: spacy.tokens.Token) -> None:
    """ "RSF 6 Nov accepted US-proposed ceasefire": the parse takes the verb for a word about the ceasefire."""
    thing = verb.head
    if verb.dep_ != "amod" or thing.i < verb.i:
        return
    root = verb.sent.root
    verb.head, verb.dep_ = (verb, "ROOT") if root == thing else (root, "conj")
    verb.pos_ = "VERB"
    thing.head, thing.dep_ = verb, "dobj"


@mend_names.of("appos", classes=("PROPN",))
def mend_name_of_body(name: spacy.tokens.Token) -> None:
    """ "A group linked to Al-Qaeda, JNIM, said": the group is called so, not whom it is linked to."""
    other = name.head
    clause = other.head.head
    body = clause.head
    if other.dep_ != "pobj" or clause.dep_ != "acl" or clause.i != body.i + 1 or body.tag_ != "NN":
        return
    last = name.right_edge
    if body.dep_ not in SUBJECTS or last.i + 2 >= len(name.doc) or last.nbor(1).text != "," or body.head.i <= last.i:
        return
    between = name.doc[last.i + 2 : body.head.i]
    if is_behind_comma(name.left_edge) and all(word.dep_ in {"aux", "auxpass", "advmod", "neg"} for word in between):
        name.head = body
