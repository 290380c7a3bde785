"""Two thousand random edits of a site under the real preview, through the system's own events: it ends with exactly the
bytes of a fresh build, and so does one that looks for changes by itself."""

import http.client
import os
import random
import re
import shutil
import subprocess
import time
import urllib.parse
from pathlib import Path

import pytest

from starting import start_preview

PAGE = """---
title: Page {number}
description: A page about {number}.
tags: [tag-{tag}]
order: {order}
---
Word {number}, [home](/index.md).

## Part {tag}

- one
- two
"""


class Site:
    """A site that may be edited in any way and still be built."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.write("sitegen.yml", "title: Example\nbaseURL: https://example.org/\nchecks: {content/missing-description: off, link/orphan: off, content/duplicate-title: off, content/address-removed: off, content/unused-image: off, template/unused-partial: off}\n")
        base = (
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{page.title}}</title>'
            '<meta http-equiv="Content-Security-Policy" content="{{csp}}"><meta name="viewport" content="width=device-width">'
            '<link rel="stylesheet" href="{{assets.style.css}}"></head><body><main><h1>{{page.title}}</h1>'
        )
        for layout in ["index", "search", "not-found", "topics", "topic", "redirect"]:
            self.write(f"templates/layouts/{layout}.html", base + "</main></body></html>\n")
        self.write("templates/layouts/page.html", base + "{{{page.content}}}</main></body></html>\n")
        self.write("templates/assets/style.css", "a { color: navy }\n")
        self.write("templates/strings/en.yml", "pages: {index: A to Z, search: Search, topics: Topics, not-found: Not found}\n")
        self.write("content/index.md", PAGE.format(number=0, tag=0, order=0))
        for i in range(40):
            self.write(f"content/s{i % 4}/p{i}.md", PAGE.format(number=i, tag=i % 3, order=i))

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def replace(self, file, text):
        """Never half written."""
        beside = file.with_name(file.name + "~")
        beside.write_text(text)
        os.replace(beside, file)

    def pages(self):
        return sorted(path for path in (self.folder / "content").rglob("*.md") if path.name != "index.md")

    def page(self, chance):
        return PAGE.format(number=chance.randrange(10**6), tag=chance.randrange(4), order=chance.randrange(90))

    def edit(self, chance):
        kind = chance.randrange(20)
        pages = self.pages()
        some = chance.choice(pages)
        new = self.folder / f"content/s{chance.randrange(6)}/p{chance.randrange(90)}.md"
        if kind < 7:
            some.write_text(self.page(chance))
        elif kind < 10:
            # As editors save: a file for the lock, one beside, renamed into its place.
            lock = some.with_name(f".{some.name}.swp")
            lock.write_text("")
            self.replace(some, self.page(chance))
            lock.unlink()
        elif kind < 13:
            new.parent.mkdir(exist_ok=True)
            new.write_text(self.page(chance))
        elif kind < 15 and len(pages) > 10:
            some.unlink()
        elif kind < 17 and not new.exists():
            new.parent.mkdir(exist_ok=True)
            some.rename(new)
        elif kind == 17:
            old, target = (self.folder / f"content/s{chance.randrange(6)}" for _ in range(2))
            if old.exists() and not target.exists():
                old.rename(target)
        elif kind == 18:
            self.write("templates/assets/style.css", f"a {{ color: #{chance.randrange(100, 1000)} }}\n")
        else:
            # Whole at once, as editors save: a template that is empty for a moment makes pages that are.
            layout = self.folder / "templates/layouts/page.html"
            self.replace(layout, re.sub(r"<main\b[^>]*>", f'<main id="m{chance.randrange(9)}">', layout.read_text()))


def built(sitegen, folder, output):
    shutil.rmtree(output, ignore_errors=True)
    made = subprocess.run([sitegen, "build", "--root", folder, "--output", output], capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    # Hosts read these and serve neither; the manifest is written by the build alone.
    own = {"_headers", "_redirects", "manifest.sha256", ".nojekyll"}
    return {str(file.relative_to(output)): file.read_bytes() for file in output.rglob("*") if file.is_file() and file.name not in own}


def served(port, paths):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    found = {}
    for path in paths:
        connection.request("GET", "/" + path.removesuffix("index.html"))
        answer = connection.getresponse()
        body = answer.read()
        if answer.status == 200:
            found[path] = body
    connection.close()
    return found


@pytest.mark.parametrize("flags", [(), ("--poll", "20")], ids=["events", "polling"])
def test_a_days_worth_of_edits_ends_with_the_bytes_of_a_fresh_build(request, tmp_path, flags):
    sitegen = request.config.getoption("--sitegen") or pytest.skip("no --sitegen")
    site = Site(tmp_path / "site")
    chance = random.Random(20261121)
    process, address = start_preview(sitegen, site.folder, *flags)
    port = urllib.parse.urlsplit(address).port
    gone = set()
    try:
        done = 0
        while done < 2000:
            for _ in range(chance.randrange(1, 40)):
                before = set(site.pages())
                site.edit(chance)
                gone |= before - set(site.pages())
                done += 1
            # Somebody looks at the site while it changes, and never sees half a page.
            home = served(port, ["index.html"])["index.html"]
            assert b"Word 0," in home and home.endswith(b"</html>\n")
        wanted = built(sitegen, site.folder, tmp_path / "out")
        assert len(wanted) > 20
        deadline = time.monotonic() + 60
        while served(port, wanted) != wanted and time.monotonic() < deadline:
            pass
        found = served(port, wanted)
        assert [path for path in wanted if found.get(path) != wanted[path]] == []
        # What is gone is gone.
        left = {str(path.relative_to(site.folder / "content").with_suffix("")) + "/index.html" for path in gone - set(site.pages())}
        assert served(port, left) == {}
    finally:
        process.terminate()
        assert process.wait(timeout=10) == 0
