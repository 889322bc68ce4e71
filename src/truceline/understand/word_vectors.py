"""spaCy's vectors of words (``tok2vec``), more cheaply; they differ from its own by rounding alone.

Before its neighbours are looked at, a word's vector hangs on its letters alone: it is kept and not reckoned anew.
Of each layer that looks at neighbours, the result is reckoned and nothing that only training needs.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model
from threadpoolctl import ThreadpoolController

MOST_KNOWN = 50_000  # half a kilobyte each
BY_LETTERS = [
    "extract_features", "list2ragged", "ints-getitem", "hashembed", "maxout", "layernorm", "dropout", "ragged2list"
]  # fmt: skip
BY_NEIGHBOURS = ["expand_window", "maxout", "layernorm", "dropout"]
Vectors = NDArray[np.float32]
Given = TypeVar("Given")
Result = TypeVar("Result")


def make_vectors_cheap(nlp: Language) -> None:
    """Every part of the pipeline that has vectors of this make gets them so; others are left alone."""
    for _, part in nlp.pipeline:
        for model in tok2vec_of(part):
            embed, encode = model.get_ref("embed"), model.get_ref("encode")
            if leaves(embed) == BY_LETTERS:
                model.replace_node(embed, only_to_predict(Remembered(embed), embed))
            if leaves(encode) == BY_NEIGHBOURS:
                model.replace_node(encode.layers[0], only_to_predict(Encoder(encode.layers[0]), encode.layers[0]))


@lru_cache(maxsize=1)
def threads() -> ThreadpoolController:
    """Those that numpy multiplies with: on tables as small as a report's they mostly wait for one another."""
    return ThreadpoolController()


def tok2vec_of(part: object) -> list[Model[Any, Any]]:
    model = getattr(part, "model", None)
    nodes = model.walk() if isinstance(model, Model) else ()
    return [node for node in nodes if node.has_ref("embed") and node.has_ref("encode")]


def leaves(model: Model[Any, Any]) -> list[str]:
    """The kinds of layers it is made of, each named once, in order."""
    return list(dict.fromkeys(node.name for node in model.walk(order="dfs_pre") if not node.layers))


def only_to_predict(predict: Callable[[Given], Result], stands_for: Model[Given, Result]) -> Model[Given, Result]:
    def forward(model: Model[Given, Result], given: Given, is_train: bool) -> tuple[Result, Callable[..., Any]]:
        if is_train:
            return stands_for(given, is_train)
        return predict(given), lambda _: []

    return Model(f"cheap({stands_for.name})", forward, layers=[stands_for])


class Remembered:
    """Vectors of words by their letters, at most ``MOST_KNOWN`` and those of one batch."""

    def __init__(self, embed: Model[list[Doc], list[Vectors]]) -> None:
        self.features, *self.layers = embed.layers
        self.width = embed.get_dim("nO")
        self.known: dict[bytes, bytes] = {}

    def __call__(self, docs: Sequence[Doc]) -> list[Vectors]:
        each = self.features.predict(docs)
        features = np.ascontiguousarray(np.concatenate(each))
        keys = features.view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        self.learn(features, keys)
        joined = np.frombuffer(b"".join([self.known[key] for key in keys]), dtype=np.float32)
        return np.split(joined.reshape(len(keys), self.width), np.cumsum([len(one) for one in each])[:-1])

    def learn(self, features: NDArray[np.uint64], keys: list[bytes]) -> None:
        if len(self.known) > MOST_KNOWN:
            self.known.clear()
        new = {key: place for place, key in enumerate(keys) if key not in self.known}
        values: Any = [features[list(new.values())]]
        for layer in self.layers if new else ():
            values = layer.predict(values)
        self.known.update(zip(new, (vector.tobytes() for vector in values[0]), strict=False))


class Encoder:
    """Layers that look at neighbours, one upon the other."""

    def __init__(self, layers: Model[Vectors, Vectors]) -> None:
        windows, maxouts, norms = ([node for node in layers.walk() if node.name == kind] for kind in BY_NEIGHBOURS[:3])
        self.layers = [Window(*parts) for parts in zip(windows, maxouts, norms, strict=True)]

    def __call__(self, vectors: Vectors) -> Vectors:
        for layer in self.layers:
            vectors = layer(vectors)
        return vectors


class Window:
    """Each vector and what it makes with its neighbours: the greatest of some sums, brought to one scale."""

    def __init__(self, window: Model[Any, Any], maxout: Model[Any, Any], norm: Model[Any, Any]) -> None:
        self.beside = partial(cast(Any, maxout.ops).seq2col, nW=window.attrs["window_size"])
        weights, bias = (cast(Any, maxout.get_param(name)) for name in ("W", "b"))
        self.sums = np.ascontiguousarray(weights.transpose(1, 0, 2)).reshape(-1, weights.shape[2])
        self.bias, self.at_once = bias.T.ravel(), bias.shape[1]  # sum by sum: those to choose from stand far apart
        self.scale, self.shift = (cast(Any, norm.get_param(name)) for name in ("G", "b"))

    def __call__(self, vectors: Vectors) -> Vectors:
        sums: Vectors = self.beside(vectors) @ self.sums.T  # by numpy, which knows the processor better than spaCy
        sums += self.bias
        first, *others = np.split(sums, self.at_once, axis=1)
        for other in others:
            np.maximum(first, other, out=first)
        made = on_one_scale(first)
        made *= self.scale
        made += self.shift
        made += vectors
        return made


def on_one_scale(vectors: Vectors) -> Vectors:
    """Each with mean 0 and variance 1."""
    moved: Vectors = vectors - vectors.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", moved, moved) / moved.shape[1]
    moved *= (1 / np.sqrt(variance + 1e-08))[:, None]
    return moved
