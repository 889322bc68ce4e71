"""A mail that somebody sent on, or pasted as text: the story stands below the head of the first mail."""

import re
from dataclasses import dataclass

LINE = re.compile(r"[ \t>*]*(?P<name>From|Date|Sent|To|Cc|Subject|Reply-To)[ \t]*:\**[ \t]*(?P<value>[^\n]*)\n", re.I)
FOLDED = re.compile(r"(?:(?:> ?)?[ \t]+[^\s>][^\n]*\n)+")
TOLD = re.compile(
    r"[ \t>]*(?:-{2,} ?(?:Forwarded|Original) message ?-{2,}|Begin forwarded message:|_{10,})[ \t]*\n\s*", re.I
)
ABOVE = 600  # code points that the sender may have put over the head
SENT_ON = re.compile(r"(?:(?:fwd?|re|tr|wg)\s*:\s*)+", re.I)
NAME = re.compile(r"\"?(?P<name>[^\"<]*?)\"?\s*<[^<>]*>?")


@dataclass(frozen=True, slots=True)
class Forwarded:
    """``sent`` as it is written."""

    text: str
    subject: str
    sender: str | None
    sent: str


def forwarded_in(text: str) -> Forwarded | None:
    """Null where no head with sender, day and subject opens the text, or follows the line that tells of one."""
    text = text.replace("\r\n", "\n")
    told = TOLD.search(text[:ABOVE])
    head, at = head_at(text, told.end() if told is not None else len(text) - len(text.lstrip()))
    sent = head.get("date") or head.get("sent")
    if not sent or not head.get("from") or not head.get("subject"):
        return None
    body = text[at:].strip()
    if body.startswith(">"):
        body = re.sub(r"^> ?", "", body, flags=re.M)
    return Forwarded(body, SENT_ON.sub("", head["subject"], count=1), name_of(head["from"]), sent)


def head_at(text: str, at: int) -> tuple[dict[str, str], int]:
    """Name of each line, in small letters, to what it says; and where the head ends."""
    head: dict[str, str] = {}
    while (line := LINE.match(text, at)) is not None:
        at = line.end()
        value = line["value"]
        if (folded := FOLDED.match(text, at)) is not None and LINE.match(text, at) is None:
            value, at = f"{value} {folded[0]}", folded.end()
        head.setdefault(line["name"].lower(), " ".join(value.replace("*", "").split()))
    return head, at


def name_of(sender: str) -> str | None:
    """ "Valley Post" of "Valley Post <news@valley.example>"; an address alone is no name."""
    found = NAME.fullmatch(sender)
    name = found["name"] if found is not None else sender
    return name if name and "@" not in name else None
