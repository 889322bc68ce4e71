"""Who runs the workers of a batch; the outcome is the same, byte by byte."""

from functools import partial

from truceline.batch.run_batch import Runner


def runner_named(name: str, workers: int) -> Runner | None:
    """Null for processes of this command's own."""
    if name == "daft":
        from truceline.batch.daft_runner import on_daft

        return partial(on_daft, workers)
    return None
