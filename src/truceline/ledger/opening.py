"""Opening a ledger: a file (SQLite, WAL) or an address; made where it is not there, refused where it is no ledger."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from truceline.errors import LedgerBusy, LedgerFault, LedgerTooNew, NotALedger

APPLICATION_ID = 0x74726C6E  # "trln", in SQLite's header: tells a ledger from any other database file
WAIT_SECONDS = 30  # how long a second writer waits for the first one
PATIENCE_MS = 1000  # milliseconds before a waiting writer says so
log = logging.getLogger("truceline")
WRITES = "truceline_writes"  # execution option: this transaction will write
SQLITE_HEADER = b"SQLite format 3\x00"


def open_engine(address: str | Path, *, create: bool = True) -> Engine:
    """Connect and bring the tables up to date. Raises NotALedger, LedgerTooNew, LedgerBusy or LedgerFault."""
    engine = _postgres(str(address)) if is_address(address) else _sqlite(Path(address), create)
    with faults(address), engine.execution_options(**{WRITES: True}).begin() as connection:
        _bring_up_to_date(connection, str(address))
    return engine


def is_address(address: str | Path) -> bool:
    return "://" in str(address)


def _postgres(address: str) -> Engine:
    """Raises LedgerFault where the driver is not installed."""
    try:
        engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://", 1), pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise LedgerFault(f"a PostgreSQL ledger needs a driver: pip install 'truceline[postgres]' ({error})") from error
    event.listen(engine, "begin", _take_turn)
    return engine


def _take_turn(connection: Connection) -> None:
    """Writers come one after the other, as in a file: numbers of rows then grow in the order of commits,
    which is what tells a reconciliation how far it has come. Readers never wait.
    """
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")


def one_view(engine: Engine) -> dict[str, str]:
    """Execution options under which all reads of a transaction see one state; SQLite's do anyway."""
    return {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}


def _sqlite(path: Path, create: bool) -> Engine:
    if path.is_dir():
        raise NotALedger(f"{path}: this is a folder, a ledger is a file")
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(16) != SQLITE_HEADER:
                raise NotALedger(f"{path}: this file is not a ledger")
    elif not create:
        raise NotALedger(f"{path}: there is no ledger here (make one with 'truceline run ... --ledger {path}')")
    elif not path.parent.is_dir():
        raise LedgerFault(f"{path}: the folder {path.parent} is not there")
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT_SECONDS})
    event.listen(engine, "connect", _set_manners)
    event.listen(engine, "begin", _begin)
    return engine


def _set_manners(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes its turn at once: a read that later wants to write would fail where another wrote meanwhile."""
    if not connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql("BEGIN")
        return
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {PATIENCE_MS}")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except OperationalError as error:
        if "locked" not in str(error):
            raise
        log.warning("another program is writing to %s: waiting for it, at most %d s", connection.engine.url.database,
                    WAIT_SECONDS)  # fmt: skip
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _bring_up_to_date(connection: Connection, address: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    now = MigrationContext.configure(connection).get_current_revision()
    if now is None and inspect(connection).get_table_names():
        raise NotALedger(f"{address}: this database holds something else than a ledger")
    if now is not None and now not in known:
        raise LedgerTooNew(
            f"{address}: written by a newer truceline (tables version {now}); update truceline to open it"
        )
    if now != max(known):
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.dialect.name == "sqlite":
            connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))


def use_write_ahead_log(engine: Engine) -> None:
    """WAL lets readers go on while one writes. It stays with the file, so it is set once."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()  # outside any transaction, as the mode demands
        connection.cursor().execute("PRAGMA journal_mode = WAL")
        connection.close()


@contextmanager
def faults(address: str | Path) -> Iterator[None]:
    """Turn the database's errors into ours, for a person to read."""
    try:
        yield
    except OperationalError as error:
        if "locked" in str(error):
            raise LedgerBusy(f"{address}: another program is writing; nothing was lost, try again") from error
        raise LedgerFault(f"{address}: {error.orig}") from error
    except DatabaseError as error:
        raise NotALedger(f"{address}: this file is not a ledger ({error.orig})") from error
