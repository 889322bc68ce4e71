"""Serving the pages: one process, threads for readers, an address with a token on the terminal."""

import socket
import webbrowser
from collections.abc import Callable
from threading import Thread, Timer

import click
import uvicorn

from truceline.errors import CannotListen
from truceline.ledger.ledger import Ledger
from truceline.settings import Settings
from truceline.show.app import create_app
from truceline.show.pages.overview import warm
from truceline.show.security import LOOPBACK, Doorkeeper


def serve(ledger: Ledger, *, host: str, port: int, browser: bool, rejoin: Callable[[], object]) -> None:
    """Until interrupted. Raises CannotListen where the port is taken."""
    settings = Settings()
    door = Doorkeeper(user_header=settings.user_header, hosts=(*settings.hosts, *own_name(host)))
    listener = listen(host, port)
    app = create_app(ledger, door, rejoin)
    click.echo(f"Looking into {ledger.address} …", err=True)
    app.state.site.catalogue.fresh()
    Thread(target=warm, args=[app.state.site], daemon=True).start()
    address = f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{listener.getsockname()[1]}"  # noqa: S104
    entry = f"{address}/enter?token={door.token}"
    click.echo(f"truceline shows {ledger.address}\n  to read and judge:  {entry}\n  to read only:       {address}/")
    click.echo("Stop with Ctrl+C.", err=True)
    if browser:
        Timer(0.8, webbrowser.open, [entry]).start()
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])


def own_name(host: str) -> tuple[str, ...]:
    return () if host in LOOPBACK or host == "0.0.0.0" else (host,)  # noqa: S104


def listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), backlog=128)
    except OSError as error:
        raise CannotListen(f"port {port} on {host}: {error.strerror}; choose another one with --port") from error
