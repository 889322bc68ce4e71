"""Words that the English tagger takes for another part of speech: verbs for nouns, nouns for verbs."""

import spacy.tokens

from truceline.knowledge.files import word_set
from truceline.understand.grammar import SUBJECTS
from truceline.understand.languages.en.mend_questions import base_forms, own_subject
from truceline.understand.languages.en.mends import Mends

mend_word_classes = Mends()
CLAUSE_PARTS = frozenset({"punct", "advcl", "cc", "conj", "npadvmod"})  # behind its object, a verb's


@mend_word_classes.of("ROOT")
def mend_verb_as_noun(root: spacy.tokens.Token) -> None:
    """ "Elders who fled estimate that 600 have died": what has a subject and a clause behind it is a verb."""
    if root.tag_ != "NN":
        return
    roles = {child.dep_ for child in root.children}
    if roles & SUBJECTS and "ccomp" in roles:
        root.tag_, root.pos_ = "VBP", "VERB"


@mend_word_classes.of("ROOT")
def mend_flight_as_noun(root: spacy.tokens.Token) -> None:
    """ "Thousands flee fighting in Goma": a form that is nothing but a verb, and who does it."""
    if root.tag_ != "NN" or root.lower_ not in word_set("grammar", "never_nouns"):
        return
    who = next((child for child in root.lefts if child.dep_ in {"nummod", "compound", "nmod", "amod"}), None)
    if who is None:
        return
    root.tag_, root.pos_ = "VBP", "VERB"
    who.dep_ = "nsubj"
    for child in root.rights:
        if child.dep_ == "acl" and child.tag_ == "VBG":
            child.dep_, child.tag_, child.pos_ = "dobj", "NN", "NOUN"


@mend_word_classes.of("nsubj", "nsubjpass", "dobj", "pobj", "compound", "nmod", "npadvmod")
def mend_millions_as_noun(letter: spacy.tokens.Token) -> None:
    """ "1.5m people": a figure, of which the parse makes another noun."""
    if letter.lower_ != "m" or not letter.i or letter.i + 1 == len(letter.doc):
        return
    figure, people = letter.nbor(-1), letter.nbor(1)
    if not figure.like_num or figure.whitespace_ or people.pos_ not in {"NOUN", "PROPN"}:
        return
    if people.head == letter:
        people.head, people.dep_ = letter.head, letter.dep_
    figure.head, figure.dep_ = people, "nummod"
    letter.head, letter.dep_, letter.pos_ = figure, "quantmod", "NUM"


@mend_word_classes.of("ccomp")
def mend_wish_as_past(verb: spacy.tokens.Token) -> None:
    """ "Demanded that the army quit the town": what is asked for, though "quit" may be past too."""
    asking, roles = verb.head.lemma_, {child.dep_ for child in verb.children}
    if (
        verb.tag_ not in {"VBD", "VBP"}
        or verb.lower_ != verb.lemma_
        or "mark" not in roles
        or roles & {"aux", "auxpass"}
    ):
        return
    first = any(child.lower_ in word_set("positions", "at_once") for child in verb.children)
    moved = verb.lemma_ in word_set("grammar", "asked_when_insisted")
    if asking in word_set("grammar", "asking_of") or (asking == "insist" and (first or moved)):
        verb.tag_ = "VB"


@mend_word_classes.of("compound", "amod", "nmod")
def mend_past_form_as_noun(form: spacy.tokens.Token) -> None:
    """ "The army on Tuesday retook Kidal": the form is nothing but a verb; the parse makes it a part of the name."""
    thing = form.head
    if not is_lost_past(form) or thing.i < form.i:
        return
    if thing.dep_ == "pobj":
        mend_past_form_behind_day(form, thing)
        return
    if thing.dep_ not in {"ROOT", "ccomp", "conj"} or (own_subject(form) is None and own_subject(thing) is None):
        return
    form.head, form.dep_ = (form, "ROOT") if thing.head == thing else (thing.head, thing.dep_)
    form.pos_, form.tag_ = "VERB", "VBD"
    for child in [child for child in thing.children if child.i < form.i or child.dep_ in CLAUSE_PARTS]:
        child.head = form
    thing.head, thing.dep_ = form, "dobj"


@mend_word_classes.of("compound", "amod", "nmod")
def mend_past_form_behind_and(form: spacy.tokens.Token) -> None:
    """ "Broke through the lines and overran Kidal": the second verb of the clause, which the parse makes a name."""
    thing, joint = form.head, form.nbor(-1) if form.i else form
    if form.lower_ not in word_set("territory", "gained_forms") or joint.dep_ != "cc" or thing.dep_ != "conj":
        return
    verb = next((up for up in thing.ancestors if up.pos_ == "VERB" and up.tag_ in {"VBD", "VBN"}), None)
    if verb is None or verb.i > form.i:
        return
    form.head, form.dep_, form.pos_, form.tag_ = verb, "conj", "VERB", "VBD"
    joint.head, thing.head, thing.dep_ = verb, form, "dobj"


@mend_word_classes.of("nsubj", "nsubjpass")
def mend_deeds_as_verb(deeds: spacy.tokens.Token) -> None:
    """ "Drone strikes by the army killed three": what has a verb of its own behind it is a noun."""
    before = deeds.nbor(-1) if deeds.i else deeds
    if deeds.lemma_ not in word_set("events/assault", "nouns") or any(child.dep_ == "dobj" for child in deeds.rights):
        return
    if deeds.tag_ != "VBZ" or deeds.head.tag_ not in {"VBD", "VBZ", "VBN"} or before.head != deeds:
        return
    if before.dep_ not in SUBJECTS or before.tag_ not in {"NN", "NNP"} or deeds.head.i < deeds.i:
        return
    deeds.pos_, deeds.tag_, before.dep_ = "NOUN", "NNS", "compound"


@mend_word_classes.of("ROOT")
def mend_verb_as_adjective(noun: spacy.tokens.Token) -> None:
    """ "The rebel army massed troops near Mopti": a noun with a subject right before its participle is their object."""
    if noun.pos_ != "NOUN":
        return
    verb = next((child for child in noun.lefts if child.dep_ == "amod" and child.tag_ in {"VBD", "VBN"}), None)
    near = [*verb.lefts, *noun.lefts] if verb is not None else []
    doer = next((word for word in near if word.dep_ in SUBJECTS and verb and word.right_edge.i == verb.i - 1), None)
    if verb is None or doer is None:
        return
    verb.head, verb.dep_, verb.pos_, verb.tag_ = verb, "ROOT", "VERB", "VBD"
    doer.head, doer.dep_ = verb, "nsubj"
    for child in [child for child in noun.children if child.i < verb.i or child.dep_ in {"prep", *CLAUSE_PARTS}]:
        child.head = verb
    noun.head, noun.dep_ = verb, "dobj"


@mend_word_classes.of("nsubj", "nsubjpass", "dobj", "pobj", "attr")
def mend_deed_as_adjective(deed: spacy.tokens.Token) -> None:
    """ "The counter-offensive by the army": what has an article and is told of is a noun."""
    if deed.pos_ == "ADJ" and deed.lower_ in word_set("events/assault", "nouns"):
        deed.pos_, deed.tag_ = "NOUN", "NN"


@mend_word_classes.of("nsubj", "csubj", "nsubjpass", "csubjpass")
def mend_deed_as_doing(deed: spacy.tokens.Token) -> None:
    """ "Shelling of the town by the army killed three": the deed is the noun that the verb is told of."""
    if deed.tag_ != "VBG" or deed.lower_ not in word_set("events/assault", "nouns") or deed.head.i < deed.i:
        return
    if all(child.dep_ in {"prep", "amod", "det", "compound", "agent"} for child in deed.children):
        deed.pos_, deed.tag_, deed.lemma_ = "NOUN", "NN", deed.lower_
        deed.dep_ = "nsubj" if deed.dep_ == "csubj" else "nsubjpass" if deed.dep_ == "csubjpass" else deed.dep_


@mend_word_classes.of("advcl", "xcomp", "acl")
def mend_fighters_as_verb(form: spacy.tokens.Token) -> None:
    """ "Control of the town passed to rebel forces": whose forces they are, which the parse takes for a verb."""
    if form.tag_ != "VB" or form.lower_ not in word_set("territory", "armed"):
        return
    to, thing = form.nbor(-1), next((child for child in form.rights if child.dep_ == "dobj"), None)
    if (
        thing is None
        or thing != form.nbor(1)
        or thing.lemma_ not in word_set("territory", "armed")
        or to.lower_ != "to"
    ):
        return
    to.head, to.dep_, to.pos_, to.tag_ = form.head, "prep", "ADP", "IN"
    thing.head, thing.dep_ = to, "pobj"
    form.head, form.dep_, form.pos_, form.tag_ = thing, "compound", "NOUN", "NN"


def is_lost_past(form: spacy.tokens.Token) -> bool:
    """Nothing but a verb; or a past form right behind a day: "jets on Monday bombed Kandil"."""
    if form.pos_ != "VERB":
        return form.lower_ in word_set("territory", "gained_forms")
    day = form.nbor(-1) if form.i else form
    return form.tag_ == "VBD" and day.ent_type_ == "DATE" and day.dep_ == "pobj" and day.head.lower_ in {"on", "in"}


def mend_past_form_behind_day(form: spacy.tokens.Token, thing: spacy.tokens.Token) -> None:
    """ "The army on Tuesday retook Kidal, he said": the parse makes one name of the day, the verb and the town."""
    step = thing.head
    subject, day = step.head, form.nbor(-1)
    verb = subject.head
    if day.ent_type_ != "DATE" or step != day.nbor(-1) or subject.dep_ not in SUBJECTS | {"ROOT"}:
        return
    is_said = verb.i > form.i and any(child.dep_ in SUBJECTS and child.i > form.i for child in verb.lefts)
    if verb != subject and not is_said:
        return
    day.head, day.dep_ = step, "pobj"
    form.head, form.dep_ = (form, "ROOT") if verb == subject else (verb, "ccomp")
    form.pos_, form.tag_ = "VERB", "VBD"
    subject.head, subject.dep_ = form, "nsubj"
    step.head = form
    thing.head, thing.dep_ = form, "dobj"


@mend_word_classes.of(classes=("NOUN", "ADJ", "VERB"))
def mend_participle_as_noun(noun: spacy.tokens.Token) -> None:
    """ "The post was overrun", "have overrun three bases": the parse takes the participle for a noun."""
    if noun.tag_ not in {"NN", "JJ", "VBN"} or noun.lower_ not in word_set("grammar", "participles_like_nouns"):
        return
    verb = noun.head
    if noun.dep_ in {"attr", "acomp"} and verb.lemma_ == "be":
        for child in list(verb.children):
            child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
            child.head = noun if child != noun else child.head
        noun.head, noun.dep_ = (noun, "ROOT") if verb.head == verb else (verb.head, verb.dep_)
        verb.head, verb.dep_ = noun, "auxpass"
    elif noun.dep_ == "appos" and (by := next((c for c in noun.rights if c.lower_ == "by"), None)) is not None:
        noun.dep_, by.dep_ = "acl", "agent"
    elif (helper := have_before(noun)) is not None and noun.dep_ in {"amod", "compound"}:
        take_subject(noun, helper)
    elif not any(child.dep_ == "aux" and child.lemma_ == "have" for child in noun.children):
        return
    noun.tag_, noun.pos_, noun.lemma_ = "VBN", "VERB", base_forms().get(noun.lower_, noun.lower_)


def have_before(participle: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """ "Has since overrun": right before it, or before the adverb."""
    before = participle.doc[max(participle.sent.start, participle.i - 2) : participle.i]
    return next((word for word in before if word.lemma_ == "have"), None)


def take_subject(participle: spacy.tokens.Token, helper: spacy.tokens.Token) -> None:
    """ "It has since overrun two districts": the parse has it describe the districts, which it hangs on "since"."""
    thing = participle.head
    while thing.dep_ in {"amod", "compound", "nummod"}:
        thing = thing.head
    step, top = thing.head, helper.head if helper.dep_ == "aux" else helper
    if step.i > participle.i or top not in {step, step.head}:
        return
    participle.head, participle.dep_ = (participle, "ROOT") if top.head == top else (top.head, top.dep_)
    for child in [child for child in top.children if child != participle]:
        child.head = participle
    thing.head, thing.dep_ = participle, "dobj"
    helper.head, helper.dep_, helper.pos_ = participle, "aux", "AUX"
    if step != helper:
        step.head, step.dep_ = participle, "advmod"


@mend_word_classes.of("amod")
def mend_lasting(last: spacy.tokens.Token) -> None:
    """ "Said the operation would last weeks": no weeks that are over, but how long it goes on."""
    if last.lower_ != "last" or last.i < 2 or last.nbor(-1).tag_ != "MD":
        return
    helper, time, above, subject = last.nbor(-1), last.head, last.head.head, last.nbor(-2)
    if time.dep_ != "npadvmod" or above.pos_ != "VERB" or above.i > last.i or subject in above.ancestors:
        return
    last.tag_, last.pos_, last.dep_ = "VB", "VERB", "ccomp"
    hung = [child for child in (*helper.head.children, *above.children) if child.i < last.i and child.i > above.i]
    last.head, time.head = above, last
    for child in {helper, subject, *hung} - {last, time}:
        if child.dep_ in SUBJECTS | {"aux", "mark"} or child in {helper, subject}:
            child.head = last
    helper.dep_, time.dep_ = "aux", "npadvmod"


@mend_word_classes.of("dobj", "npadvmod", "oprd")
def mend_way_of_meeting(way: spacy.tokens.Token) -> None:
    """ "Met face-to-face in Goma": how they met, and not whom; they met there."""
    if way.lower_ not in word_set("grammar", "ways_to_meet"):
        return
    if any(child.dep_ in {"det", "amod"} for child in way.lefts):
        return
    way.dep_, way.pos_, way.tag_ = "advmod", "ADV", "RB"
    for child in list(way.rights):
        child.head = way.head


@mend_word_classes.of("dobj", "pobj", "nsubj", "nsubjpass")
def mend_talks_as_verb(talks: spacy.tokens.Token) -> None:
    """ "Gave the Geneva talks a miss": no finite verb is an object."""
    if talks.dep_ == "pobj" and talks.lower_ == "dialogue" and talks.pos_ == "VERB":
        talks.pos_, talks.tag_ = "NOUN", "NN"  # "is open to dialogue"
    if talks.text not in {"talks", "calls"} or talks.tag_ != "VBZ" or talks.head.pos_ != "VERB":
        return
    before = talks.nbor(-1) if talks.i else talks
    if before.head == talks.head and before.dep_ == "dative" and talks.dep_ == "dobj":
        before.head, before.dep_, talks.dep_ = talks, "compound", "dative"
        for article in [child for child in before.lefts if child.dep_ == "det"]:
            article.head = talks
        for child in [child for child in talks.rights if child.dep_ == "dobj"]:
            child.head = talks.head
    talks.pos_, talks.tag_ = "NOUN", "NNS"


@mend_word_classes.of("ROOT")
def mend_lonely_verb(verb: spacy.tokens.Token) -> None:
    """ "Peace talks resume in Algiers on Friday.": the parse sees no verb at all."""
    subject = verb.nbor(-1) if verb.i else verb
    if verb.tag_ != "NN" or verb.lower_ not in word_set("lemmas", "verbs_like_nouns") or subject.tag_ != "NNS":
        return
    if subject.head == verb and subject.dep_ == "compound":
        verb.pos_, verb.tag_, subject.dep_ = "VERB", "VBP", "nsubj"


@mend_word_classes.of("compound")
def mend_subject_as_part(noun: spacy.tokens.Token) -> None:
    """ "Peace talks resume in Luanda on Friday": no plural is part of a verb's name."""
    verb = noun.head
    finite = verb.pos_ == "VERB" and verb.tag_ in {"VBP", "VBD"} and noun.tag_ in {"NNS", "NNPS"}
    if finite and noun.i == verb.i - 1 and own_subject(verb) is None:
        noun.dep_ = "nsubj"


@mend_word_classes.of("nsubj")
def mend_subject_of_helper(noun: spacy.tokens.Token) -> None:
    """ "Peace talks are deadlocked": the subject is the verb's, and not its helper's."""
    helper = noun.head
    if helper.dep_ == "auxpass" and helper.pos_ == "AUX" and noun.i < helper.i and own_subject(helper.head) is None:
        noun.head, noun.dep_ = helper.head, "nsubjpass"


@mend_word_classes.of("attr")
def mend_progress_as_noun(doing: spacy.tokens.Token) -> None:
    """ "Algeria is mediating between the two": what it is doing, and not what it is."""
    helper = doing.head
    named = (
        doing.tag_ in {"NN", "VBG"} and doing.lower_ in word_set("talks", "going_between") and doing.i == helper.i + 1
    )
    if not named or helper.lemma_ != "be" or any(child.dep_ in {"det", "amod"} for child in doing.lefts):
        return
    doing.head, doing.dep_ = (doing, "ROOT") if helper.head == helper else (helper.head, helper.dep_)
    doing.pos_, doing.tag_, doing.lemma_ = "VERB", "VBG", doing.lower_.removesuffix("ing") + "e"
    for child in [child for child in helper.children if child != doing]:
        child.head = doing
    helper.head, helper.dep_ = doing, "aux"


@mend_word_classes.of("nsubj", "nsubjpass")
def mend_counted_round(noun: spacy.tokens.Token) -> None:
    """ "Round four of the talks opened": a bare verb is no subject."""
    if noun.tag_ == "VB" and noun.i + 1 < len(noun.doc) and noun.nbor(1).dep_ == "nummod":
        noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NN", noun.lower_
        for step in [child for child in noun.nbor(1).rights if child.dep_ == "prep"]:
            step.head = noun


@mend_word_classes.of("xcomp")
def mend_infinitive_as_noun(verb: spacy.tokens.Token) -> None:
    """ "Mbeki is to chair talks": what stands behind "to" and has an object is no noun."""
    behind_to = verb.i > 0 and verb.nbor(-1).tag_ == "TO" and verb.nbor(-1).head == verb
    if verb.tag_ == "NN" and behind_to and any(child.dep_ == "dobj" for child in verb.rights):
        verb.tag_, verb.pos_ = "VB", "VERB"


@mend_word_classes.of("relcl")
def mend_rule_as_noun(noun: spacy.tokens.Token) -> None:
    """ "Raqqa, where Islamic State rules, was bombed": a verb, and who does it."""
    where = any(child.tag_ == "WRB" for child in noun.lefts)
    doer = next((child for child in noun.lefts if child.dep_ == "compound"), None)
    if noun.tag_ != "NNS" or not where or doer is None or doer.i != noun.i - 1:
        return
    noun.tag_, noun.pos_, noun.lemma_ = "VBZ", "VERB", noun.lemma_
    doer.dep_ = "nsubj"
    for child in [child for child in noun.lefts if child.dep_ in {"det", "compound", "amod"} and child != doer]:
        child.head = doer


@mend_word_classes.of("conj")
def mend_figures_as_verb(noun: spacy.tokens.Token) -> None:
    """ "Said 40 had died, figures that could not be checked": what the report calls them, nothing that anybody does."""
    if noun.tag_ != "VBZ" or noun.lower_ not in word_set("grammar", "called_like_verbs") or noun.nbor(-1).text != ",":
        return
    told = any(child.dep_ in {"relcl", "ccomp"} and child.left_edge.i == noun.i + 1 for child in noun.rights)
    if told and not any(child.dep_ in {*SUBJECTS, "aux"} for child in noun.children):
        noun.tag_, noun.pos_, noun.dep_ = "NNS", "NOUN", "npadvmod"


@mend_word_classes.of("advcl", "xcomp", "acl", "relcl")
def mend_face_to_face(second: spacy.tokens.Token) -> None:
    """ "Met face to face with the envoys": how they met, and no second verb."""
    if second.lower_ != "face" or second.i < 2:
        return
    step, first = second.nbor(-1), second.nbor(-2)
    if step.lower_ != "to" or first.lower_ != "face" or second.head == first:
        return
    for child in [child for child in second.children if child != step]:
        child.head = second.head
    second.head, second.dep_, second.pos_, second.tag_ = step, "pobj", "NOUN", "NN"
    step.head, step.dep_, step.pos_, step.tag_ = first, "prep", "ADP", "IN"


@mend_word_classes.of("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr")
def mend_national(adjective: spacy.tokens.Token) -> None:
    """ "An Indian national was hit": somebody, and no quality."""
    if adjective.lower_ == "national" and adjective.pos_ == "ADJ" and any(c.dep_ == "amod" for c in adjective.lefts):
        adjective.pos_, adjective.tag_ = "NOUN", "NN"


@mend_word_classes.of("advcl", "acl")
def mend_shelling_as_doing(shelling: spacy.tokens.Token) -> None:
    """ "Killed by Pakistani shelling": it is the shelling that killed them, and "Pakistani" tells whose it was."""
    whose = shelling.nbor(-1) if shelling.i else shelling
    if shelling.lower_ not in word_set("events/assault", "nouns") or whose.ent_type_ != "NORP":
        return
    if whose.dep_ != "pobj" or whose.head.lower_ != "by" or any(child.dep_ == "dobj" for child in shelling.rights):
        return
    shelling.head, shelling.dep_, shelling.pos_, shelling.tag_ = whose.head, "pobj", "NOUN", "NN"
    for child in list(whose.lefts):
        child.head = shelling
    whose.head, whose.dep_ = shelling, "amod"
