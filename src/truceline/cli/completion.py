"""truceline completion"""

import click
from click.shell_completion import get_completion_class

from truceline.cli.manual import manual

VARIABLE = "_TRUCELINE_COMPLETE"  # click looks there whether a shell asks
EXAMPLES = manual(
    ("bash: from now on", "truceline completion bash > ~/.local/share/bash-completion/completions/truceline"),
    ("zsh: a folder of fpath", "truceline completion zsh > ~/.zfunc/_truceline"),
    ("fish: from now on", "truceline completion fish > ~/.config/fish/completions/truceline.fish"),
)


@click.command(name="completion", epilog=EXAMPLES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print a script that lets a shell complete commands, options and their values.

    bash needs version 4.4 or newer and the package bash-completion; zsh needs the folder in fpath before compinit.
    """
    made = get_completion_class(shell)
    assert made is not None  # noqa: S101 - click ships all three
    completer = made(context.find_root().command, {}, "truceline", VARIABLE)
    click.echo(completer.source_template % completer.source_vars())
