"""What comes out of a printer: PDF as Chromium prints it, looked at as text, as sizes and as pictures."""

import re
import subprocess

import pytest

PAPER = {"A4": (210, 297), "Letter": (215.9, 279.4)}
HANDOUTS = {
    "emergency-card": ("/h/card/", "help/emergency/"),
    "bladder-warning-signs": ("/h/bladder/", "risks/bladder/"),
    "looking-after-someone": ("/h/family/", "help/friends-and-family/"),
}


@pytest.fixture
def print_page(browser, address, tmp_path):
    """Prints a page of the site on the paper that the printer has, and returns the PDF."""

    def print_page(path, paper="A4", scheme="light"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address + path)
        target = tmp_path / f"{len(list(tmp_path.iterdir()))}.pdf"
        page.pdf(path=target, format=paper, prefer_css_page_size=False)
        context.close()
        return target

    return print_page


def text(pdf, *arguments):
    return subprocess.run(["pdftotext", *arguments, pdf, "-"], capture_output=True, text=True, check=True).stdout


def sheets(pdf):
    """Width and height of every sheet, in millimetres."""
    out = subprocess.run(["pdfinfo", "-l", "-1", pdf], capture_output=True, text=True, check=True).stdout
    return [(float(w) / 72 * 25.4, float(h) / 72 * 25.4) for w, h in re.findall(r"size:\s+([\d.]+) x ([\d.]+) pts", out)]


def pictures(pdf, dots=150):
    """A picture of every sheet, in grey, as most printers print it."""
    name = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(dots), "-gray", pdf, name], check=True)
    return sorted(pdf.parent.glob(f"{name.name}-*.pgm"))


def codes(picture):
    """What is read from the QR codes in a picture."""
    out = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture], capture_output=True, text=True)
    return out.stdout.split()


def words(text):
    return " ".join(text.split())


# Pages


@pytest.mark.parametrize("path", ["/", "/help/emergency/", "/risks/bladder/", "/research/trials/", "/history/timeline/", "/help/support-lines/united-kingdom/"])
@pytest.mark.parametrize("paper", PAPER)
def test_a_page_has_its_text_its_address_and_the_day_of_its_review(print_page, built_site, path, paper):
    pdf = print_page(path, paper)
    printed = words(text(pdf))
    width, height = PAPER[paper]
    assert all(abs(w - width) < 1 and abs(h - height) < 1 for w, h in sheets(pdf))
    assert "Compiled from the listed sources on 21 November 2026" in printed
    assert f"Address of this page: https://ketamine-information.example{path}" in printed
    for furniture in ["Skip to the main text", "Leave this site", "Menu", "On this page", "Next:", "Back to the top"]:
        assert furniture not in printed
    last = re.findall(r"<li id=\"ref-(\d+)\"", (built_site / path.strip("/") / "index.html").read_text())[-1:]
    assert not last or re.search(rf"\b{last[0]}\. \S", printed), "the last reference is missing"


def test_addresses_follow_their_links(print_page):
    printed = text(print_page("/help/support-lines/united-kingdom/")).replace("\n", "")
    assert "(https://www.samaritans.org)" in printed and "(/help/emergency/)" in printed
    assert "(#" not in printed and "(tel:" not in printed


@pytest.mark.parametrize("path", ["/", "/help/emergency/", "/history/timeline/"])
def test_a_dark_screen_prints_as_a_light_one(print_page, path):
    light, dark = (pictures(print_page(path, scheme=scheme), 40) for scheme in ["light", "dark"])
    assert len(light) == len(dark)
    assert all(a.read_bytes() == b.read_bytes() for a, b in zip(light, dark))


@pytest.mark.parametrize("path", ["/help/emergency/", "/research/trials/", "/history/timeline/", "/risks/bladder/"])
def test_nothing_is_wider_than_the_paper(browser, address, path):
    """On A4 between margins of 16 mm."""
    context = browser.new_context(viewport={"width": round(178 / 25.4 * 96), "height": 1000})
    page = context.new_page()
    page.goto(address + path)
    page.emulate_media(media="print")
    wide = page.evaluate("[...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && getComputedStyle(e).display != 'inline').map(e => e.outerHTML.slice(0, 80))")
    context.close()
    assert wide == []


# Handouts


@pytest.mark.parametrize(
    "name, paper, count, isWide",
    [
        ("emergency-card", "A4", 1, False),
        ("emergency-card", "Letter", 2, False),
        ("bladder-warning-signs", "A4", 1, True),
        ("bladder-warning-signs", "Letter", 1, True),
        ("looking-after-someone", "A4", 2, True),
        ("looking-after-someone", "Letter", 2, True),
    ],
)
def test_a_handout_takes_as_many_sheets_as_its_page_says_and_its_sources_come_after_it(print_page, name, paper, count, isWide):
    pdf = print_page(f"/handouts/{name}/", paper)
    found = sheets(pdf)
    upright, own = PAPER[paper], PAPER[paper][::-1] if isWide else PAPER[paper]
    assert count < len(found) <= count + 3
    for i, (w, h) in enumerate(found):
        size = own if i < count else upright
        assert abs(w - size[0]) < 1 and abs(h - size[1]) < 1, f"sheet {i + 1}"
    handout, rest = text(pdf, "-l", str(count)), text(pdf, "-f", str(count + 1))
    for words in ["Sources for this handout", "Print this", "References", "Not yet reviewed by a clinician. Next"]:
        assert words not in handout
    assert "Sources for this handout" in rest and "References" in rest and "call an ambulance now if" not in rest.lower()


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("name", HANDOUTS)
def test_the_code_on_paper_leads_to_the_page(print_page, built_site, name, paper):
    short, page = HANDOUTS[name]
    pdf = print_page(f"/handouts/{name}/", paper)
    read = [code for picture in pictures(pdf) for code in codes(picture)]
    assert set(read) == {f"https://ketamine-information.example{short}"}
    assert f"ketamine-information.example{short}\n" in text(pdf)
    redirect = (built_site / short.strip("/") / "index.html").read_text()
    assert f'content="0; url=/{page}"' in redirect
    assert f"{short}\n" in (built_site.parent / "project/urls.lock").read_text()


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("name", HANDOUTS)
def test_every_word_of_a_handout_is_on_paper(print_page, browser, address, name, paper):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/handouts/{name}/")
    panels = page.locator(".sheet:not(.copy) > .panel").all_inner_texts()
    context.close()
    printed = re.sub(r"[^\w]", "", text(print_page(f"/handouts/{name}/", paper), "-raw"))
    assert len(panels) in (1, 2, 4)
    for line in "\n".join(panels).splitlines():
        assert re.sub(r"[^\w]", "", line) in printed, line


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("name", HANDOUTS)
def test_nothing_of_a_handout_comes_near_an_edge_that_a_printer_cannot_reach(print_page, name, paper):
    """But for lines to cut and to fold along, nothing dark is within 5 mm of the edges of the sheet."""
    for picture in pictures(print_page(f"/handouts/{name}/", paper), 100):
        kind, size, depth, pixels = picture.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        edge = round(5 / 25.4 * 100)
        rows = [pixels[y * width : (y + 1) * width] for y in range(height)]
        dark = sum(value < 60 for y in [*range(edge), *range(height - edge, height)] for value in rows[y])
        dark += sum(value < 60 for row in rows for value in row[:edge] + row[-edge:])
        assert dark == 0, picture


def test_sheets_of_the_folded_leaflet_are_in_the_order_of_its_pages(print_page):
    pdf = print_page("/handouts/looking-after-someone/")
    halves = []
    for sheet in "1", "2":
        for left in 0, 421:
            halves.append(words(text(pdf, "-f", sheet, "-l", sheet, "-x", str(left), "-y", "0", "-W", "421", "-H", "595")))
    assert [half[:20] for half in halves] == ["Help for them and fo", "Someone has taken ke", "While you wait for t", "When things are calm"]

