"""The tables. Every body is the noun's JSON; the columns beside it are what is looked up by.

A newer version of a noun is one more row: ``digest`` tells versions apart, ``seq`` orders them.
"""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text
from sqlalchemy import UniqueConstraint as Unique

metadata = MetaData()
Seq = BigInteger().with_variant(Integer, "sqlite")

# One row a sighting: the same text at two outlets is two rows with one id.
reports = Table(
    "reports",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, index=True),
    Column("digest", String(16), nullable=False),
    Column("published", String(10)),
    Column("publisher", Text),
    Column("body", Text, nullable=False),
    Unique("id", "digest"),
)

# One row for each time that a report was read with another outcome; the last one holds.
readings = Table(
    "readings",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("report", String(16), nullable=False, index=True),
    Column("digest", String(16), nullable=False),
    Column("conflict", Text),
    Column("tool_version", String(40), nullable=False),
    Column("at", String(32), nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, index=True),
    Column("reading", Seq, ForeignKey("readings.seq"), nullable=False),
    Column("report", String(16), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("body", Text, nullable=False),
    Unique("reading", "id"),
    Index("claims_by_kind", "kind", "reading"),
)

records = Table(
    "records",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, index=True),
    Column("digest", String(16), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("retired", Boolean, nullable=False),
    Column("body", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# Two indexes, not records: written anew wherever reconcile finds other keys or other members.
join_keys = Table(
    "join_keys",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("report", String(16), nullable=False, index=True),
    Column("item", String(16), nullable=False),
    Column("joiner", String(24), nullable=False),
    Column("key", Text, nullable=False),
    Index("join_keys_by_key", "joiner", "key"),
)

record_members = Table(
    "record_members",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("record", String(16), nullable=False, index=True),
    Column("claim", String(16), nullable=False, index=True),
)

# One row a reconciliation: by which rules, how far it had read, how many claims there were and were touched.
reconciliations = Table(
    "reconciliations",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("rules", String(16), nullable=False),
    Column("last_report", Seq, nullable=False),
    Column("last_reading", Seq, nullable=False),
    Column("last_judgement", Seq, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("touched", Integer, nullable=False),
)
