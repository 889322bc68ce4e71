"""truceline schema"""

import json

import click

from truceline.cli.manual import manual
from truceline.model.schema import json_schema

EXAMPLES = manual(
    ("into a file", "truceline schema > truceline.schema.json"),
)


@click.command(name="schema", epilog=EXAMPLES)
def command() -> None:
    """Print the JSON Schema of reports, claims, marks and records."""
    click.echo(json.dumps(json_schema(), indent=1))
