"""Fetching, against a small server on this machine that the guard is told to allow."""

import gzip
import os
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from read.sources_made import PAGE, STORY, TITLE, words
from truceline.errors import CannotRead, FileNotThere, NotAllowed, NotText, TooLarge
from truceline.read.read_reports import read_reports
from truceline.read.web.guard import is_public
from truceline.read.web.web import Web
from truceline.settings import Settings


class Site(BaseHTTPRequestHandler):
    """Pages by path; counts what was asked and by whom."""

    protocol_version = "HTTP/1.1"
    asked: Counter
    agents: set
    robots: bytes | int

    def do_GET(self):
        self.asked[self.path] += 1
        self.agents.add(self.headers["User-Agent"])
        port = self.server.server_address[1]
        pages = {
            "/robots.txt": lambda: (
                self.send(self.robots) if isinstance(self.robots, bytes) else self.send(b"", self.robots)
            ),
            "/story": lambda: self.send(PAGE, etag='"1"'),
            "/moved": lambda: self.send(b"", 302, location="/story"),
            "/loop": lambda: self.send(b"", 302, location="/loop"),
            "/inside": lambda: self.send(b"", 302, location=f"http://inside.example:{port}/story"),
            "/file": lambda: self.send(b"", 302, location="file:///etc/passwd"),
            "/picture": lambda: self.send(b"x", kind="image/png"),
            "/bomb": lambda: self.send(gzip.compress(b"a" * 50_000_000), encoding="gzip"),
            "/slow": self.drip,
            "/slow-head": lambda: self.drip_raw(b"HTTP/1.1 200 OK\r\nX: "),
            "/slow-chunk": lambda: self.drip_raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
            "/nowhere": lambda: self.send(b"", 302, location="http://[::1/story"),
            "/polish": lambda: self.send(
                PAGE.replace(b"Twelve", "Łódź: twelve".encode("cp1250")), kind="text/html; charset=windows-1250"
            ),
            "/feed": lambda: self.send(self.feed(port), kind="application/rss+xml"),
            "/sitemap.xml": lambda: self.send(self.sitemap(port), kind="application/xml"),
        }
        pages.get(self.path, lambda: self.send(b"", 404))()

    def send(self, content, status=200, kind="text/html", etag=None, location=None, encoding=None):
        if etag and self.headers["If-None-Match"] == etag:
            status, content = 304, b""
        self.send_response(status)
        heads = {"Content-Type": kind, "ETag": etag, "Location": location, "Content-Encoding": encoding,
                 "Content-Length": str(len(content))}  # fmt: skip
        for name, value in heads.items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def drip(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            return

    def drip_raw(self, begin, byte=b"a"):
        self.close_connection = True
        try:
            self.wfile.write(begin)
            for _ in range(200):
                self.wfile.write(byte)
                time.sleep(0.05)
        except OSError:
            return

    def feed(self, port):
        return f"""<rss version="2.0"><channel><title>The Valley Post</title>
        <item><title>{TITLE}</title><link>http://site.example:{port}/story</link>
        <pubDate>Wed, 12 May 2021 06:00:00 GMT</pubDate></item>
        <item><title>No address</title><link>http://[::1/story</link></item>
        <item><title>Gone</title><link>/gone</link></item></channel></rss>""".encode()

    def sitemap(self, port):
        return f"<urlset><url><loc>http://site.example:{port}/story</loc></url></urlset>".encode()

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    handler = type("OneSite", (Site,), {"asked": Counter(), "agents": set(), "robots": b""})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    handler.port = server.server_address[1]
    yield handler
    server.shutdown()
    server.server_close()


def web(site, tmp_path, pauses=None, **settings):
    """``site.example`` is the server of the test; any other name has a private address."""
    names = {"site.example": "127.0.0.1", "inside.example": "10.0.0.1"}
    limits = {"page_cache": tmp_path / "cache", "fetch_delay": 0.0, **settings}
    return Web(
        Settings(**limits),
        resolved=lambda host, port: [names[host]],
        may_reach=lambda ip: ip == "127.0.0.1",
        pause=(pauses if pauses is not None else []).append,
        ports=range(65536),
    )


def address(site, path):
    return f"http://site.example:{site.port}{path}"


def test_a_page_is_read_by_its_address(site, tmp_path):
    (report,) = read_reports(address(site, "/story"), web=web(site, tmp_path))
    assert list(words([report])) == [STORY]
    assert report.url == address(site, "/story")
    assert site.agents == {Settings().user_agent}


def test_a_redirect_is_followed(site, tmp_path):
    assert web(site, tmp_path).open(address(site, "/moved")).content == PAGE


REFUSED = {
    "/loop": FileNotThere, "/inside": NotAllowed, "/file": NotAllowed, "/gone": FileNotThere, "/picture": NotText,
    "/bomb": TooLarge, "/nowhere": FileNotThere,
}  # fmt: skip


@pytest.mark.parametrize(("path", "error"), REFUSED.items())
def test_what_may_not_be_fetched_is_refused(site, tmp_path, path, error):
    with pytest.raises(error) as refused:
        web(site, tmp_path).open(address(site, path))
    assert refused.value.source == address(site, path)


@pytest.mark.parametrize("path", ["/slow", "/slow-head", "/slow-chunk"])
def test_a_page_that_trickles_is_given_up(site, tmp_path, path):
    started = time.monotonic()
    with pytest.raises(FileNotThere, match=r"longer than 0\.5 seconds"):
        web(site, tmp_path, fetch_seconds=0.5).open(address(site, path))
    assert time.monotonic() - started < 3


def test_the_encoding_that_a_server_names_is_believed_where_the_page_says_nothing(site, tmp_path):
    (report,) = read_reports(address(site, "/polish"), web=web(site, tmp_path))
    assert "Łódź: twelve people" in report.text


def test_a_name_in_other_letters_is_reached(site, tmp_path):
    opened = web(site, tmp_path)
    opened.resolved = lambda host, port: {"xn--b1amnebsh.example": ["127.0.0.1"]}[host]
    assert opened.open(f"http://новости.example:{site.port}/story").content == PAGE


def test_robots_txt_is_obeyed(site, tmp_path):
    site.robots = b"User-agent: *\nDisallow: /story"
    with pytest.raises(NotAllowed, match=r"robots\.txt"):
        web(site, tmp_path).open(address(site, "/moved"))
    assert site.asked["/story"] == 0


def test_a_site_whose_robots_txt_fails_is_left_alone(site, tmp_path):
    site.robots = 503
    with pytest.raises(NotAllowed, match="cannot be asked for: the server answers 503"):
        web(site, tmp_path).open(address(site, "/story"))


def test_a_site_without_robots_txt_may_be_read(site, tmp_path):
    site.robots = 404
    assert web(site, tmp_path).open(address(site, "/story")).content == PAGE


def test_requests_to_one_host_keep_their_distance(site, tmp_path):
    site.robots = b"User-agent: *\nCrawl-delay: 7"
    pauses = []
    opened = web(site, tmp_path, pauses)
    for _ in range(2):
        opened.open(address(site, "/story"))
    assert len(pauses) == 1 and 6 < pauses[0] <= 7


def test_an_unchanged_page_is_not_sent_again(site, tmp_path):
    for _ in range(2):
        source = web(site, tmp_path).open(address(site, "/story"))
    assert source.content == PAGE
    assert site.asked["/story"] == 2
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(b"rubbish")
    assert web(site, tmp_path).open(address(site, "/story")).content == PAGE


def test_kept_pages_are_bounded_and_those_unused_for_longest_go(tmp_path):
    from truceline.read.web.answer import Answer
    from truceline.read.web.page_cache import PageCache

    cache = PageCache(tmp_path, largest=3_500)
    (tmp_path / "notes.txt").write_bytes(b"x" * 5_000)
    os.utime(tmp_path / "notes.txt", (0, 0))
    for number, page in enumerate("abcd"):
        cache.keep(page, Answer(200, {"etag": page}, b"x" * 1_000))
        os.utime(max(tmp_path.iterdir(), key=lambda file: file.stat().st_mtime), (number, number))
        if page == "c":
            cache.known("a")
    assert [page for page in "abcd" if cache.known(page)] == ["a", "c", "d"]
    assert (tmp_path / "notes.txt").exists()


def test_a_feed_is_followed_to_its_pages(site, tmp_path):
    refused: list[CannotRead] = []
    (report,) = read_reports(address(site, "/feed"), web=web(site, tmp_path), rejects=refused.append)
    assert list(words([report])) == [STORY]
    assert (report.publisher, str(report.published)) == ("The Valley Post", "2021-05-12")
    assert [error.source for error in refused] == ["http://[::1/story", address(site, "/gone")]


def test_a_sitemap_is_followed_to_its_pages(site, tmp_path):
    (report,) = read_reports(address(site, "/sitemap.xml"), web=web(site, tmp_path))
    assert report.title == TITLE


def test_the_checked_address_is_the_one_that_is_reached(site, tmp_path):
    """A name that has a public address when it is checked and a private one a moment later."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    reached = web(site, tmp_path)
    reached.resolved = lambda host, port: next(answers)
    assert reached.open(address(site, "/story")).content == PAGE  # robots.txt, then the page; no third look-up


def test_by_default_this_machine_is_not_reached(site, tmp_path):
    refused: list[CannotRead] = []
    for named in (f"http://127.0.0.1:{site.port}/story", "http://localhost:8080/", "http://[::1]/", "http://0x7f.1/"):
        assert list(read_reports(named, rejects=refused.append)) == []
    assert len(refused) == 4
    assert not is_public("127.0.0.1") and not site.asked


def test_an_address_with_a_password_is_refused():
    with pytest.raises(NotAllowed):
        Web(Settings()).open("https://user:secret@site.example/")
