"""The site in a second engine: Firefox, as Debian has it."""

import contextlib
import functools
import os

import pytest

from axe import violations
from firefox import open_firefox
from whole_site import pages

ELSEWHERE = "https://www.bbc.co.uk/weather"
SAMPLE = [
    "/", "/help/emergency/", "/risks/bladder/", "/research/depression/", "/claims/risks/", "/search/",
    "/help/support-lines/united-kingdom/", "/handouts/emergency-card/", "/glossary/",
]


@pytest.fixture(scope="module")
def launch(request, tmp_path_factory):
    """Starts Firefox, once for light and once for dark colours."""
    program = request.config.getoption("--firefox")
    if not os.access(program, os.X_OK):
        pytest.skip(f"there is no {program}: scripts/install-packages --tests installs it where apt has firefox-esr")
    with contextlib.ExitStack() as stack:

        @functools.cache
        def launch(scheme):
            return stack.enter_context(open_firefox(program, tmp_path_factory.mktemp("firefox"), scheme))

        yield launch


@pytest.fixture
def new_tab(launch):
    """Opens a tab in a profile of its own. Whatever is logged as an error in it fails the test at its end."""
    tabs = []

    def new_tab(width=1280, scheme="light"):
        tabs.append(launch(scheme).new_tab(width))
        return tabs[-1]

    yield new_tab
    errors = [entry["text"] for tab in tabs for entry in tab.firefox.events("log.entryAdded") if entry["level"] == "error"]
    for tab in tabs:
        tab.close()
    assert errors == []


def asked_elsewhere(tab, *here):
    urls = [event["request"]["url"] for event in tab.firefox.events("network.beforeRequestSent")]
    return [url for url in urls if not url.startswith((*here, "data:"))]


def test_every_page_fits_a_small_phone_and_asks_for_nothing_elsewhere(new_tab, address, built_site):
    tab = new_tab(width=320)
    wide = []
    for path in pages(built_site):
        tab.open(address + path)
        assert tab.evaluate("document.documentElement.clientWidth") == 320
        if (width := tab.evaluate("document.documentElement.scrollWidth")) > 320:
            wide.append(f"{path} is {width} px wide")
    assert wide == [] and asked_elsewhere(tab, address) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(new_tab, address, scheme):
    tab = new_tab(scheme=scheme)
    wrong = []
    for path in SAMPLE:
        tab.open(address + path)
        assert tab.evaluate(f"matchMedia('(prefers-color-scheme: {scheme})').matches")
        wrong += [f"{path}: {found}" for found in violations(tab)]
    assert wrong == []


def test_the_search_leads_by_keyboard_to_the_right_page(new_tab, address):
    tab = new_tab()
    tab.open(address + "/search/")
    for _ in range(20):
        tab.press("Tab")
        if tab.evaluate("document.activeElement.id") == "search-field":
            break
    tab.press(*"wee hurts")
    tab.wait_until("document.querySelector('[role=option]')?.getAttribute('href') === '/risks/bladder/'")
    tab.press("ArrowDown", "Enter")
    tab.firefox.wait_for("browsingContext.load", lambda event: event["url"] == address + "/risks/bladder/")
    assert tab.evaluate("document.querySelector('h1').textContent") == "Bladder and kidneys"
    assert asked_elsewhere(tab, address) == []


def test_shift_three_times_leaves_and_takes_the_place_of_the_page(new_tab, address):
    tab = new_tab()
    call = tab.firefox.call
    # The other website is made up.
    call("network.addIntercept", phases=["beforeRequestSent"], urlPatterns=[{"type": "string", "pattern": ELSEWHERE}])
    tab.open(address + "/")
    tab.open(address + "/risks/bladder/")
    entries = tab.evaluate("history.length")
    tab.press("Shift", "Shift")
    assert tab.evaluate("document.querySelector('[role=status]').textContent") == "Shift, press 1 more time to leave this site."
    tab.press("Shift")
    asked = tab.firefox.wait_for("network.beforeRequestSent", lambda event: event["isBlocked"])["request"]
    call("network.provideResponse", request=asked["request"], statusCode=200, body={"type": "string", "value": "Weather"})
    tab.firefox.wait_for("browsingContext.load", lambda event: event["url"] == ELSEWHERE)
    assert tab.evaluate("history.length") == entries
    assert "referer" not in [header["name"].lower() for header in asked["headers"]], "the other website is told nothing"


def test_the_single_file_opens_from_a_disk_and_its_links_lead_on(new_tab, built_site):
    file = (built_site / "offline/pages.html").as_uri()
    tab = new_tab(width=390)
    tab.open(file)
    tab.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Get help now"
    tab.press("Enter")
    tab.wait_until("location.hash !== ''")
    top, title = tab.evaluate(
        "{ const chapter = document.querySelector(location.hash); [chapter.getBoundingClientRect().top, chapter.querySelector('h2').textContent] }")
    assert title == "Get help now" and 0 <= top < 400
    assert asked_elsewhere(tab, file) == []


def test_the_copies_are_searched_from_a_disk(new_tab, built_site, unpacked_site):
    tab = new_tab(width=390)
    for file in [built_site / "offline/pages.html", unpacked_site / "search/index.html"]:
        tab.open(file.as_uri())
        tab.evaluate("document.querySelector('#search-field').focus()")
        tab.press(*"wee hurts")
        tab.wait_until("document.querySelector('[role=option]')?.textContent.includes('Bladder and kidneys')")
        tab.press("ArrowDown", "Enter")
        if file.name == "pages.html":
            tab.wait_until("location.hash !== ''")
            top, title = tab.evaluate(
                "{ const chapter = document.querySelector(':target'); [chapter.getBoundingClientRect().top, chapter.querySelector('h2').textContent] }")
            assert title == "Bladder and kidneys" and 0 <= top < 400
        else:
            page = (unpacked_site / "risks/bladder/index.html").as_uri()
            tab.firefox.wait_for("browsingContext.load", lambda event: event["url"] == page)
    assert asked_elsewhere(tab, "file:") == []
