"""What stands at the end of every ``--help``: examples, and the exit codes with their meaning."""

DONE = "0    done"
WRONG = "1    the input or the ledger is not what it should be: one line on standard error says why"
CALLED_WRONGLY = "2    the command was called with wrong options"
NOTHING_READ = "2    no source could be read, or the command was called with wrong options"
BROKEN_OFF = "130  broken off with Ctrl-C; what was written is whole"

READING = (DONE, WRONG, NOTHING_READ, BROKEN_OFF)
LOOKING = (DONE, WRONG, CALLED_WRONGLY, BROKEN_OFF)


def manual(*examples: tuple[str, str], codes: tuple[str, ...] = LOOKING) -> str:
    """An epilog for click. ``examples``: what one does and the line to type. Paragraphs with \\b are not wrapped."""
    typed = "\n\n".join(f"\b\n  # {what}\n  {line}" for what, line in examples)
    left = "\n".join(f"  {code}" for code in codes)
    return f"Examples:\n\n{typed}\n\nExit codes:\n\n\b\n{left}"
