"""spaCy's rules for parts of speech, remembered: what they say of a word hangs on its form, tag and relation alone.

The rules themselves try nearly two hundred patterns at every word, which takes a sixth of a parse.
"""

from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Token

ASKED = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
MOST_KNOWN = 200_000
Key = tuple[int, int, int, bool]
Said = tuple[int, int, int, int, str]
"""Part of speech, tag, relation and lemma as spaCy numbers them, and the morphology."""


@Language.factory("truceline_attributes")
class RememberedRules:
    """Stands for the pipeline's own ``attribute_ruler``; gives what it gives."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.ruler = cast(Any, nlp.get_pipe("attribute_ruler"))
        self.longer = Matcher(nlp.vocab)
        self.known: dict[Key, Said] = {}
        for rule in self.ruler.patterns:
            patterns = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if patterns:
                self.longer.add("longer", patterns)

    def __call__(self, doc: Doc) -> Doc:
        """Where a rule of several words fits, the rules themselves decide."""
        if len(self.longer) and self.longer(doc):
            return self.ruler(doc)  # type: ignore[no-any-return]
        for token in doc:
            key = (token.tag, token.lower, token.dep, token.is_space)
            said = self.known.get(key) or self.learn(key, token)
            token.pos, token.tag, token.dep, token.lemma = said[:4]
            cast(Any, token).set_morph(said[4])
        return doc

    def learn(self, key: Key, token: Token) -> Said:
        alone = Doc(token.vocab, words=[token.text], spaces=[False], tags=[token.tag_], heads=[0], deps=[token.dep_])
        found = self.ruler(alone)[0]
        if len(self.known) >= MOST_KNOWN:
            self.known.clear()
        self.known[key] = (found.pos, found.tag, found.dep, found.lemma, str(found.morph))
        return self.known[key]


def can_remember(nlp: Language) -> bool:
    """The pipeline has such rules, and they ask for nothing else."""
    if "attribute_ruler" not in nlp.pipe_names:
        return False
    rules = cast(Any, nlp.get_pipe("attribute_ruler"))
    words = [word for rule in rules.patterns for pattern in rule["patterns"] if len(pattern) == 1 for word in pattern]
    return all(set(word) <= ASKED for word in words)
