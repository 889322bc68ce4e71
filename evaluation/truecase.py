"""Small letters for texts that came over the wire in capitals; every character keeps its place.

A word gets the form that it has most often inside sentences of mixed-case news; an unknown word is taken for a name.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from evaluation.table import data_folder

WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")
INSIDE = re.compile(r"(?<=[a-z,;] )[A-Za-z]+(?:'[a-z]+)?")  # not after a full stop: there every word is a capital
NEWS = ("tempeval3/train.jsonl.gz", "polnear/train.jsonl.gz", "ecbplus/train.jsonl.gz")
SUFFIXES = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ment", "ness", "ion", "ions", "al")


def truecased(text: str) -> str:
    forms = usual_forms()
    small = WORD.sub(lambda word: form_of(word.group().lower(), forms), text)
    return re.sub(r"(?:^|(?<=[.?!] )|(?<=[.?!]  )|(?<=\n\n   )|(?<=\"))[a-z]", lambda one: one.group().upper(), small)


def form_of(word: str, forms: Mapping[str, str]) -> str:
    known = forms.get(word)
    if known is not None:
        return known
    stems = (word.removesuffix(ending) for ending in SUFFIXES if word.endswith(ending))
    plain = any(forms.get(stem, "").islower() or forms.get(f"{stem}e", "").islower() for stem in stems)
    return word if plain else word.capitalize()


@lru_cache(maxsize=1)
def usual_forms() -> Mapping[str, str]:
    counts: dict[str, Counter[str]] = {}
    for name in NEWS:
        for text in texts_of(name):
            for word in INSIDE.findall(text):
                counts.setdefault(word.lower(), Counter())[word] += 1
    return {word: forms.most_common(1)[0][0] for word, forms in counts.items()}


def texts_of(name: str) -> list[str]:
    file = data_folder() / name
    if not file.exists():
        return []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [str(json.loads(line).get("text", "")) for line in lines]
