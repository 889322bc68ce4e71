"""Reports, readings, claims, records, judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def seq() -> sa.Column[int]:
    return sa.Column("seq", SEQ, primary_key=True, autoincrement=True)


def upgrade() -> None:
    op.create_table(
        "reports",
        seq(),
        sa.Column("id", sa.String(16), nullable=False, index=True),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("published", sa.String(10)),
        sa.Column("publisher", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("id", "digest"),
    )
    op.create_table(
        "readings",
        seq(),
        sa.Column("report", sa.String(16), nullable=False, index=True),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("conflict", sa.Text),
        sa.Column("tool_version", sa.String(40), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_table(
        "claims",
        seq(),
        sa.Column("id", sa.String(16), nullable=False, index=True),
        sa.Column("reading", SEQ, sa.ForeignKey("readings.seq"), nullable=False),
        sa.Column("report", sa.String(16), nullable=False, index=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("reading", "id"),
    )
    op.create_index("claims_by_kind", "claims", ["kind", "reading"])
    op.create_table(
        "records",
        seq(),
        sa.Column("id", sa.String(16), nullable=False, index=True),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("retired", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "judgements",
        seq(),
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )


def downgrade() -> None:
    for table in ("judgements", "records", "claims", "readings", "reports"):
        op.drop_table(table)
