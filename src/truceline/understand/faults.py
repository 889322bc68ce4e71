"""A fault of our own while one report is understood costs that report, named and with the reason, never the run."""

from collections.abc import Iterator
from contextlib import contextmanager

from truceline.errors import NotUnderstood, TrucelineError, our_fault
from truceline.model.report import Report

SHOWN = 60  # code points of a text that has no address and no title


@contextmanager
def understanding(report: Report) -> Iterator[None]:
    """Raises NotUnderstood for any error that is not meant for a person."""
    try:
        yield
    except TrucelineError:
        raise
    except Exception as error:
        raise NotUnderstood(name_of(report), our_fault(error)) from error


def name_of(report: Report) -> str:
    return report.url or f"report {report.id} ({report.title or ' '.join(report.text[:SHOWN].split())})"
