"""A site on this machine whose answers a test writes down."""

from __future__ import annotations

import socket
import struct
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FERRY = """<html><head><title>Ferry sinks off Tarn</title>%s</head><body><article><h1>Ferry sinks off Tarn</h1>
<p>At least 12 people died when a ferry sank near Tarn on Tuesday, police said. “We searched all night,” said captain Mira Holt.</p>
<p>The harbour office said that 40 people had been on board. The cause was not known on Wednesday morning.</p>%s</article></body></html>"""
PAGE = (FERRY % ("", "")).encode()


class Site:
    """Answers by path: bytes (a page), (status, headers, body), or a callable that is given the handler.

    Attributes:
        asked: the path of each request, in order.
        heads: the headers of each request, names in small letters.
        times: when each request came, on the monotonic clock.
    """

    def __init__(self):
        self.answers = {}
        self.asked, self.heads, self.times = [], [], []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                site.asked.append(self.path)
                site.heads.append({name.lower(): value for name, value in self.headers.items()})
                site.times.append(time.monotonic())
                site.answer(self)

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def answer(self, handler):
        found = self.answers.get(handler.path.partition("?")[0], (404, {}, b"no such page"))
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        if callable(found):
            found(handler)
            return
        status, headers, body = found if isinstance(found, tuple) else (200, {}, found)
        sends(handler, status, headers, body)

    def at(self, path):
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def named(self, host, path):
        return f"http://{host}:{self.server.server_port}{path}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def sends(handler, status, headers, body):
    told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **headers}
    handler.send_response(status)
    for name, value in told.items():
        if value is not None:
            handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def drips(handler):
    """A byte every while, for ever; the head too."""
    try:
        for char in b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Slow: " + b"z" * 10_000:
            handler.wfile.write(bytes([char]))
            time.sleep(0.05)
    except OSError:
        pass


def drips_body(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    try:
        for _ in range(1000):
            handler.wfile.write(b"z")
            time.sleep(0.05)
    except OSError:
        pass


def endless(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"<p>more</p>" * 1000)
    except OSError:
        handler.close_connection = True


def resets(handler):
    """Half a page, then the connection is torn down."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"<p>half")
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()
