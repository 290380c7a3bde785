"""The copies of the site for reading offline, opened from a disk as readers open them: by double-clicking."""

import base64
import hashlib
import pathlib
import re
import subprocess
import zipfile

import pytest
from playwright.sync_api import expect

from axe import options_in, violations
from test_print import sheets, text


@pytest.fixture
def open_file(browser):
    """Opens a file from disk. Anything that a page logs, and any request for what is not on the disk, fails the test."""
    complaints, contexts = [], []

    def open_file(path, **settings):
        context = browser.new_context(**{"viewport": {"width": 390, "height": 800}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
        page.on("request", lambda request: request.url.startswith(("file:", "data:")) or complaints.append(request.url))
        page.goto(f"file://{path}")
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert complaints == []


def background(page):
    return page.evaluate("getComputedStyle(document.querySelector('.help')).backgroundColor")


def every_picture_is_loaded(page):
    return page.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 0)")


# The archive


def test_the_archive_is_sound(built_site):
    result = subprocess.run(["python3", "-m", "zipfile", "-t", built_site / "offline/pages.zip"], capture_output=True, text=True)
    assert result.returncode == 0 and result.stdout.strip() == "Done testing"


def test_the_archive_holds_the_site_and_no_more(built_site):
    with zipfile.ZipFile(built_site / "offline/pages.zip") as archive:
        names = archive.namelist()
        assert names == sorted(names) and len(names) == len(set(names))
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "pages/index.html" in names and "pages/help/emergency/index.html" in names
    for missing in ["_headers", "_redirects", "manifest.sha256", "robots.txt", "404.html", "offline/pages.html"]:
        assert f"pages/{missing}" not in names


def test_no_address_begins_at_the_root_and_every_file_is_there(unpacked_site):
    looked_at = 0
    for path in unpacked_site.rglob("*.html"):
        html = re.sub(r"<!--.*?-->|<script.*?</script>", "", path.read_text(), flags=re.S)
        for address in re.findall(r'\s(?:href|src)="([^"]*)"', html):
            if re.match(r"[a-z]+:", address) or address.startswith("#"):
                continue
            assert not address.startswith("/"), f"{path} has {address}"
            target = (path.parent / address.split("#")[0]).resolve()
            assert target.is_file() and unpacked_site.resolve() in target.parents, f"{path} links to {address}"
            looked_at += 1
    assert looked_at > 1000


def test_a_reader_walks_through_the_folder_by_clicking(unpacked_site, open_file):
    page = open_file(unpacked_site / "index.html")
    assert background(page) == "rgb(16, 60, 65)"
    page.get_by_role("link", name="Get help now", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")
    assert page.url == f"file://{unpacked_site}/help/emergency/index.html"
    assert page.locator("main img").count() > 0 and every_picture_is_loaded(page)
    page.locator("main").get_by_role("link", name="Bladder and kidneys").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bladder and kidneys")
    assert background(page) == "rgb(16, 60, 65)" and every_picture_is_loaded(page)
    page.get_by_role("navigation", name="You are here").get_by_role("link", name="Home").click()
    assert page.url == f"file://{unpacked_site}/index.html"


def test_the_folder_keeps_the_strict_policy(unpacked_site):
    html = (unpacked_site / "index.html").read_text()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    assert policy.startswith("default-src &#39;none&#39;;") and "unsafe" not in policy and "file:" not in policy


def test_what_is_not_in_the_folder_is_linked_online(unpacked_site, open_file):
    page = open_file(unpacked_site / "offline/index.html")
    link = page.get_by_role("link", name="Download the whole site")
    expect(link).to_have_attribute("href", "https://ketamine-information.example/offline/pages.zip")


def test_search_of_the_folder_finds_pages_and_parts_of_them(unpacked_site, open_file):
    page = open_file(unpacked_site / "index.html")
    page.get_by_role("combobox").fill("wee hurts")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Bladder and kidneys")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bladder and kidneys")
    assert page.url == f"file://{unpacked_site}/risks/bladder/index.html"
    # From another folder, to a term of the glossary.
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_role("combobox").fill("dissociative")
    option = page.get_by_role("option", name="Glossary").first
    option.click()
    page.wait_for_url("**/glossary/**index.html#*")
    assert page.evaluate("document.querySelector(':target').textContent").lower().find("dissociative") >= 0


def test_every_result_of_the_folder_leads_to_a_file(unpacked_site, open_file):
    page = open_file(unpacked_site / "search/index.html")
    found = set()
    for query in ["ketamine", "bladder", "help", "can't breathe", "hole", "research", "privacy", "words we use", "home"]:
        page.get_by_role("combobox").fill(query)
        expect(page.get_by_role("option").first).to_be_visible()
        found |= set(page.evaluate("[...document.querySelectorAll('[role=option]')].map(link => link.href)"))
    assert len(found) > 20
    for address in found:
        path = pathlib.Path(address.removeprefix("file://").split("#")[0])
        assert path.is_file() and unpacked_site in path.parents, address


# The single file


def test_the_single_file_is_small_enough_to_pass_on(built_site):
    assert (built_site / "offline/pages.html").stat().st_size < 1_900_000


def test_the_single_file_begins_with_the_page_for_emergencies(built_site, open_file):
    page = open_file(built_site / "offline/pages.html")
    chapters = page.locator(".chapter")
    assert chapters.count() > 90
    expect(chapters.first.locator("h2").first).to_have_text("Get help now")
    page.get_by_role("link", name="Get help now").first.click()
    expect(chapters.first.get_by_role("heading", level=2)).to_be_in_viewport()
    assert background(page) == "rgb(16, 60, 65)"


def test_every_anchor_of_the_single_file_is_there_once(built_site, open_file):
    page = open_file(built_site / "offline/pages.html")
    ids, wanted = page.evaluate(
        """() => [[...document.querySelectorAll('[id]')].map(e => e.id),
        [...document.querySelectorAll('a[href^="#"]')].map(e => e.getAttribute('href').slice(1))]"""
    )
    assert len(ids) == len(set(ids)) > 1000
    assert len(wanted) > 1000 and set(wanted) - set(ids) == set()


def test_a_reader_follows_a_link_to_a_part_of_another_page(built_site, open_file):
    page = open_file(built_site / "offline/pages.html")
    page.locator(".cover").get_by_role("link", name="Bladder and kidneys", exact=True).click()
    link = page.locator('.chapter:target .text a[href*="-"][href^="#p"]:not(sup a)').first
    target = link.get_attribute("href")
    link.click()
    assert page.url.endswith(f"offline/pages.html{target}")
    expect(page.locator(f'[id="{target[1:]}"]')).to_be_in_viewport()


def test_pictures_of_the_single_file_are_in_it(built_site, open_file):
    page = open_file(built_site / "offline/pages.html")
    page.get_by_role("link", name="Show all pages at once").click()
    page.evaluate("for (const image of document.images) image.loading = 'eager'")
    assert page.locator("img").count() >= 3 and every_picture_is_loaded(page)


def test_headings_of_the_single_file_leave_out_no_level(built_site, open_file):
    page = open_file(built_site / "offline/pages.html")
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => Number(h.tagName[1]))")
    assert levels[0] == 1 and all(next <= last + 1 for last, next in zip(levels, levels[1:]))


def test_the_single_file_is_no_wider_than_a_small_phone(built_site, open_file):
    page = open_file(built_site / "offline/pages.html")
    page.set_viewport_size({"width": 320, "height": 640})
    width = "document.documentElement.scrollWidth"
    assert page.evaluate(width) <= 320
    page.get_by_role("link", name="Show all pages at once").click()
    assert page.evaluate(width) <= 320


def test_words_can_be_found_without_a_script(built_site, open_file):
    page = open_file(built_site / "offline/pages.html", java_script_enabled=False)
    expect(page.get_by_text("norketamine").first).to_be_hidden()
    page.get_by_role("link", name="Show all pages at once").click()
    expect(page.get_by_text("norketamine").first).to_be_visible()
    expect(page.locator("h1").first).to_have_text("Ketamine information")


@pytest.mark.parametrize("javascript", [True, False])
def test_the_single_file_shows_one_page_at_a_time(built_site, open_file, javascript):
    page = open_file(built_site / "offline/pages.html", java_script_enabled=javascript)
    shown = lambda: [chapter.locator("h2").first.text_content() for chapter in page.locator(".chapter:visible").all()]
    cover = page.get_by_role("navigation", name="Contents")
    assert shown() == ["Get help now"] and cover.is_visible()
    cover.get_by_role("link", name="Bladder and kidneys", exact=True).click()
    assert shown() == ["Bladder and kidneys"] and cover.is_hidden()
    expect(page.get_by_role("heading", level=2, name="Bladder and kidneys")).to_be_in_viewport()
    # By keyboard, on from there.
    page.keyboard.press("Tab")
    assert page.locator(".chapter:target :focus").count() == 1
    page.get_by_role("link", name="Get help now", exact=True).first.click()
    assert shown() == ["Get help now"]
    page.go_back()
    assert shown() == ["Bladder and kidneys"]
    page.get_by_role("link", name="Contents", exact=True).click()
    assert shown() == ["Get help now"] and cover.is_visible()
    page.get_by_role("link", name="Show all pages at once").click()
    assert len(shown()) == page.locator(".chapter").count()
    assert page.locator("main").evaluate("main => getComputedStyle(main).backgroundColor") == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("mode", [
    dict(viewport={"width": 320, "height": 640}, color_scheme="light", forced_colors="none"),
    dict(viewport={"width": 1280, "height": 800}, color_scheme="dark", forced_colors="none"),
    dict(viewport={"width": 320, "height": 640}, forced_colors="active"),
])
def test_axe_finds_nothing_in_the_single_file(built_site, open_file, mode):
    page = open_file(built_site / "offline/pages.html", **mode)
    assert violations(page, options_in(mode)) == []
    page.locator(".cover").get_by_role("link", name="Bladder and kidneys", exact=True).click()
    assert violations(page, options_in(mode)) == []


@pytest.mark.parametrize("asked, first, count", [
    ("", "All pages of this site", range(2, 12)), ("#p1", "Get help now", range(2, 8)), ("#all", "All pages of this site", range(100, 1000)),
])
def test_what_is_shown_of_the_single_file_is_printed(built_site, open_file, tmp_path, asked, first, count):
    page = open_file(str(built_site / "offline/pages.html") + asked)
    pdf = tmp_path / "pages.pdf"
    page.pdf(path=pdf, format="A4")
    assert len(sheets(pdf)) in count
    sheet = text(pdf, "-l", "1")
    assert first in sheet and "Ketamine information" in sheet
    assert ("All pages of this site" in sheet) == (asked != "#p1")


def test_the_single_file_is_searched_without_another_file(built_site, open_file, tmp_path):
    # Alone, so that nothing beside it can help.
    alone = tmp_path / "pages.html"
    alone.write_bytes((built_site / "offline/pages.html").read_bytes())
    page = open_file(alone)
    field = page.get_by_role("combobox")
    field.fill("it hurts to wee")
    expect(page.get_by_role("option").first).to_contain_text("Bladder and kidneys")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name="Bladder and kidneys")).to_be_in_viewport()
    # The list is out of the way, and Tab goes on from what was found.
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector(':target').contains(document.activeElement)")
    field.fill("can't breathe")
    expect(page.get_by_role("option").first).to_contain_text("Get help now")
    page.get_by_role("option").first.click()
    expect(page.get_by_role("heading", level=2, name="Get help now")).to_be_in_viewport()


def test_every_result_of_the_single_file_is_in_it_or_online(built_site, open_file):
    page = open_file(built_site / "offline/pages.html")
    links = {}
    for query in ["ketamine", "bladder", "help", "k hole", "research", "privacy", "words we use", "topics", "home", "dissociative"]:
        page.get_by_role("combobox").fill(query)
        expect(page.get_by_role("option").first).to_be_visible()
        links |= dict(page.evaluate("[...document.querySelectorAll('[role=option]')].map(link => [link.getAttribute('href'), link.textContent])"))
    inside = [address for address in links if address.startswith("#")]
    assert len(inside) > 20
    assert all(page.evaluate("id => document.getElementById(id) !== null", address[1:]) for address in inside)
    for address in set(links) - set(inside):
        assert re.fullmatch(r"https://ketamine-information\.example/[a-z/]+", address), address


def test_the_single_file_allows_exactly_its_own_script(built_site):
    html = (built_site / "offline/pages.html").read_text()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    scripts = re.findall(r"<script>(.*?)</script>", html, flags=re.S)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy and "unsafe" not in policy and "'self'" not in policy


def test_without_javascript_the_single_file_shows_no_box_that_does_nothing(built_site, open_file):
    page = open_file(built_site / "offline/pages.html", java_script_enabled=False)
    assert page.locator("#search").is_hidden()
