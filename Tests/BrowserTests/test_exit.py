"""The way out of the site: fast, out of the way of everything else, and honest without a script."""

import pytest
from playwright.sync_api import expect

ELSEWHERE = "https://www.bbc.co.uk/weather"
PAGE = "/risks/bladder/"


@pytest.fixture
def leave_from(browser, address):
    """Opens the home page, then a page with the link. The other website is made up, so nothing leaves the machine."""
    contexts, asked = [], []

    def answer(route):
        asked.append((route.request.url, route.request.headers.get("referer")))
        route.fulfill(content_type="text/html", body="<title>Weather</title><h1>Weather</h1>")

    def leave_from(path=PAGE, before=None, **settings):
        context = browser.new_context(viewport={"width": 390, "height": 800}, **settings)
        contexts.append(context)
        context.route(lambda url: not url.startswith(address), answer)
        page = context.new_page()
        page.set_default_timeout(15_000)
        if before:
            page.add_init_script(before)
        page.goto(address + "/")
        page.goto(address + path)
        return page

    leave_from.address = address
    leave_from.asked = asked
    yield leave_from
    for context in contexts:
        context.close()


def exit_link(page):
    return page.locator(".help .exit")


def test_the_link_takes_the_place_of_the_page(leave_from):
    page = leave_from()
    entries = page.evaluate("history.length")
    exit_link(page).click()
    expect(page.get_by_role("heading", name="Weather")).to_be_visible()
    assert page.url == ELSEWHERE and page.evaluate("history.length") == entries
    page.go_back()
    assert page.url == leave_from.address + "/"
    assert leave_from.asked == [(ELSEWHERE, None)], "the other website is told nothing"


def test_without_a_script_the_link_is_a_plain_link(leave_from):
    page = leave_from(java_script_enabled=False)
    exit_link(page).click()
    page.wait_for_url(ELSEWHERE)
    assert leave_from.asked == [(ELSEWHERE, None)]


def test_the_third_link_of_the_page_is_the_way_out(leave_from):
    page = leave_from()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(exit_link(page)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(ELSEWHERE)


def test_shift_three_times_leaves_and_says_how_often_more(leave_from):
    page = leave_from()
    page.keyboard.press("Shift")
    expect(page.get_by_role("status")).to_have_text("Shift, press 2 more times to leave this site.")
    page.keyboard.press("Shift")
    expect(page.get_by_role("status")).to_have_text("Shift, press 1 more time to leave this site.")
    page.keyboard.press("Shift")
    page.wait_for_url(ELSEWHERE)


def test_shift_with_another_key_does_not_count(leave_from):
    page = leave_from()
    for key in ["Shift+A", "Shift+Tab", "Shift+B", "Escape", "Escape", "Escape"]:
        page.keyboard.press(key)
    expect(page.get_by_role("status")).to_have_text("")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("x")
    page.keyboard.press("Shift")
    expect(page.get_by_role("status")).to_have_text("Shift, press 2 more times to leave this site.")
    assert page.url == leave_from.address + PAGE


def test_after_a_pause_the_count_begins_again(leave_from):
    page = leave_from()
    page.clock.install()
    page.reload()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(5_001)
    expect(page.get_by_role("status")).to_have_text("You have not left this site.")
    page.keyboard.press("Shift")
    expect(page.get_by_role("status")).to_have_text("Shift, press 2 more times to leave this site.")


def test_while_the_other_website_loads_nothing_is_left_to_see(leave_from):
    page = leave_from()
    seen = page.evaluate(
        "document.querySelector('.help .exit').click(),"
        "[getComputedStyle(document.body).display, document.title, document.querySelectorAll('link[rel=icon]').length]"
    )
    assert seen == ["none", "Loading", 0]


def test_a_page_that_was_kept_is_readable_again(leave_from):
    page = leave_from()
    page.evaluate("document.documentElement.classList.add('leaving'); document.title = 'Loading'; dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.locator("body")).to_be_visible()
    assert page.title().startswith("Bladder")


def test_nothing_is_stored(leave_from):
    page = leave_from()
    for _ in range(2):
        page.keyboard.press("Shift")
    kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length, navigator.serviceWorker?.controller ?? null]")
    assert kept == ["", 0, 0, None]


def test_pages_that_do_not_ask_for_it_have_no_way_out_and_no_script(leave_from):
    page = leave_from("/history/")
    assert page.locator(".exit").count() == 0 and page.locator("script").count() == 0


def test_the_link_stays_in_sight_and_is_not_printed(leave_from):
    page = leave_from()
    page.mouse.wheel(0, 3000)
    expect(exit_link(page)).to_be_in_viewport()
    box = exit_link(page).bounding_box()
    assert round(box["height"]) >= 44 and round(box["width"]) >= 44
    page.emulate_media(media="print")
    expect(exit_link(page)).to_be_hidden()
