"""A server on loopback that answers as an OpenAI-compatible one does, from a list of recorded answers."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Recorded:
    """``answers``: (status, body) in order, the last one again and again. ``requests``: what was asked."""

    def __init__(self, answers):
        self.answers = list(answers)
        self.requests = []

    def next(self):
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def model_server(*answers):
    recorded = Recorded(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            recorded.requests.append({"path": self.path, "key": self.headers.get("Authorization"), **body})
            status, text = recorded.next()
            data = text.encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", recorded
    finally:
        server.shutdown()
        server.server_close()


def answered(*claims):
    """A good answer that proposes these claims."""
    return 200, json.dumps({"choices": [{"message": {"content": json.dumps({"claims": list(claims)})}}]})
