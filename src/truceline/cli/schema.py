"""truceline schema"""

import json

import click

from truceline.model.schema import json_schema


@click.command(name="schema")
def command() -> None:
    """Print the JSON Schema of reports, claims, marks and records."""
    click.echo(json.dumps(json_schema(), indent=1))
