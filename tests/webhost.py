"""A small web of one's own: a server on this machine whose pages a test writes."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORY = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rebels leave Orlec</title>
<meta property="og:site_name" content="Orlec Times"><meta property="article:published_time" content="2031-04-02">
</head><body><nav><a href="/">Home</a></nav><article><h1>Rebels leave Orlec</h1>
<p>Rebels left the town of Orlec on Monday after three days of fighting, officials in the capital said.</p>
<p>The army said that it would send engineers to clear the roads round the harbour before people come back.</p>
<p>Nine soldiers were killed in the fighting, the governor told reporters at the town hall on Tuesday.</p>
</article></body></html>"""


@dataclass
class Answer:
    """What the server sends: a body, in steps with waits between them where a test asks for it."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None  # what Content-Length says; None: the truth, -1: nothing
    wait: float = 0.0  # before each byte


@dataclass
class Host:
    """A running server.

    Attributes:
        pages: path -> what it answers; a list is answered from the front, its last one for ever.
        asked: paths that were asked for, in order.
        agents: the user agents that asked.
    """

    address: str
    pages: dict[str, Answer | list[Answer] | Callable[[], Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def put(self, path, body=STORY, status=200, **headers):
        """Have a page; keyword ``content_type`` and others become headers."""
        data = body if isinstance(body, bytes) else body.encode()
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        self.pages[path] = Answer(data, status, {"Content-Type": "text/html; charset=utf-8"} | named)
        return self.address + path


@contextmanager
def serve() -> Iterator[Host]:
    """A server on a free port of this machine, for as long as the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            host.asked.append(self.path)
            host.agents.add(self.headers.get("User-Agent", ""))
            known = host.pages.get(self.path.partition("?")[0], Answer(b"nothing here", 404))
            if isinstance(known, list):
                known = known.pop(0) if len(known) > 1 else known[0]
            answer = known() if callable(known) else known
            self._send(answer)

        def _send(self, answer):
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            length = len(answer.body) if answer.length is None else answer.length
            if length >= 0:
                self.send_header("Content-Length", str(length))
            self.end_headers()
            steps = [answer.body] if not answer.wait else [bytes([each]) for each in answer.body]
            try:
                for step in steps:
                    time.sleep(answer.wait)
                    self.wfile.write(step)
                    self.wfile.flush()
            except OSError:
                return  # whoever asked has gone

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    host = Host(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
