"""Every error of ours.

TrucelineError                 catch this to catch all of ours
├── CannotRead                 one source could not be read; the run goes on
│   ├── FileNotThere
│   ├── NothingToRead          empty, or no article in it
│   ├── NotText                binary rubbish, an unknown format or encoding
│   ├── TooLarge
│   ├── NotAllowed             a page that must not be fetched: robots.txt, a private network
│   ├── LanguageNotSupported
│   ├── ReaderFault            our own fault on one source; the run goes on
│   └── NotUnderstood          our own fault on one report; the run goes on
├── NothingRead                no source of the run could be read (exit code 2)
├── BatchFault                 a batch cannot be written, read or gone on with
├── WrongDate                  a date that a person gave is none
├── WrongValue                 what a person typed does not fit its field
├── KnowledgeFault             a knowledge file is wrong; names file and line
├── UnknownConflict
├── CannotListen               the pages cannot be served there
├── ModelFault              a language model gave no answer that can be used
└── LedgerFault
    ├── NotALedger             the file is something else
    ├── LedgerTooNew           written by a newer truceline
    ├── LedgerBusy             another program is writing
    └── JudgedMeanwhile        somebody decided on the same claim a moment before
"""

import traceback
from pathlib import Path


class TrucelineError(Exception):
    """Root of all errors that truceline raises on purpose. The message is for a person."""


class CannotRead(TrucelineError):
    """One source could not be read. ``source`` names it as the user did; ``reason`` says why in words."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type["CannotRead"], tuple[str, str]]:
        """So that it comes through from another process as it was."""
        return type(self), (self.source, self.reason)


class FileNotThere(CannotRead):
    pass


class NothingToRead(CannotRead):
    pass


class NotText(CannotRead):
    pass


class TooLarge(CannotRead):
    pass


class NotAllowed(CannotRead):
    pass


class LanguageNotSupported(CannotRead):
    pass


class ReaderFault(CannotRead):
    pass


class NotUnderstood(CannotRead):
    pass


class NothingRead(TrucelineError):
    pass


class BatchFault(TrucelineError):
    pass


class WrongDate(TrucelineError):
    pass


class WrongValue(TrucelineError):
    pass


class KnowledgeFault(TrucelineError):
    """A knowledge file cannot be used. ``line`` is counted from 1; null where the whole file is meant."""

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        super().__init__(f"{file}{f', line {line}' if line else ''}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class UnknownConflict(TrucelineError):
    pass


class CannotListen(TrucelineError):
    pass


class ModelFault(TrucelineError):
    pass


class LedgerFault(TrucelineError):
    pass


class NotALedger(LedgerFault):
    pass


class LedgerTooNew(LedgerFault):
    pass


class JudgedMeanwhile(LedgerFault):
    pass


class LedgerBusy(LedgerFault):
    pass


def our_fault(error: Exception) -> str:
    """Of an error that is not meant for a person: what broke, and where."""
    calls = traceback.extract_tb(error.__traceback__)[-2:]
    where = ", ".join(f"{call.name} ({Path(call.filename).name}, line {call.lineno})" for call in calls)
    return f"truceline broke on this text, please report it: {type(error).__name__}: {error}, in {where}"
