"""The site without pictures, colours or scripts, as w3m and lynx show it on a terminal of 80 by 24."""

import html
import os
import re
import shutil
import subprocess

import pytest

from whole_site import pages

COMMANDS = {
    "w3m": ["w3m", "-no-proxy", "-dump", "-cols", "80", "-I", "UTF-8", "-O", "UTF-8"],
    "lynx": ["lynx", "-dump", "-width=80", "-nomargins", "-display_charset=utf-8"],
}
# Both write a number before each link, and list the addresses at the end.
NUMBERED = {"w3m": ["-o", "display_link_number=1"], "lynx": []}
PLAIN = {"w3m": [], "lynx": ["-nolist"]}
# A line of the terminal is the browser's own.
ROWS = 23


@pytest.fixture(params=COMMANDS)
def show(request, address, tmp_path):
    """What the browser shows of a page, as lines."""
    name = request.param
    if not shutil.which(name):
        pytest.skip(f"there is no {name}: scripts/install-packages --tests installs it where there is apt")
    # Neither the settings nor the proxy of whoever runs this.
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}

    def show(path, numbered=False):
        command = [*COMMANDS[name], *(NUMBERED if numbered else PLAIN)[name], address + path]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()

    return show


class Reader:
    """Somebody who begins at the home page. A step is a link that is followed, or a screen further down."""

    def __init__(self, show, address):
        self._show, self._address = show, address
        self.steps = []
        self._open("/")

    def _open(self, path):
        self._lines, self._row = self._show(path, numbered=True), 0

    def follow(self, label):
        self.steps.append(label)
        number = re.search(r"\[(\d+)\]" + label.replace(" ", r"\s+"), "\n".join(self._lines))[1]
        entries = (re.fullmatch(rf" *(?:\[{number}\]|{number}\.) {re.escape(self._address)}(/\S*)", line) for line in self._lines)
        self._open(next(entry for entry in entries if entry)[1])

    def read_on(self):
        self.steps.append("next screen")
        self._row += ROWS

    @property
    def screen(self):
        """What is to be seen, without the numbers of the links."""
        return re.sub(r"\[\d+\]", "", " ".join(" ".join(self._lines[self._row : self._row + ROWS]).split()))


def test_the_emergency_number_is_three_steps_away(show, address):
    reader = Reader(show, address)
    reader.follow("Get help now")
    while "Call 999 or 112 in the United Kingdom" not in reader.screen:
        reader.read_on()
    assert len(reader.steps) <= 3, reader.steps


@pytest.mark.parametrize("links", [["Get help now", "Support lines by country", "United Kingdom"], ["Helplines by country", "United Kingdom"]], ids=len)
def test_a_line_to_talk_to_is_three_links_away(show, address, links):
    reader = Reader(show, address)
    for link in links:
        reader.follow(link)
    while "NHS 111" not in reader.screen:
        assert "Lines for the United Kingdom" not in reader.screen or len(reader.steps) <= len(links) + 1
        reader.read_on()
    assert "Call 111, then option 2" in reader.screen


def words(text):
    return set(re.findall(r"\w+", text))


def text_of(markup):
    return html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<script.*?</script>|<sup>.*?</sup>", "", markup, flags=re.S)))


def is_noise(line):
    """Signs and no word, and more of them than a full stop that found no room on the line before. A field is brackets."""
    return not words(line) and len(re.sub(r"[\s\[\]_]", "", line)) > 2


def test_every_page_can_be_read(show, built_site):
    wrong = []
    for path in pages(built_site):
        page = (built_site / path.lstrip("/") / ("index.html" if path.endswith("/") else "")).read_text()
        lines = show(path)
        shown = " ".join(" ".join(lines).split())
        help, menu = shown.find("Get help now"), shown.find(" Menu ")
        heading = text_of(re.search("<h1>(.*?)</h1>", page)[1])
        if not 0 < help < menu < shown.find(" ".join(heading.split()), menu):
            wrong.append(f"{path}: help, menu and heading are not in this order")
        if lost := words(text_of(re.search("<main.*</main>", page, re.S)[0])) - words(shown):
            wrong.append(f"{path} does not show {lost}")
        for number in re.findall(r'<a href="(?:tel|sms):[^"]*">(.*?)</a>', page):
            if " ".join(text_of(number).split()) not in shown:
                wrong.append(f"{path} does not show {number} as it is called")
        if re.search(r"<d[td]>\s*</d[td]>", page):
            wrong.append(f"{path} has a label without an answer")
        wrong += [f"{path} has the line {line}" for line in lines if is_noise(line)]
    assert not wrong, "\n".join(wrong)
