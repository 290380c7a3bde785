"""A preview server as docs/preview.md describes it, whose site and whose problems a test can set at will.

The site is what lies in public/, so that pages are as long and as full as real ones.
"""

import contextlib
import hashlib
import html
import json
import pathlib
import re
import socket
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROOT = pathlib.Path(__file__).resolve().parents[2]
PUBLIC = ROOT / "public"
# Made by ListingExampleTests.swift.
LISTINGS = pathlib.Path(__file__).parent / "Listings"
RESOURCES = ROOT / "Sources/Preview/Resources"
POLICY = re.search(r"^  Content-Security-Policy: (.*)$", (PUBLIC / "_headers").read_text(), re.MULTILINE)[1]
META_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n?')
STYLE_LINK = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".xml": "text/xml"}


def problem(message, rule="link/missing-page", severity="error", place="content/risks/bladder.md:12:5", **more):
    """A PROBLEM of docs/preview.md, empty but for what is given."""
    empty = {"help": None, "notes": [], "excerpt": None, "open": None, "page": None, "quote": None}
    return {"severity": severity, "rule": rule, "message": message, "place": place, **empty, **more}


def quote(block, text=""):
    return {"block": block, "text": text}


class FakePreview:
    def __init__(self):
        self.files = {"/" + path.relative_to(PUBLIC).as_posix(): path.read_bytes() for path in PUBLIC.rglob("*") if path.is_file()}
        self.files["/.sitegen/index.html"] = (LISTINGS / "full.html").read_bytes()
        self.problems = {"checking": False, "errors": [], "moreErrors": 0, "findings": [], "elsewhere": {"error": 0, "warning": 0, "info": 0}}
        self.generation = 1
        self.connected = 0
        self._held = None
        self._known = {}
        self._changed = threading.Condition()
        self._server = None
        self._sockets = set()
        self.port = 0

    # What tests do

    def url(self, path="/"):
        return f"http://127.0.0.1:{self.port}{path}"

    def edit(self, address, change):
        """Changes the text of a page or a file: `change` gets it and returns it."""
        self._set(lambda: self.files.update({self._name(address): change(self.text(address)).encode()}))

    def write(self, address, text):
        self._set(lambda: self.files.update({self._name(address): text.encode()}))

    def delete(self, address):
        self._set(lambda: self.files.pop(self._name(address)))

    def text(self, address):
        return self.files[self._name(address)].decode()

    def restyle(self, css):
        """Another style sheet at another address, as any edit of one gives it."""
        name = f"/assets/style.{hashlib.sha256(css.encode()).hexdigest()[:10]}.css"

        def change():
            self.files[name] = css.encode()
            for path, content in self.files.items():
                if path.endswith(".html") and not path.startswith("/.sitegen/"):
                    self.files[path] = STYLE_LINK.sub(f'<link rel="stylesheet" href="{name}">', content.decode()).encode()

        self._set(change)
        return name

    def say(self, **problems):
        """Sends another state: `errors`, `findings`, `checking` and so on."""
        self._set(lambda: self.problems.update(problems))

    @contextlib.contextmanager
    def hold(self, prefix):
        """Gives no answer for addresses that begin so, until the end of the block."""
        self._held = prefix
        try:
            yield
        finally:
            with self._changed:
                self._held = None
                self._changed.notify_all()

    def start(self):
        preview = self

        class Handler(RequestHandler):
            site = preview

        # The listening socket is made with SO_REUSEADDR, so a restart gets the same port.
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self):
        server, self._server = self._server, None
        server.shutdown()
        server.server_close()
        with self._changed:
            for each in list(self._sockets):
                try:
                    each.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass  # the browser was faster
            self._changed.notify_all()

    def wait_for_connections(self, count):
        with self._changed:
            assert self._changed.wait_for(lambda: self.connected == count, timeout=10), f"{self.connected} pages are connected"

    # What pages get

    def page(self, address):
        """The bytes of what is at an address, and whether there is anything."""
        content = self.files.get(self._name(address))
        return (self.files["/404.html"], False) if content is None else (content, True)

    def fingerprint(self, content):
        name = hashlib.sha256(content).hexdigest()[:16]
        self._known[name] = content.decode()
        return name

    def state(self, address, known):
        content, _ = self.page(address)
        name = self.fingerprint(content)
        state = {"generation": self.generation, "bytes": name, **self.problems}
        old = self._known.get(known)
        if old is not None and name != known and STYLE_LINK.sub("", old) == STYLE_LINK.sub("", content.decode()):
            state["styles"] = dict(zip(STYLE_LINK.findall(old), STYLE_LINK.findall(content.decode())))
        return state

    @property
    def is_running(self):
        return self._server is not None

    def _name(self, address):
        return address + "index.html" if address.endswith("/") else address

    def _set(self, change):
        with self._changed:
            change()
            self.generation += 1
            self._changed.notify_all()


class RequestHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: FakePreview

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path).path
        with self.site._changed:
            self.site._sockets.add(self.connection)
            self.site._changed.wait_for(lambda: not self.site._held or not address.startswith(self.site._held), timeout=10)
        if address == "/.sitegen/events":
            self.events()
        elif address in ("/.sitegen/preview.js", "/.sitegen/preview.css"):
            file = RESOURCES / pathlib.PurePath(address).name
            self.answer(200, file.read_bytes(), {"Content-Type": TYPES[file.suffix], "Cache-Control": "no-store"})
        elif address == "/favicon.ico":
            self.answer(204, b"", {})  # browsers ask for it on pages without an icon
        else:
            self.file(address)

    def file(self, address):
        content, is_there = self.site.page(address)
        name = address + "index.html" if address.endswith("/") else address
        kind = pathlib.PurePath(name if is_there else "404.html").suffix
        headers = {"Content-Type": TYPES.get(kind, "text/plain"), "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        policies = [POLICY]
        if kind == ".html" and "text/html" in self.headers.get("Accept", ""):
            text = content.decode()
            script = (
                f'<script src="/.sitegen/preview.js" data-page="{html.escape(address)}" '
                f'data-bytes="{self.site.fingerprint(content)}" defer></script>'
            )
            policies += [html.unescape(policy) for policy in META_POLICY.findall(text)]
            policies = [self.allow_preview(policy) for policy in policies]
            if address == "/.sitegen/":
                policies = [self.allow_preview(f"default-src 'none'; style-src {self.site.url('/.sitegen/preview.css')}")]
            content = META_POLICY.sub("", text).replace("</head>", script + "</head>", 1).encode()
            headers["Vary"] = "Accept"
        headers["Content-Security-Policy"] = policies
        self.answer(200 if is_there else 404, content, headers)

    def allow_preview(self, policy):
        base = self.site.url("/.sitegen/")
        script = f"script-src {base}preview.js"
        policy = policy.replace("script-src", script) if "script-src" in policy else f"{policy}; {script}"
        return f"{policy}; connect-src {base}events {base}preview.css"

    def answer(self, status, content, headers):
        self.send_response(status)
        for name, values in headers.items():
            for value in values if isinstance(values, list) else [values]:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def events(self):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        address, known = query["page"][0], query["bytes"][0]
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        site = self.site
        sent = 0
        with site._changed:
            site.connected += 1
            site._changed.notify_all()
        try:
            while site.is_running:
                with site._changed:
                    # Looks up from time to time, since nothing else tells that the page has gone.
                    site._changed.wait_for(lambda: site.generation != sent or not site.is_running, timeout=0.2)
                    if not site.is_running:
                        break
                    message = b": still here\n\n"
                    if site.generation != sent:
                        sent = site.generation
                        state = site.state(address, known)
                        known = state["bytes"]
                        message = f"event: state\ndata: {json.dumps(state)}\n\n".encode()
                self.wfile.write(message)
        except OSError:
            pass  # the page was closed
        finally:
            with site._changed:
                site.connected -= 1
                site._changed.notify_all()

    def handle(self):
        try:
            super().handle()
        except OSError:
            pass  # the browser went away in the middle of an answer
        finally:
            with self.site._changed:
                self.site._sockets.discard(self.connection)

    def log_message(self, *arguments):
        pass
