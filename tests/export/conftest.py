import pytest

from export.war import write_war
from truceline.ledger.ledger import Ledger


@pytest.fixture
def ledger(tmp_path):
    with Ledger(write_war(tmp_path / "war.db")) as opened:
        yield opened


@pytest.fixture
def exported(ledger, tmp_path):
    """Writes a format and gives its folder."""
    from truceline.export.formats import export

    def write(name, **options):
        folder = tmp_path / name
        list(export(ledger, name, folder, **options))
        return folder

    return write
