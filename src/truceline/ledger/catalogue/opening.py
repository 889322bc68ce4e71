"""Where a catalogue lies and how it is opened."""

import sqlite3
import tempfile
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from secrets import token_hex

from truceline.ledger.opening import is_address

FILLING = "4"  # of what rows.py puts in; a catalogue of another filling or schema is made anew
WAIT_SECONDS = 30


def catalogue_path(address: str | Path) -> Path:
    """Beside a ledger that is a file in a folder we may write to; else in the folder for temporary files."""
    if not is_address(address):
        beside = Path(str(address) + ".catalogue")
        if can_write(beside):
            return beside
    name = sha256(str(address).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"truceline-{name}.catalogue"


def can_write(path: Path) -> bool:
    try:
        path.open("ab").close()
    except OSError:
        return False
    return True


def connect(path: Path) -> sqlite3.Connection:
    """One connection for one thread. Makes the tables where they are not there."""
    connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")  # a lost catalogue is made again from the ledger
    connection.execute("PRAGMA cache_size = -8000")  # each thread has one of its own
    connection.execute("PRAGMA mmap_size = 2000000000")  # and all share these pages
    return connection


def is_current(connection: sqlite3.Connection) -> bool:
    tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'marks'").fetchone()[0]
    if not tables:
        return False
    found = connection.execute("SELECT value FROM marks WHERE name = 'version'").fetchone()
    return found is not None and str(found[0]) == version_of(schema())


def make_tables(connection: sqlite3.Connection) -> None:
    """Drop whatever was there and begin anew, inside the caller's transaction."""
    for kind in ("table", "index"):
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_words_%'",
            (kind,),
        ).fetchall()
        for (name,) in names:
            connection.execute(f'DROP {kind} IF EXISTS "{name}"')
    for statement in schema().split(";\n"):
        if statement.strip():
            connection.execute(statement)
    marks = (("version", version_of(schema())), ("made", token_hex(8)))
    connection.executemany("INSERT INTO marks VALUES (?, ?)", marks)


def made_at(connection: sqlite3.Connection) -> str:
    """Tells one making of the catalogue from another."""
    found = connection.execute("SELECT value FROM marks WHERE name = 'made'").fetchone()
    return str(found[0]) if found is not None else ""


def schema() -> str:
    return (files("truceline.ledger.catalogue") / "schema.sql").read_text()


def version_of(tables: str) -> str:
    return f"{FILLING}-{sha256(tables.encode()).hexdigest()[:12]}"
