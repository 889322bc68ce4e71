"""Who runs the workers of a batch; the outcome is the same, byte by byte."""

from functools import partial

from truceline.batch.run_batch import Runner


def runner_named(name: str, workers: int, address: str | None = None) -> Runner | None:
    """Null for processes of this command's own. ``address``: a Ray cluster's."""
    if name == "daft":
        from truceline.batch.daft_runner import on_daft

        return partial(on_daft, workers)
    if name == "ray":
        from truceline.batch.ray_runner import on_ray

        return partial(on_ray, address, workers)
    return None
