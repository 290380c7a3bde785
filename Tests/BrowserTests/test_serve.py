"""The real preview: `sitegen serve` over a small site whose files are edited while a browser looks at it."""

import pathlib
import re
import signal
import urllib.parse

import pytest
from playwright.sync_api import expect

from starting import start_preview

FILES = {
    "sitegen.yml": """title: Small site
baseURL: https://example.org/
outputs: [headers, not-found]
navigation: [risks]
checks: {review: off, support: off, evidence: off, link/orphan: off}
""",
    "content/index.md": "---\ntitle: Home\ndescription: A site of three pages.\n---\n\nRead about [the risks](risks.md).\n",
    "content/risks.md": "---\ntitle: Risks\ndescription: What can go wrong.\n---\n\nThe first words.\n\nRead on at [home](index.md).\n",
    "content/sleep.md": "---\ntitle: Sleep\ndescription: A page that is not ready.\nstatus: draft\n---\n\nText.\n",
    "content/data/words/en/generic-link-text.yml": "- click here\n",
    "templates/layouts/page.html": """<!doctype html>
<html lang="{{page.language}}" dir="{{page.direction}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{csp}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{page.title}} – {{site.title}}</title>
<meta name="description" content="{{page.description}}">
<link rel="icon" type="image/svg+xml" href="{{assets.icon.svg}}">
<link rel="stylesheet" href="{{assets.style.css}}">
</head>
<body>
<header><p>{{site.title}}</p></header>
<main>
<h1>{{page.title}}</h1>
{{{page.content}}}
</main>
<footer><p><a href="{{site.home.url}}">{{site.home.title}}</a></p></footer>
</body>
</html>
""",
    "templates/strings/en.yml": "pages: {not-found: Page not found}\n",
    "templates/assets/style.css": "body { background: rgb(250, 250, 240); color: rgb(20, 20, 20); margin: 0 auto; max-width: 40rem }\n",
    "templates/assets/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9"/></svg>\n',
}
FILES["templates/layouts/not-found.html"] = FILES["templates/layouts/page.html"]


class Preview:
    def __init__(self, program, root):
        self.program, self.root = program, root
        self.process, self.address = None, None

    def start(self):
        port = urllib.parse.urlsplit(self.address).port if self.address else 0
        self.process, self.address = start_preview(self.program, self.root, port=port)

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=20)

    def url(self, path="/"):
        return self.address + path

    def file(self, name):
        return self.root / name

    def replace(self, name, old, new):
        """Edits a file as editors do: writes another beside it and moves that over."""
        text = self.file(name).read_text()
        assert old in text
        self.write(name, text.replace(old, new))

    def write(self, name, text):
        beside = self.file(name).with_name("." + pathlib.PurePath(name).name + ".new")
        beside.write_text(text)
        beside.replace(self.file(name))


@pytest.fixture
def preview(request, tmp_path):
    program = request.config.getoption("--sitegen")
    if not program:
        pytest.skip("no --sitegen was given")
    for name, text in FILES.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    preview = Preview(str(pathlib.Path(program).resolve()), tmp_path / "site")
    preview.start()
    yield preview
    if preview.process.poll() is None:
        preview.stop()


def test_an_edit_shows_without_a_reload_by_hand(preview, open_page):
    page = open_page(preview.url("/risks/"))
    expect(page.locator("#status")).to_have_text("No findings")
    for words in ("The second words.", "The third words."):
        preview.write("content/risks.md", re.sub(r"The \w+ words\.", words, preview.file("content/risks.md").read_text()))
        expect(page.locator("main")).to_contain_text(words)
    # In place as well, as other editors do it.
    preview.file("content/risks.md").write_text(preview.file("content/risks.md").read_text().replace("third", "fourth"))
    expect(page.locator("main")).to_contain_text("The fourth words.")
    assert not preview.file("public").exists(), "the preview writes nothing"


def test_an_edit_of_another_page_leaves_this_one_alone(preview, open_page):
    risks, home = open_page(preview.url("/risks/")), open_page(preview.url("/"))
    for page in (risks, home):
        expect(page.locator("#status")).to_have_text("No findings")
    home.evaluate("window.kept = true")
    preview.replace("content/risks.md", "The first words.", "The second words.")
    expect(risks.locator("main")).to_contain_text("The second words.")
    assert home.evaluate("window.kept") is True


@pytest.mark.parametrize(
    "file, old, new, place, words",
    [
        pytest.param("content/risks.md", "title: Risks", "title: [Risks", "content/risks.md, line 2", "closing", id="front matter"),
        pytest.param("content/risks.md", "(index.md)", "(nowhere.md)", "content/risks.md, line 8", "nowhere.md", id="a link"),
        pytest.param("templates/layouts/page.html", "<h1>{{page.title}}</h1>", "<h1>{{page.tilte}}</h1>", "templates/layouts/page.html, line 15", "tilte", id="a template"),
        pytest.param("sitegen.yml", "title: Small site", "titel: Small site", "sitegen.yml", "titel", id="the settings"),
    ],
)
def test_a_mistake_is_shown_over_the_last_good_page_until_it_is_mended(preview, open_page, file, old, new, place, words):
    page = open_page(preview.url("/risks/"))
    overlay = page.locator("#overlay")
    preview.replace(file, old, new)
    expect(overlay).to_be_visible()
    expect(overlay).to_contain_text(place)
    expect(overlay).to_contain_text(words)
    expect(page.locator("main")).to_contain_text("The first words.")
    expect(page.locator("h1")).to_have_text("Risks")
    preview.replace(file, new, old)
    expect(overlay).to_be_hidden()
    preview.replace("content/risks.md", "The first words.", "The second words.")
    expect(page.locator("main")).to_contain_text("The second words.")


def test_a_site_that_is_wrong_when_the_preview_starts_says_so(preview, open_page):
    preview.stop()
    preview.replace("content/risks.md", "(index.md)", "(nowhere.md)")
    preview.start()
    page = open_page(preview.url("/"))
    expect(page.locator("#overlay")).to_contain_text("nowhere.md")
    preview.replace("content/risks.md", "(nowhere.md)", "(index.md)")
    expect(page.locator("#overlay")).to_be_hidden()
    expect(page.locator("h1")).to_have_text("Home")


def test_a_style_sheet_changes_without_a_reload(preview, open_page):
    page = open_page(preview.url("/risks/"))
    expect(page.locator("#status")).to_have_text("No findings")
    page.evaluate("window.kept = true")
    for old, new in (("250, 250, 240", "240, 250, 250"), ("240, 250, 250", "250, 240, 250")):
        preview.replace("templates/assets/style.css", f"rgb({old})", f"rgb({new})")
        expect(page.locator("body")).to_have_css("background-color", f"rgb({new})")
    assert page.evaluate("window.kept") is True
    preview.replace("content/risks.md", "The first words.", "The second words.")
    expect(page.locator("main")).to_contain_text("The second words.")
    expect(page.locator("body")).to_have_css("background-color", "rgb(250, 240, 250)")


def test_a_page_may_be_deleted_and_come_back(preview, open_page):
    preview.replace("content/index.md", "[the risks](risks.md)", "the risks")
    preview.replace("sitegen.yml", "navigation: [risks]", "navigation: []")
    page = open_page(preview.url("/risks/"))
    expect(page.locator("h1")).to_have_text("Risks")
    text = preview.file("content/risks.md").read_text()
    preview.file("content/risks.md").unlink()
    expect(page.locator("h1")).not_to_have_text("Risks")
    preview.write("content/risks.md", text)
    expect(page.locator("h1")).to_have_text("Risks")


def test_a_page_may_be_renamed(preview, open_page):
    preview.replace("content/index.md", "[the risks](risks.md)", "the risks")
    preview.replace("sitegen.yml", "navigation: [risks]", "navigation: []")
    page = open_page(preview.url("/risks/"))
    expect(page.locator("h1")).to_have_text("Risks")
    preview.file("content/risks.md").rename(preview.file("content/dangers.md"))
    expect(page.locator("h1")).not_to_have_text("Risks")
    page.goto(preview.url("/dangers/"))
    expect(page.locator("h1")).to_have_text("Risks")


def test_an_open_page_finds_a_preview_that_is_started_again(preview, open_page):
    page = open_page(preview.url("/risks/"))
    expect(page.locator("#status")).to_have_text("No findings")
    preview.stop()
    expect(page.locator("#status")).to_have_text("Preview stopped")
    preview.replace("content/risks.md", "The first words.", "The second words.")
    preview.start()
    expect(page.locator("main")).to_contain_text("The second words.")
    expect(page.locator("#status")).to_have_text("No findings")


def test_a_finding_is_marked_beside_its_words(preview, open_page):
    page = open_page(preview.url("/risks/"))
    preview.replace("content/risks.md", "Read on at [home](index.md).", "A line before.\n\nTo go home [click here](index.md).")
    expect(page.locator("#status")).to_have_text("1 finding on this page")
    expect(page.locator("#overlay")).to_be_hidden()
    page.locator("#status").click()
    expect(page.locator("#panel")).to_contain_text("Warning:")
    expect(page.locator("#panel")).to_contain_text("content/risks.md, line 10")
    marker, block = page.locator(".marker").bounding_box(), page.locator("p:has-text('To go home')").bounding_box()
    assert block["y"] <= marker["y"] + marker["height"] / 2 <= block["y"] + block["height"]
    assert page.evaluate("() => [...CSS.highlights.get('sitegen-finding')].join()") == "click here"
    preview.replace("content/risks.md", "To go home [click here](index.md).", "Read on at [home](index.md).")
    expect(page.locator("#status")).to_have_text("No findings")
    expect(page.locator(".marker")).to_have_count(0)


def test_the_listing_follows_too(preview, open_page):
    page = open_page(preview.url("/.sitegen/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Small site")
    expect(page.locator("main")).to_contain_text("Sleep")
    expect(page.locator("main")).to_contain_text("No problems.")
    preview.replace("content/risks.md", "[home](index.md)", "[click here](index.md)")
    expect(page.get_by_role("heading", name="content/risks.md")).to_be_visible()
    page.get_by_role("link", name="See the page /risks/").click()
    expect(page.locator("h1")).to_have_text("Risks")
