from hypothesis import given
from hypothesis import strategies as st

from truceline.model.evidence import evidence_of, span_of


@given(st.text(), st.integers(0, 80), st.integers(0, 80))
def test_evidence_is_always_the_exact_words(text, start, length):
    start = min(start, len(text))
    end = min(len(text), start + length)
    made = evidence_of(text, 0, start, end)
    assert text[made.start : made.end] == made.exact == span_of(text, start, end).exact
    assert text[made.start - len(made.prefix) : made.end + len(made.suffix)] == made.prefix + made.exact + made.suffix
