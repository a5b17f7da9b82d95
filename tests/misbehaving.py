"""A web server of ours that does what servers do on bad days."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ZEROS = gzip.compress(bytes(3_000_000))

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the server's table of addresses."""

    server: Misbehaving
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked[self.path] += 1
        self.server.headers.append(dict(self.headers))
        self.server.times.append((self.path, time.monotonic()))
        answer = self.server.table.get(path)
        if answer is None:
            self.reply(404, b"nothing here")
        else:
            answer(self)

    def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        if "Transfer_Encoding" not in headers:
            headers.setdefault("Content_Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


class Misbehaving(ThreadingHTTPServer):
    """`table` says what to do at each path; `asked` counts how often that was."""

    daemon_threads = True

    def __init__(self, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), Handler)
        self.host = host
        self.asked: Counter[str] = Counter()
        self.headers: list[dict[str, str]] = []
        self.times: list[tuple[str, float]] = []
        self.go = threading.Event()
        self.table: dict[str, Answer] = {}

    def address(self, path: str = "/") -> str:
        return f"http://{self.host}:{self.server_port}{path}"

    def page(self, path: str, body: bytes | str, kind: str = "text/html; charset=utf-8", **headers: str) -> str:
        """Puts something at a path; returns its address."""
        data = body.encode() if isinstance(body, str) else body
        self.table[path] = lambda handler: handler.reply(200, data, Content_Type=kind, **headers)
        return self.address(path)

    def handle_error(self, request: object, client_address: object) -> None:
        """The client hangs up on us as it should."""


def redirect(to: str, status: int = 302) -> Answer:
    return lambda handler: handler.reply(status, Location=to)


def busy(times: int, status: int = 503, **headers: str) -> Answer:
    """So many refusals, then a page."""
    left = [times]

    def answer(handler: Handler) -> None:
        left[0] -= 1
        if left[0] >= 0:
            handler.reply(status, b"later", **headers)
        else:
            handler.reply(200, b"at last", Content_Type="text/plain")

    return answer


def silent(handler: Handler) -> None:
    """Takes the request and says nothing until the test is over."""
    handler.server.go.wait(20)
    handler.close_connection = True


def dripping(handler: Handler) -> None:
    """Sends its headers a byte at a time, each well before a timeout."""
    handler.close_connection = True
    for byte in b"HTTP/1.1 200 OK\r\n" + b"X-Slow: very\r\n" * 1000:
        if handler.server.go.wait(0.05):
            return
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()


def dropping(handler: Handler) -> None:
    """Promises more than it sends."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"half of it")
    handler.close_connection = True


def garbage(handler: Handler) -> None:
    """No HTTP at all."""
    handler.wfile.write(b"\x00\x01\x02 this is not HTTP\r\n\r\n")
    handler.close_connection = True


def endless(handler: Handler) -> None:
    """Never stops sending."""
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    piece = b"x" * 10_000
    while not handler.server.go.is_set():
        handler.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")


def bomb(*encodings: str) -> Answer:
    """A few kilobytes that are megabytes, compressed once or several times."""
    data = ZEROS
    for _ in encodings[1:]:
        data = gzip.compress(data)
    return lambda handler: handler.reply(200, data, Content_Encoding=", ".join(encodings), Content_Type="text/plain")


def with_etag(body: bytes, tag: str = '"v1"', modified: str = "Mon, 04 Mar 2024 08:30:00 GMT") -> Answer:
    """Says that nothing changed to whoever has the tag or the date."""

    def answer(handler: Handler) -> None:
        known = handler.headers.get("If-None-Match") == tag or handler.headers.get("If-Modified-Since") == modified
        if known:
            handler.reply(304, ETag=tag)
        else:
            handler.reply(200, body, ETag=tag, Last_Modified=modified, Content_Type="text/plain")

    return answer
