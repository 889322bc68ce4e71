"""Serving the pages: processes with one listener, threads for readers, an address with a token on the terminal."""

import gc
import logging
import os
import signal
import socket
import sys
import webbrowser
from collections.abc import Callable, MutableSequence
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread, Timer

import click
import uvicorn
from fastapi import FastAPI

from truceline.errors import CannotListen
from truceline.ledger.ledger import Ledger
from truceline.settings import Settings
from truceline.show.app import create_app
from truceline.show.pages.warming import warm
from truceline.show.security import LOOPBACK, Doorkeeper
from truceline.show.sharing import SharingServer, counters
from truceline.show.site import Site

MOST_WORKERS = 4  # more take memory, and a ledger that is a file has one writer at a time anyway
BACKLOG = 128  # connections that wait to be taken
TURN = 0.001  # seconds that a page being made keeps the interpreter from a thread that has an answer ready
# Nearly all that lives long is kept claims, which a full collection looks through for a quarter of a second while
# readers wait; it comes seldom, and there is little for it to find.
COLLECT = (10_000, 20, 1_000)
log = logging.getLogger(__name__)
Rejoin = Callable[[Ledger], object]


def serve(ledger: Ledger, *, host: str, port: int, browser: bool, rejoin: Rejoin, workers: int) -> None:
    """Until interrupted. ``workers`` 0: one process for each core. Raises CannotListen where the port is taken."""
    settings = Settings()
    door = Doorkeeper(user_header=settings.user_header, hosts=(*settings.hosts, *own_name(host)))
    listener = listen(host, port)
    click.echo(f"Looking into {ledger.address} …", err=True)
    app = made_app(ledger, door, rejoin)
    address = f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{listener.getsockname()[1]}"  # noqa: S104
    entry = f"{address}/enter?token={door.token}"
    click.echo(f"truceline shows {ledger.address}\n  to read and judge:  {entry}\n  to read only:       {address}/")
    click.echo("Stop with Ctrl+C.", err=True)
    opening = Timer(0.8, webbrowser.open, [entry]) if browser else None
    run(app, listener, workers or usual_workers(), opening)


def made_app(ledger: Ledger, door: Doorkeeper, rejoin: Rejoin) -> FastAPI:
    """The application with its first pages, before anybody asks and before processes split off.

    Nothing stays open that other processes would take over; connections open anew when they are needed.
    """
    app = create_app(ledger, door, partial(rejoin, ledger))
    site: Site = app.state.site
    site.catalogue.fresh()
    try:
        warm(site)
    except Exception:
        log.exception("the first pages could not be made ahead")
    site.catalogue.close()
    ledger.close()
    return app


def usual_workers() -> int:
    """One for each core; one where processes cannot be split off safely."""
    return min(MOST_WORKERS, os.cpu_count() or 1) if sys.platform == "linux" else 1


def run(app: FastAPI, listener: socket.socket, workers: int, opening: Timer | None = None) -> None:
    """This process and ``workers`` - 1 more answer; they end with it. ``opening`` starts when all have split off."""
    numbers = counters(workers) if workers > 1 else [0]
    others = []
    if workers > 1:
        split = get_context("fork")
        places = [(app, listener, numbers, own) for own in range(1, workers)]
        others = [split.Process(target=run_beside, args=place, daemon=True) for place in places]
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    gc.freeze()
    for other in others:
        other.start()
    if opening is not None:
        opening.start()
    try:
        run_one(app, listener, numbers, 0)
    finally:
        for other in others:
            other.terminate()


def run_beside(app: FastAPI, listener: socket.socket, numbers: MutableSequence[int], own: int) -> None:
    Thread(target=end_with_parent, daemon=True).start()
    run_one(app, listener, numbers, own)


def end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
    os.kill(os.getpid(), signal.SIGTERM)


def run_one(app: FastAPI, listener: socket.socket, numbers: MutableSequence[int], own: int) -> None:
    gc.set_threshold(*COLLECT)
    sys.setswitchinterval(TURN)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    server = SharingServer(config, numbers, own) if len(numbers) > 1 else uvicorn.Server(config)
    server.run(sockets=[listener])


def own_name(host: str) -> tuple[str, ...]:
    return () if host in LOOPBACK or host == "0.0.0.0" else (host,)  # noqa: S104


def listen(host: str, port: int) -> socket.socket:
    try:
        listener = socket.create_server((host, port), backlog=BACKLOG)
    except OSError as error:
        raise CannotListen(f"port {port} on {host}: {error.strerror}; choose another one with --port") from error
    # Connections take this over; without it the end of a short page waits 40 ms for the reader's acknowledgement.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener
