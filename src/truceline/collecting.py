"""How often Python looks for garbage, in processes that are all ours: commands and workers."""

import gc

# New objects before a first look: a report makes tens of thousands that die with it by themselves.
SELDOM = (50_000, 10, 10)


def collect_seldom() -> None:
    """Understanding takes a twentieth less time; the objects that wait take a few megabytes."""
    gc.set_threshold(*SELDOM)
