"""A Firefox for tests, driven over WebDriver BiDi, which it speaks itself.

Playwright drives its own Firefox only, and asks Debian's for commands that it does not know;
Selenium needs geckodriver, which Debian does not package. What a smoke test needs of the protocol
is little: https://www.w3.org/TR/webdriver-bidi/
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Thread
from typing import IO, Any, Final

from websockets.sync.client import ClientConnection, connect

KEYS: Final = {
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Tab": "\ue004",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "End": "\ue010",
}
EVENTS: Final = ("log.entryAdded", "network.beforeRequestSent", "network.responseCompleted")
PREFERENCES: Final = {
    # asks nobody for updates, settings, lists, portals or pushes
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.region.network.url": "",
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.prefetch-next": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.unified": False,
    # the same on every machine
    "browser.startup.page": 0,
    "intl.accept_languages": "en",
    "layout.css.prefers-color-scheme.content-override": 1,  # light
}
FORBIDDEN: Final = """() => addEventListener("securitypolicyviolation", (event) =>
  console.error("forbidden: " + event.violatedDirective + " " + event.blockedURI))"""
SECONDS: Final = 30


class FirefoxError(Exception):
    """Firefox could not start, or refused a command."""


class Firefox:
    """A session with one tab, and what its pages asked for and complained about."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = count(1)
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=list(EVENTS))
        self.send("script.addPreloadScript", functionDeclaration=FORBIDDEN)
        self._tab = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def send(self, method: str, **parameters: Any) -> Any:
        """Send a command and return its result; events that come before it are kept.

        Raises:
            FirefoxError: Firefox answered with an error.
            TimeoutError: it did not answer.
        """
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(SECONDS))
            if message.get("id") == number:
                break
            self._heard(message)
        if message["type"] == "error":
            raise FirefoxError(f"{method}: {message['message']}")
        return message["result"]

    def _heard(self, event: dict[str, Any]) -> None:
        told = event.get("params", {})
        match event.get("method"):
            case "log.entryAdded" if told["level"] == "error":
                self.complaints.append(str(told["text"]))
            case "network.beforeRequestSent":
                self.requests.append(told["request"]["url"])
            case "network.responseCompleted" if told["response"]["status"] >= 400:
                self.complaints.append(told["response"]["url"])

    def resize(self, size: dict[str, int]) -> None:
        """Give the window a width and a height in CSS pixels."""
        self.send("browsingContext.setViewport", context=self._tab, viewport=size)

    def goto(self, url: str, size: dict[str, int]) -> None:
        """Open a page in a window of a size, and wait until it is loaded."""
        self.resize(size)
        self.send("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def run(self, expression: str) -> Any:
        """Return the value of a JavaScript expression in the page, awaited, by way of JSON."""
        found = self.send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify((await ({expression})) ?? null))()",
            target={"context": self._tab},
            awaitPromise=True,
        )
        if found["type"] == "exception":
            raise FirefoxError(f"{expression}: {found['exceptionDetails']['text']}")
        return json.loads(found["result"]["value"])

    def wait(self, expression: str) -> Any:
        """Return the value of an expression as soon as it is true.

        Raises:
            FirefoxError: it did not become true in five seconds.
        """
        return self.run(
            f"""new Promise((found, lost) => {{
              const end = performance.now() + 5000;
              const look = () => {{
                const value = ({expression});
                if (value) found(value);
                else if (performance.now() > end) lost(new Error("not true in five seconds"));
                else setTimeout(look, 20);
              }};
              look();
            }})"""
        )

    def click(self, element: str) -> None:
        """Click with the mouse on the element of a JavaScript expression, in its first line.

        Raises:
            FirefoxError: something else lies over it.
        """
        x, y = self.run(
            f"""(() => {{
              const node = ({element});
              node.scrollIntoView({{ block: "center", behavior: "instant" }});
              const box = node.getClientRects()[0];
              const point = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
              if (node.contains(document.elementFromPoint(...point))) return point;
              throw new Error("something lies over it");
            }})()"""
        )
        actions: list[dict[str, Any]] = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._perform({"type": "pointer", "id": "mouse", "actions": actions})

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each a name in `KEYS` or a character."""
        actions = [
            {"type": way, "value": KEYS.get(key, key)}
            for key in keys
            for way in ("keyDown", "keyUp")
        ]
        self._perform({"type": "key", "id": "keyboard", "actions": actions})

    def _perform(self, source: dict[str, Any]) -> None:
        self.send("input.performActions", context=self._tab, actions=[source])


@contextmanager
def started(program: str) -> Iterator[Firefox]:
    """Start Firefox without a window, with a profile of its own, and end it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        process = _process(program, Path(home))
        try:
            with connect(f"{_address(process)}/session", max_size=None, proxy=None) as socket:
                session = Firefox(socket)
                yield session
                session.send("browser.close")
            process.wait(SECONDS)
        finally:
            process.kill()
            process.wait(SECONDS)


def _process(program: str, home: Path) -> subprocess.Popen[str]:
    lines = [f'user_pref("{name}", {json.dumps(v)});\n' for name, v in PREFERENCES.items()]
    (home / "user.js").write_text("".join(lines), encoding="utf-8")
    return subprocess.Popen(
        [program, "--headless", "--remote-debugging-port=0", "--no-remote", "--profile", str(home)],
        env={**os.environ, "HOME": str(home), "MOZ_CRASHREPORTER_DISABLE": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def _address(process: subprocess.Popen[str]) -> str:
    """Return the address that Firefox says it listens on, and read on, lest its pipe fill."""
    assert process.stderr
    said = list[str]()
    for line in process.stderr:
        said.append(line)
        if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
            Thread(target=_drain, args=(process.stderr,), daemon=True).start()
            return found[1]
    raise FirefoxError("Firefox did not start:\n" + "".join(said[-20:]))


def _drain(pipe: IO[str]) -> None:
    deque(pipe, maxlen=0)
