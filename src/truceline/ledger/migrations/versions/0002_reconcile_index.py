"""What reconcile finds its neighbours by, and when it last ran."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "join_keys",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=True),
        sa.Column("report", sa.String(16), nullable=False, index=True),
        sa.Column("item", sa.String(16), nullable=False),
        sa.Column("joiner", sa.String(24), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
    )
    op.create_index("join_keys_by_key", "join_keys", ["joiner", "key"])
    op.create_table(
        "record_members",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=True),
        sa.Column("record", sa.String(16), nullable=False, index=True),
        sa.Column("claim", sa.String(16), nullable=False, index=True),
    )
    op.create_table(
        "reconciliations",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("rules", sa.String(16), nullable=False),
        sa.Column("last_report", SEQ, nullable=False),
        sa.Column("last_reading", SEQ, nullable=False),
        sa.Column("last_judgement", SEQ, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("touched", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    for table in ("reconciliations", "record_members", "join_keys"):
        op.drop_table(table)
