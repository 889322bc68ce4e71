"""spaCy's rules for parts of speech and base forms, remembered: what they say of a word hangs on its letters, tag and
relation alone.

The rules themselves try nearly two hundred patterns at every word, which takes a fifth of a parse.
"""

from collections.abc import Iterator
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

ASKED = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
MOST_KNOWN = 200_000
HANGS_ON: list[int | str] = ["ORTH", "TAG", "DEP", "LOWER"]
SAYS: list[int | str] = ["POS", "TAG", "DEP", "LEMMA", "MORPH"]
Key = tuple[int, int, int, int]
Said = tuple[int, ...]


@Language.factory("truceline_attributes")
class RememberedRules:
    """Stands for the pipeline's own ``attribute_ruler`` and ``lemmatizer``; gives what they give."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.rulers = [cast(Any, nlp.get_pipe(name)) for name in ("attribute_ruler", "lemmatizer")]
        self.vocab = nlp.vocab
        self.known: dict[Key, Said] = {}
        self.longer = Matcher(nlp.vocab)
        patterns = list(longer_patterns(nlp))
        if patterns:
            self.longer.add("longer", patterns)
        signs = [sign_of(pattern) for pattern in patterns]
        self.signs = frozenset(nlp.vocab.strings.add(sign) for sign in signs if sign)
        self.is_without_sign = not all(signs)

    def __call__(self, doc: Doc) -> Doc:
        """Where a rule of several words fits, the rules themselves decide."""
        keys = [cast(Key, tuple(key)) for key in doc.to_array(HANGS_ON).tolist()]
        if self.may_fit(keys) and self.longer(doc):
            return self.by_rules(doc)
        said = [self.known.get(key) or self.learn(key) for key in keys]
        return doc.from_array(SAYS, cast(Any, np.array(said, dtype=np.uint64))) if said else doc

    def may_fit(self, keys: list[Key]) -> bool:
        return self.is_without_sign or any(not self.signs.isdisjoint(key) for key in keys)

    def learn(self, key: Key) -> Said:
        word, tag, dep = (self.vocab.strings[part] for part in key[:3])
        alone = Doc(self.vocab, words=[word], spaces=[False], tags=[tag], heads=[0], deps=[dep])
        if len(self.known) >= MOST_KNOWN:
            self.known.clear()
        self.known[key] = tuple(self.by_rules(alone).to_array(SAYS)[0].tolist())
        return self.known[key]

    def by_rules(self, doc: Doc) -> Doc:
        for ruler in self.rulers:
            doc = ruler(doc)
        return doc


def longer_patterns(nlp: Language) -> Iterator[list[dict[str, Any]]]:
    """Those of several words."""
    rules = cast(Any, nlp.get_pipe("attribute_ruler"))
    return (pattern for rule in rules.patterns for pattern in rule["patterns"] if len(pattern) > 1)


def sign_of(pattern: list[dict[str, Any]]) -> str | None:
    """A word or relation without which a pattern of several words fits nowhere."""
    values = [value for word in pattern for name, value in word.items() if name in {"LOWER", "DEP"}]
    return next((value for value in values if isinstance(value, str)), None)


def can_remember(nlp: Language) -> bool:
    """The pipeline has such rules, one behind the other, and they ask for nothing else."""
    if ("attribute_ruler", "lemmatizer") not in zip(nlp.pipe_names, nlp.pipe_names[1:], strict=False):
        return False
    if "morphologizer" in nlp.pipe_names:
        return False
    rules, lemmatizer = (cast(Any, nlp.get_pipe(name)) for name in ("attribute_ruler", "lemmatizer"))
    words = [word for rule in rules.patterns for pattern in rule["patterns"] if len(pattern) == 1 for word in pattern]
    return all(set(word) <= ASKED for word in words) and lemmatizer.mode == "rule" and not lemmatizer.overwrite
