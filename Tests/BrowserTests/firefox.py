"""Firefox over WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which it speaks by itself: Playwright drives only a
Firefox of its own, and Debian has no geckodriver."""

import contextlib
import json

from websockets.sync.client import connect

from starting import start

PREFERENCES = {
    # Nothing leaves the machine: what is not on it is asked of a proxy that is not there.
    "network.proxy.type": 1,
    **{f"network.proxy.{kind}": "127.0.0.1" for kind in ("http", "ssl")},
    **{f"network.proxy.{kind}_port": 9 for kind in ("http", "ssl")},
    # As on a phone, they take no room.
    "ui.useOverlayScrollbars": 1,
}
SCHEMES = {"dark": 0, "light": 1}
KEYS = {"ArrowDown": "\ue015", "Enter": "\ue007", "Shift": "\ue008", "Tab": "\ue004"}
EVENTS = ["log.entryAdded", "network.beforeRequestSent", "browsingContext.load"]
SECONDS = 60


@contextlib.contextmanager
def open_firefox(program, profile, scheme="light"):
    """A browser of its own, with the colours that it says the reader likes."""
    preferences = {**PREFERENCES, "layout.css.prefers-color-scheme.content-override": SCHEMES[scheme]}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()]
    (profile / "user.js").write_text("".join(lines))
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    process, address = start(command, r"ws://127\.0\.0\.1:\d+")
    try:
        with connect(f"{address}/session", max_size=None, proxy=None) as socket:
            firefox = Firefox(socket)
            yield firefox
            firefox.call("browser.close")
        process.wait(timeout=SECONDS)
    finally:
        process.kill()


class Firefox:
    def __init__(self, socket):
        self._socket = socket
        self._number = 0
        self._events = []
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=EVENTS)

    def call(self, method, **parameters):
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while (answer := self._receive()).get("id") != self._number:
            pass
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        return answer["result"]

    def events(self, method):
        """What happened since the tab was opened."""
        return [event["params"] for event in self._events if event["method"] == method]

    def wait_for(self, method, is_it):
        while not (found := [event for event in self.events(method) if is_it(event)]):
            self._receive()
        return found[0]

    def _receive(self):
        message = json.loads(self._socket.recv(timeout=SECONDS))
        if message["type"] == "event":
            self._events.append(message)
        return message

    def new_tab(self, width=1280):
        self._events.clear()
        return Tab(self, width)


class Tab:
    """A tab in a profile of its own."""

    def __init__(self, firefox, width):
        self.firefox = firefox
        self._user = firefox.call("browser.createUserContext")["userContext"]
        self._id = firefox.call("browsingContext.create", type="tab", userContext=self._user)["context"]
        self._call("browsingContext.setViewport", viewport={"width": width, "height": 800})

    def _call(self, method, **parameters):
        return self.firefox.call(method, context=self._id, **parameters)

    def open(self, url):
        self._call("browsingContext.navigate", url=url, wait="complete")

    def evaluate(self, script):
        """The value of a script's last expression; if that is a promise, what it is kept with."""
        answer = self.firefox.call("script.evaluate", expression=script, target={"context": self._id}, awaitPromise=True)
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return plain(answer["result"])

    def wait_until(self, expression):
        """Until an expression is true."""
        self.evaluate(f"new Promise(done => {{ const look = () => {expression} ? done() : requestAnimationFrame(look); look() }})")

    def press(self, *keys):
        actions = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self._call("input.performActions", actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def close(self):
        self._call("browsingContext.close")
        self.firefox.call("browser.removeUserContext", userContext=self._user)


def plain(value):
    """A value of the page as one of ours."""
    inner = value.get("value")
    if value["type"] == "array":
        return [plain(each) for each in inner]
    if value["type"] == "object":
        return {name: plain(each) for name, each in inner}
    return inner
