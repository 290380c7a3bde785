"""Every page of the site in a real browser: accessible, nothing cut, nothing moved, nothing asked for elsewhere."""

import gzip
import re

import pytest

from axe import options_in, violations
from whole_site import pages

# Width, colours, and what else differs. Each page is looked at in two of them, its neighbour in the next two: pages share
# their layouts, and all in all would take a quarter of an hour.
MODES = [
    dict(width=320, color_scheme="light", forced_colors="none", reduced_motion="no-preference"),
    dict(width=1280, color_scheme="dark", forced_colors="none", reduced_motion="reduce"),
    dict(width=1280, color_scheme="light", forced_colors="none", reduced_motion="no-preference"),
    dict(width=320, color_scheme="dark", forced_colors="none", reduced_motion="no-preference"),
    dict(width=320, color_scheme="light", forced_colors="active", reduced_motion="reduce"),
]
PARTS = 8
CUT = """() => {
  const cut = []
  if (document.documentElement.scrollWidth > innerWidth) cut.push(`the page is ${document.documentElement.scrollWidth} px wide`)
  for (const element of document.querySelectorAll('main *')) {
    const style = getComputedStyle(element)
    if (style.overflowX !== 'hidden' && style.overflowY !== 'hidden' || style.clipPath !== 'none') continue
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) cut.push(element.outerHTML.slice(0, 80))
  }
  return cut
}"""


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_accessible_and_nothing_is_cut_even_with_text_of_twice_the_size(browser, built_site, address, part):
    context = browser.new_context()
    page = context.new_page()
    wrong, elsewhere = [], []
    page.on("request", lambda request: request.url.startswith((address, "data:")) or elsewhere.append(request.url))
    page.on("console", lambda message: message.type == "error" and wrong.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    here = pages(built_site)[part::PARTS]
    assert len(here) > 10
    for i, path in enumerate(here):
        page.goto(address + path)
        for mode in [MODES[i % 5], MODES[(i + 2) % 5]]:
            page.set_viewport_size({"width": mode["width"], "height": 800})
            page.emulate_media(**{key: value for key, value in mode.items() if key != "width"})
            wrong += [f"{path} {mode}: {found}" for found in violations(page, options_in(mode))]
            wrong += [f"{path} {mode}: cut: {cut}" for cut in page.evaluate(CUT)]
        page.set_viewport_size({"width": 640, "height": 800})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wrong += [f"{path} at 200 %: cut: {cut}" for cut in page.evaluate(CUT)]
    context.close()
    assert wrong == [] and elsewhere == []


def test_without_javascript_every_page_has_its_help_its_menu_and_its_text(browser, built_site, address):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    wrong = []
    for path in pages(built_site):
        page.goto(address + path)
        if not page.locator("main h1").first.is_visible() or not page.locator("nav.help a").first.is_visible():
            wrong.append(path)
        if not page.locator("header nav summary").is_visible():
            wrong.append(f"{path}: menu")
    context.close()
    assert wrong == []


def test_the_keyboard_reaches_every_link_in_the_order_of_the_text(browser, address):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    for path in ["/", "/help/emergency/", "/risks/bladder/"]:
        page.goto(address + path)
        wanted = page.evaluate(
            "[...document.querySelectorAll('a[href], button, summary, input')].filter(e => e.checkVisibility() && !e.closest('[popover]') && (e.tabIndex >= 0)).length"
        )
        seen, last = 0, -1
        for _ in range(wanted + 40):
            page.keyboard.press("Tab")
            place = page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)")
            if page.evaluate("document.activeElement === document.body") or place < last:
                break
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'"), page.evaluate("document.activeElement.outerHTML")
            seen, last = seen + 1, place
        assert seen >= wanted * 0.95, f"{path}: {seen} of {wanted}"
    context.close()


def weight(folder, path):
    """Bytes as hosts send them: the page, and the style sheets and scripts that it names."""
    page = (folder / path.strip("/") / "index.html").read_bytes()
    names = re.findall(rb'(?:href|src)="/(assets/[^"]+\.(?:css|js))"', page)
    return sum(len(gzip.compress(data, 9)) for data in [page, *((folder / name.decode()).read_bytes() for name in names)])


def test_the_emergency_page_arrives_in_one_round_trip(built_site):
    html = (built_site / "help/emergency/index.html").read_bytes()
    styles = re.findall(rb'href="/(assets/[^"]+\.css)"', html)
    assert len(gzip.compress(html, 9)) + sum(len(gzip.compress((built_site / s.decode()).read_bytes(), 9)) for s in styles) <= 14 * 1024


def test_every_page_stays_within_its_budget(built_site):
    heavy = [(path, size) for path in pages(built_site) if path.endswith("/") and (size := weight(built_site, path)) > 60 * 1000]
    assert heavy == []
    scripts = sum(len(gzip.compress(file.read_bytes(), 9)) for file in (built_site / "assets").glob("*.js"))
    assert scripts < 10 * 1000
