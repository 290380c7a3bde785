"""The status, the panel of findings, and their marks on the page."""

import pytest
from playwright.sync_api import expect

from fake_preview import problem, quote

BLADDER = "/risks/bladder/"
WEEKENDS = "You can go even if you still use it, or use it only at weekends."
# As the source has it: the numbers of the sources are not there, and the quotation marks are those that were typed.
INFECTIONS = "Repeated “infections” with negative tests are a clue that ketamine is the cause . A negative test does not mean that your bladder is well."


def finding(message="a finding", block=None, text="", **more):
    return problem(message, **{"rule": "language/long-sentence", "severity": "warning", "quote": block and quote(block, text), **more})


def open_panel(site, open_page, *findings, **settings):
    site.say(findings=list(findings))
    page = open_page(site.url(BLADDER), **settings)
    page.locator("#status").click()
    expect(page.locator("#panel")).to_be_visible()
    return page


def highlighted(page, name="sitegen-finding"):
    return page.evaluate("name => [...CSS.highlights.get(name)].map(range => range.toString().replace(/\\s+/g, ' '))", name)


@pytest.mark.parametrize(
    "state, words",
    [
        ({}, "No findings"),
        ({"findings": [finding()]}, "1 finding on this page"),
        ({"findings": [finding()] * 3}, "3 findings on this page"),
        ({"findings": [finding()], "checking": True}, "Checking…"),
        ({"errors": [problem("wrong")], "moreErrors": 1, "checking": True}, "2 errors"),
    ],
)
def test_the_status_says_it_in_words(site, open_page, state, words):
    site.say(**state)
    page = open_page(site.url(BLADDER))
    expect(page.get_by_role("button", name=words, exact=True)).to_be_visible()


def test_the_panel_tells_each_finding_in_words(site, open_page):
    page = open_panel(
        site, open_page,
        finding("this sentence has 34 words", help="make two of it", notes=["readers lose the thread"], open="vscode://file/x", place="content/risks/bladder.md:14:1"),
        finding("no template uses this", severity="info", place="templates/a.html"), finding("a wrong link", severity="error"))
    panel = page.get_by_role("region", name="Findings on this page")
    expect(panel.get_by_role("heading", level=3)).to_have_text(
        ["1Warning: this sentence has 34 words", "2Remark: no template uses this", "3Error: a wrong link", "The rest of the site"])
    expect(panel.get_by_role("link", name="Open content/risks/bladder.md, line 14")).to_have_attribute("href", "vscode://file/x")
    expect(panel).to_contain_text("make two of it")
    expect(panel).to_contain_text("readers lose the thread")
    expect(panel).to_contain_text("language/long-sentence")
    expect(panel.get_by_role("button", name="Show on the page")).to_have_count(0)


def test_the_panel_counts_what_is_elsewhere(site, open_page):
    site.say(elsewhere={"error": 1, "warning": 3, "info": 0})
    page = open_panel(site, open_page)
    expect(page.locator("#panel")).to_contain_text("The checks found nothing on this page.")
    expect(page.locator("#panel")).to_contain_text("Elsewhere: 1 error, 3 warnings.")
    expect(page.get_by_role("link", name="All problems, drafts and due reviews")).to_have_attribute("href", "/.sitegen/")


def test_a_marker_stands_beside_the_words_that_are_meant(site, open_page):
    page = open_panel(site, open_page, finding(block=WEEKENDS, text="weekends"), finding(block=INFECTIONS, text="clue"))
    for number, block in ((1, "p:has-text('only at weekends')"), (2, "p:has-text('with negative tests are a clue')")):
        marker = page.get_by_role("button", name=f"Finding {number}: a finding").bounding_box()
        text = page.locator(block).bounding_box()
        assert text["y"] <= marker["y"] + marker["height"] / 2 <= text["y"] + text["height"]
        assert marker["x"] + marker["width"] <= text["x"] + 1
    assert highlighted(page) == ["weekends", "clue"]


def test_a_marker_moves_with_its_block(site, open_page):
    page = open_panel(site, open_page, finding(block=WEEKENDS))
    page.evaluate("document.querySelector('h1').style.paddingBottom = '300px'")
    middle = "element => { const { top, height } = element.getBoundingClientRect(); return top + height / 2 }"
    block = page.locator("p:has-text('only at weekends')").evaluate(middle)
    page.wait_for_function(f"at => Math.abs(({middle})(document.querySelector('sitegen-preview').shadowRoot.querySelector('.marker')) - at) < 15", arg=block)


def test_markers_of_one_line_do_not_cover_each_other(site, open_page):
    page = open_panel(site, open_page, *[finding(block=WEEKENDS, text=word) for word in ("go", "even", "still")])
    tops = [box["y"] for box in (marker.bounding_box() for marker in page.locator(".marker").all())]
    assert tops[1] - tops[0] >= 44 and tops[2] - tops[1] >= 44


@pytest.mark.parametrize(
    "block, text, marked",
    [
        pytest.param(WEEKENDS, "", WEEKENDS.rstrip("."), id="no words means all of it"),
        pytest.param(INFECTIONS, "is the cause . A negative test", "is the cause [1][2][5]. A negative test", id="sources between the words"),
        pytest.param("What can get better", "get", "get", id="a heading that a list of contents repeats"),
        pytest.param("Go to A&E or see a doctor today if:", "A&E", "A&E", id="a heading that a template has put a word before"),
        pytest.param("The bladder is inflamed, has ulcers and is getting stiff ( ulcerative cystitis) .", "ulcerative cystitis", "ulcerative cystitis", id="a cell with a term"),
        pytest.param("Pages may pause, but pa is a word.", "pa", "pa", id="a word that begins others"),
        pytest.param(WEEKENDS, "no such words", WEEKENDS.rstrip("."), id="words that are not there"),
    ],
)
def test_the_words_are_found_again(site, open_page, block, text, marked):
    site.edit(BLADDER, lambda page: page.replace('<h2 id="where-to-go', '<p id="pa">Pages may pause, but pa is a word.</p><h2 id="where-to-go'))
    page = open_panel(site, open_page, finding(block=block, text=text))
    assert highlighted(page) == [marked]
    if text == "pa":
        assert page.evaluate("[...CSS.highlights.get('sitegen-finding')][0].startOffset") == len("Pages may pause, but ")
    assert page.evaluate("![...CSS.highlights.get('sitegen-finding')][0].startContainer.parentElement.closest('nav')")


def test_a_place_that_is_not_on_the_page_has_no_marker(site, open_page):
    page = open_panel(site, open_page, finding(block="No such text.", text="text"), finding(block="?!", text="?"), finding())
    expect(page.locator("#panel li")).to_have_count(3)
    assert page.locator(".marker").count() == 0
    assert highlighted(page) == []


def test_choosing_in_the_panel_scrolls_to_the_place(site, open_page):
    page = open_panel(site, open_page, finding(block=WEEKENDS, text="weekends"), finding(block=INFECTIONS, text="clue"))
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.get_by_role("button", name="Show on the page").first.click()
    expect(page.locator("p:has-text('only at weekends')")).to_be_in_viewport()
    expect(page.locator("#finding-0")).to_have_attribute("aria-current", "true")
    expect(page.locator("#finding-0-show")).to_be_focused()
    assert highlighted(page, "sitegen-chosen") == ["weekends"]
    assert highlighted(page) == ["clue"]


def test_choosing_opens_what_hides_the_place(site, open_page):
    site.edit(BLADDER, lambda text: text.replace("<p>You can go even", "<details><summary>More</summary><p>You can go even", 1).replace("at weekends.</p>", "at weekends.</p></details>", 1))
    page = open_panel(site, open_page, finding(block=WEEKENDS))
    expect(page.locator(".marker")).to_be_hidden()
    page.get_by_role("button", name="Show on the page").click()
    expect(page.locator("p:has-text('only at weekends')")).to_be_in_viewport()
    expect(page.locator(".marker")).to_be_visible()


def test_choosing_a_marker_goes_to_its_finding(site, open_page):
    page = open_panel(site, open_page, *[finding(f"finding {number}", place="content/a.md") for number in range(8)], finding("the last", block=WEEKENDS))
    page.locator(".marker").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#finding-8")).to_be_focused()
    expect(page.locator("#finding-8")).to_have_attribute("aria-current", "true")
    expect(page.locator("#finding-8 h3")).to_be_in_viewport()


def test_marks_are_there_only_while_the_panel_is_open(site, open_page):
    page = open_panel(site, open_page, finding(block=WEEKENDS, text="weekends"))
    expect(page.locator(".marker")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator(".marker")).to_have_count(0)
    assert highlighted(page) == []
    expect(page.locator("#status")).to_be_focused()


def test_browsers_that_cannot_mark_words_frame_the_block(site, open_page):
    page = open_panel(site, open_page, finding(block=WEEKENDS, text="weekends"), before="Object.defineProperty(CSS, 'highlights', { value: undefined })")
    frame, block = page.locator(".frame").bounding_box(), page.locator("p:has-text('only at weekends')").bounding_box()
    assert all(abs(frame[side] - block[side]) <= 1 for side in ("x", "y", "width", "height"))


def test_the_panel_stays_open_over_reloads_and_pages(site, open_page):
    page = open_panel(site, open_page, *[finding(f"finding {number}") for number in range(20)])
    page.locator("#panel").evaluate("element => element.scrollTo(0, 700)")
    page.locator("#finding-9").focus()
    at = page.locator("#panel").evaluate("element => element.scrollTop")
    site.edit(BLADDER, lambda text: text.replace("<h1>", "<h1>Changed: "))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Changed")
    expect(page.locator("#panel li")).to_have_count(20)
    expect(page.locator("#finding-9")).to_be_focused()
    assert page.locator("#panel").evaluate("element => element.scrollTop") == at
    page.goto(site.url("/risks/liver/"))
    expect(page.locator("#panel")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    page.reload()
    expect(page.locator("#status")).to_have_text("20 findings on this page")
    expect(page.locator("#panel")).to_be_hidden()


def test_findings_follow_what_the_checks_say(site, open_page):
    page = open_panel(site, open_page, finding("the first", block=WEEKENDS), finding("the second"))
    page.locator("#finding-0-show").focus()
    site.say(findings=[finding("the first", block=WEEKENDS)])
    expect(page.locator("#panel li")).to_have_count(1)
    expect(page.locator("#finding-0-show")).to_be_focused()
    site.say(findings=[], checking=True)
    expect(page.locator("#panel")).to_contain_text("Checks are still running.")
    expect(page.locator(".marker")).to_have_count(0)
    expect(page.locator("#panel")).to_be_focused()


def test_what_has_the_focus_is_never_below_the_status(site, open_page):
    site.edit(BLADDER, lambda text: text.replace("</footer>", '<p dir="rtl"><a id="corner" href="/">End</a></p></footer>'))
    page = open_page(site.url(BLADDER))
    expect(page.locator("#status")).to_have_text("No findings")
    sides = "element => { const { left, top, right, bottom } = element.getBoundingClientRect(); return [left, top, right, bottom] }"
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    shift = page.locator("#status").evaluate(sides)[2] - page.locator("#corner").evaluate(sides)[2] - 40
    page.evaluate("shift => { document.querySelector('#corner').style.cssText = `position: relative; left: ${shift}px` }", shift)
    status, corner = page.locator("#status").evaluate(sides), page.locator("#corner").evaluate(sides)
    drop = status[1] + 10 - corner[1]
    page.evaluate("drop => { document.querySelector('#corner').style.top = `${drop}px` }", drop)
    corner = page.locator("#corner").evaluate(sides)
    assert status[0] <= corner[0] and status[1] <= corner[1] and corner[2] <= status[2] and corner[3] <= status[3], "it is covered"
    page.locator("#corner").evaluate("element => element.focus({ preventScroll: true })")
    assert page.locator("#corner").evaluate(
        "element => { const { left, top } = element.getBoundingClientRect(); return document.elementFromPoint(left + 5, top + 5) === element }")


def test_nothing_of_it_is_printed(site, open_page):
    page = open_panel(site, open_page, finding(block=WEEKENDS))
    page.emulate_media(media="print")
    expect(page.locator("sitegen-preview")).to_be_hidden()
    expect(page.locator("#panel")).to_be_hidden()
