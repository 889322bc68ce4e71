"""How the words of English are used, for ``make plea-weights``: words used alike have like rows.

``python -m evaluation.word_vectors MODEL WORDS`` makes word_vectors.npz anew: MODEL is a spaCy model with vectors
(en_core_web_md 3.8), WORDS a file of a word and its frequency a line (the 40,000 most frequent of the package
wordfreq).
"""

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt

from truceline.read.plea_features import stem

FILE = Path(__file__).parent / "word_vectors.npz"
MOST, WIDTH = 20_000, 80  # words and directions that are kept
LONGEST = 17  # letters
STEPS = 127  # of a value kept in one byte

Floats = npt.NDArray[np.float64]


def word_vectors() -> tuple[dict[str, int], Floats]:
    """The row of each word, as a feature of a sentence, and the rows."""
    with np.load(FILE) as file:
        words = file["words"].tobytes().decode().split()
        return {f"w {word}": at for at, word in enumerate(words)}, file["rows"] * float(file["scale"])


def main() -> None:
    model, listed = map(Path, sys.argv[1:])
    pairs = (line.split() for line in listed.read_text(encoding="utf-8").splitlines())
    write(*narrowed(*by_stem(model, {word: float(frequency) for word, frequency in pairs})))


def by_stem(model: Path, frequencies: dict[str, float]) -> tuple[list[str], Floats]:
    """Stems, the most frequent first, and the mean of the directions of their words."""
    from spacy import load

    vocabulary = load(model).vocab
    sums: dict[str, Floats] = defaultdict(lambda: np.zeros(vocabulary.vectors_length))
    weights: dict[str, float] = defaultdict(float)
    for word, frequency in frequencies.items():
        length = vocabulary[word].vector_norm
        if length and word.isalpha() and len(word) <= LONGEST:
            sums[stem(word)] += frequency * vocabulary[word].vector / length
            weights[stem(word)] += frequency
    words = sorted(sums, key=weights.__getitem__, reverse=True)
    return words, np.array([sums[word] / weights[word] for word in words])


def narrowed(words: list[str], rows: Floats) -> tuple[list[str], Floats]:
    """The directions in which words differ most, of a mean length of one."""
    apart = rows - rows.mean(0)
    turned = apart @ np.linalg.svd(apart, full_matrices=False)[2].T
    return words[:MOST], (turned / np.sqrt((turned**2).sum(1).mean()))[:MOST, :WIDTH]


def write(words: list[str], rows: Floats) -> None:
    scale = np.abs(rows).max() / STEPS / 2  # few values are so large; these are cut
    steps = np.clip(np.round(rows / scale), -STEPS, STEPS).astype(np.int8)
    listed = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    np.savez_compressed(FILE, words=listed, rows=steps, scale=np.float64(scale))


if __name__ == "__main__":
    main()
