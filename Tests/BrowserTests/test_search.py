"""The search in a real browser: what people type, the keyboard, what is asked for, and where it works without a script."""

import json
import re
import shutil

import pytest
from playwright.sync_api import expect

from axe import violations
from whole_site import ROOT

TABLES = ROOT / "Tests/SearchQueries"
FIRST, FIRST_THREE = 0.80, 0.95


@pytest.fixture
def tab(browser, address):
    """Opens a page of the site; whatever it logs as an error fails the test."""
    complaints, contexts = [], []

    def tab(path="/search/", script=True, url=None, **settings):
        context = browser.new_context(java_script_enabled=script, **settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" and "ERR_BLOCKED_BY_CLIENT" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url or address + path)
        return page

    yield tab
    for context in contexts:
        context.close()
    assert complaints == []


def field(page):
    return page.get_by_role("combobox")


def options(page):
    return page.get_by_role("option")


def ask(page, query):
    """Types a query; returns the addresses that are found, without the site's root. Home is `home`."""
    status = page.locator("#search-status")
    field(page).fill("")
    expect(status).to_have_text("")
    field(page).fill(query)
    expect(status).not_to_have_text("")
    found = options(page).evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [address.lstrip("/") or "home" for address in found]


def table(name):
    rows = [line.split("\t") for line in (TABLES / name).read_text().splitlines() if line and not line.startswith("#")]
    return [(who, query, right.split()) for who, query, right in rows]


def report(page, rows):
    """Asks everything; prints the table; returns how many were right first, and within the first three."""
    first = three = 0
    for who, query, right in rows:
        found = ask(page, query)
        place = next((i + 1 for i, path in enumerate(found) if path in right), None)
        first += place == 1
        three += place is not None and place <= 3
        print(f"{place or '-'}\t{who}\t{query}\t{' '.join(found[:3])}")
    print(f"{len(rows)} queries: first {first / len(rows):.0%}, in the first three {three / len(rows):.0%}")
    return first / len(rows), three / len(rows)


@pytest.mark.parametrize("name", ["queries.tsv", "held-out.tsv", "independent.tsv", "independent-2.tsv", "independent-3.tsv", "facts.tsv"])
def test_what_people_type_leads_to_the_right_page(tab, built_site, name):
    rows = table(name)
    assert len(rows) >= (60 if name == "queries.tsv" else 40)
    for _, _, right in rows:
        for path in right:
            assert (built_site / ("" if path == "home" else path.partition("#")[0]) / "index.html").is_file(), path
    first, three = report(tab(), rows)
    assert first >= FIRST and three >= FIRST_THREE


def test_every_page_is_found_by_its_title(tab, built_site):
    """Also shows that the script makes the same words of a text as sitegen does."""
    text = next((built_site / "assets/search").glob("titles-en.*.js")).read_text()
    entries = json.loads(text[text.index(",") + 1 : text.rindex(")")])
    page = tab()
    lost = [title for title, path, _, _ in entries if "#" not in path and (path or "home") not in ask(page, title)[:3]]
    assert len(entries) > 90 and lost == []


@pytest.mark.parametrize("query", ["overdose", "overdosed on ket", "overdosse", "he isn't breathing", "not breathing", "unconcious", "she wont wake up", "is she dying", "blue lips", "friend od'd", "took to much", "over dose", "he wont respond", "barely conscious", "can't stay awake",
    "let him sleep it off", "respiratory arrest", "emergency room", "shortness of breath"])
def test_an_emergency_is_answered_before_everything_else(tab, query):
    page = tab()
    assert ask(page, query)[0] == "help/emergency/"
    expect(options(page).first).to_have_class("pinned")
    expect(options(page).first).to_contain_text("Get help first")


@pytest.mark.parametrize("query", [
    "suicide", "sucidal", "i want to die", "kill myself", "self harm", "wants to end his life", "ending her life", "i don't want to be alive anymore",
    "wish i wasn't alive", "kms", "hurting herself", "cutting himself", "mental health crisis number", "crisis line"])
def test_who_thinks_of_suicide_gets_the_page_for_that_first(tab, query):
    page = tab()
    assert ask(page, query)[0] == "help/suicide/"
    expect(options(page).first).to_have_class("pinned")


def test_whoever_is_in_danger_gets_the_right_page_first(tab):
    page = tab()
    rows = table("crisis.tsv")
    assert len(rows) >= 100
    wrong = [f"{query}: {found[:3]}" for _, query, right in rows if not (found := ask(page, query)) or found[0] not in right]
    assert wrong == []


@pytest.mark.parametrize("query", [
    "emergence reaction", "dead link", "dead end", "near death experience", "ego death", "death statistics", "fit to drive", "missed appointment", "get sober and get on with my life", "stop using and move on", "blood pressure spike",
    "police seized it", "not responding to antidepressants"])
def test_what_only_sounds_like_a_crisis_is_not_taken_for_one(tab, query):
    page = tab()
    assert ask(page, query)
    expect(page.locator("[role=option].pinned")).to_have_count(0)


@pytest.mark.parametrize("begun", ["blad", "bladde", "keta", "k ho", "overdo", "spravat"])
def test_results_come_while_a_word_is_being_typed(tab, begun):
    assert len(ask(tab(), begun)) > 1


# Keyboard and screen reader


def test_the_field_is_an_editable_combobox_with_a_listbox(tab):
    page = tab()
    box = field(page)
    expect(box).to_have_accessible_name("What are you looking for?")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    for name, value in {"autocomplete": "off", "spellcheck": "false"}.items():
        expect(box).to_have_attribute(name, value)
    assert box.get_attribute("name") is None and page.locator("form").count() == 0
    ask(page, "wee hurts")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator(f"#{box.get_attribute('aria-controls')}")).to_have_role("listbox")
    expect(page.get_by_role("status")).to_have_text(f"{options(page).count()} pages found")


def active(page):
    return field(page).get_attribute("aria-activedescendant")


def test_arrows_walk_through_the_results_and_round(tab):
    page = tab()
    count = len(ask(page, "wee hurts"))
    assert active(page) is None
    page.keyboard.press("ArrowDown")
    assert active(page) == "search-result-0"
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    assert active(page) == f"search-result-{count - 1}"
    expect(options(page).first).to_have_attribute("aria-selected", "false")
    page.keyboard.press("ArrowDown")
    assert active(page) == "search-result-0"
    expect(field(page)).to_be_focused()


@pytest.mark.parametrize("key, caret", [("Home", 0), ("End", 9)])
def test_home_and_end_go_back_to_the_text(tab, key, caret):
    page = tab()
    ask(page, "wee hurts")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    assert active(page) is None
    assert field(page).evaluate("field => field.selectionStart") == caret


def test_typing_on_forgets_the_chosen_result(tab):
    page = tab()
    ask(page, "wee hurt")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("s")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    assert active(page) is None


def test_enter_follows_the_chosen_result(tab, address):
    page = tab()
    ask(page, "wee hurts")
    page.keyboard.press("Enter")
    assert active(page) == "search-result-0", "the first Enter chooses"
    page.keyboard.press("Enter")
    page.wait_for_url(address + "/risks/bladder/")


def test_escape_clears_and_closes(tab):
    page = tab()
    ask(page, "wee hurts")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(options(page)).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("")


def test_a_click_follows_a_result(tab, address):
    page = tab()
    ask(page, "wee hurts")
    options(page).first.click()
    page.wait_for_url(address + "/risks/bladder/")


def test_nothing_found_says_what_to_do(tab):
    page = tab()
    assert ask(page, "xqzzvw") == []
    expect(page.get_by_role("status")).to_have_text("No page found")
    links = [link.get_attribute("href") for link in page.locator("#search-none a").all()]
    assert links == ["/help/emergency/", "/a-z/"]
    expect(page.locator("#search-none")).to_be_visible()
    ask(page, "bladder")
    expect(page.locator("#search-none")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "not breathing", "xqzzvw"])
def test_axe_finds_nothing(tab, query, scheme, width):
    page = tab(color_scheme=scheme, viewport={"width": width, "height": 800})
    if query:
        ask(page, query)
        page.keyboard.press("ArrowDown")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_targets_are_44_pixels_high(tab):
    page = tab(viewport={"width": 360, "height": 800})
    ask(page, "wee hurts")
    for target in [field(page), page.locator(".find a"), *options(page).all()]:
        assert target.bounding_box()["height"] >= 44


# What leaves the page


def test_nothing_but_parts_of_the_index_is_asked_for(tab, address):
    page = tab()
    before = len(page.asked)
    assert not any("assets/search/" in url for url in page.asked), "nothing before somebody types"
    for query in ("my wee hurts", "ketamien", "xqzzvw"):
        ask(page, query)
    # The browser may fetch the icon late.
    for url in [url for url in page.asked[before:] if "/assets/icon." not in url]:
        assert re.fullmatch(re.escape(address) + r"/assets/search/[a-z]+-en\.[0-9a-f]{10}\.js", url)
    assert len(set(page.asked)) == len(page.asked), "nothing is asked for twice"


def test_a_query_loads_little(tab, built_site):
    page = tab()
    before = len(page.asked)
    ask(page, "wee hurts")
    assert len([url for url in page.asked[before:] if "/words-" in url]) <= 3


def test_the_address_and_the_history_stay_as_they_are(tab, address):
    page = tab()
    length = page.evaluate("history.length")
    ask(page, "wee hurts")
    page.keyboard.press("Enter")
    assert page.url == address + "/search/" and page.evaluate("history.length") == length
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_part_that_does_not_come_is_said_and_asked_for_again(tab, address):
    page = tab()
    page.route("**/assets/search/titles-*", lambda route: route.abort("blockedbyclient"))
    field(page).fill("bladder")
    expect(page.locator("#search-status")).to_have_text("The search could not be loaded. The lists on this site work without it.")
    page.unroute("**/assets/search/titles-*")
    assert ask(page, "bladder pain")[0] == "risks/bladder/"


# Without a script, from a disk, at home


def test_without_a_script_there_is_no_field_but_every_page_and_topic(tab, built_site):
    page = tab(script=False)
    expect(page.locator("#search-field")).to_be_hidden()
    assert page.locator("main [role=combobox]:visible").count() == 0
    links = {link.get_attribute("href") for link in page.locator("main a").all()}
    for path in built_site.rglob("index.html"):
        address = "/" + path.parent.relative_to(built_site).as_posix() + "/"
        text = path.read_text()
        is_page = 'http-equiv="refresh"' not in text and (built_site / address.strip("/")) != built_site
        if is_page and not re.match(r"/(search|a-z|topics|glossary|references)/", address):
            assert address in links, address
        if re.fullmatch(r"/topics/[^/]+/", address):
            assert address in links, address


def test_every_page_links_to_the_search(built_site):
    for path in built_site.rglob("*.html"):
        if path.parent.name == "offline" and path.name != "index.html":
            continue
        assert '<a href="/search/">Search</a>' in path.read_text(), path


def test_the_home_page_has_the_same_field(tab):
    assert ask(tab("/"), "wee hurts")[0] == "risks/bladder/"


@pytest.mark.parametrize("path", ["/", "/search/"])
def test_nothing_moves_when_the_field_appears(tab, path):
    page = tab(path, viewport={"width": 360, "height": 800})
    expect(field(page)).to_be_visible()
    moved = """() => new Promise(resolve => {
      let sum = 0;
      new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
    })"""
    assert page.evaluate(moved) == 0


def test_an_index_within_the_page_is_used_from_a_disk_and_nothing_is_loaded(tab, built_site, tmp_path):
    parts = {}
    for path in (built_site / "assets/search").glob("*.js"):
        text = path.read_text()
        parts[path.name] = json.loads(text[text.index(",") + 1 : text.rindex(")")])
    script = next((built_site / "assets").glob("search.*.js"))
    shutil.copy(script, tmp_path / "search.js")
    text = re.sub(r"<link[^>]*>|<meta http-equiv[^>]*>", "", (built_site / "search/index.html").read_text())
    text = re.sub(r'<script src="[^"]*"', '<script src="search.js"', text)
    text = text.replace("</body>", f'<script type="application/json" id="search-index">{json.dumps(parts)}</script></body>')
    (tmp_path / "page.html").write_text(text)
    page = tab(url=(tmp_path / "page.html").as_uri())
    assert ask(page, "wee hurts")[0].endswith("risks/bladder/")
    assert all(url.endswith(("/page.html", "/search.js")) for url in page.asked)
