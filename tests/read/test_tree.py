"""A page as a tree."""

import pytest

from truceline.errors import TooLarge
from truceline.read.pages.tree import page_tree, visible_text


@pytest.mark.parametrize(
    "around", ["<script>{}</script>", "<SCRIPT type='x'>{}</SCRIPT>", "<style>{}</style>", "<!-- {} -->"]
)
def test_what_a_program_compares_is_no_element(around):
    program = " ".join(f"if (a<b && n{number} = {number})" for number in range(29_000))
    page = f"<html><body>{around.format(program)}<p>Shells fell on Goma.</p></body></html>"
    assert visible_text(page_tree("page", page)).endswith("Shells fell on Goma.")


def test_attributes_behind_a_program_are_counted():
    many = " ".join(f"a{number}=1" for number in range(29_000))
    with pytest.raises(TooLarge, match="attributes"):
        page_tree("page", f"<script>if (a<b) x()</script><!-- <b --><p {many}>Shells fell.</p>")
