"""An open page follows the site, and whoever reads it keeps the place."""

from playwright.sync_api import expect

from fake_preview import problem

BLADDER = "/risks/bladder/"


def top_of(page, selector):
    return page.locator(selector).evaluate("element => element.getBoundingClientRect().top")


def scroll_to(page, selector, top):
    """Scrolls until an element is at `top` pixels below the window's edge."""
    page.evaluate(
        "([selector, top]) => scrollBy(0, document.querySelector(selector).getBoundingClientRect().top - top)", [selector, top]
    )


def settle(page):
    """Until a reload is through, and whatever the browser does after it: two frames, in which it has no work left."""
    page.wait_for_load_state("load")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done))))")


def insert(mark, text):
    return lambda page: page.replace(mark, text + mark, 1)


def test_a_changed_page_comes_by_itself(site, open_page):
    page = open_page(site.url(BLADDER))
    site.edit(BLADDER, lambda text: text.replace("<h1>Bladder and kidneys", "<h1>Changed title"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Changed title")
    site.edit(BLADDER, lambda text: text.replace("<h1>Changed title", "<h1>Changed again"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Changed again")


def test_a_page_that_did_not_change_is_left_alone(site, open_page):
    page = open_page(site.url(BLADDER))
    page.evaluate("window.kept = true")
    site.edit("/risks/liver/", lambda text: text.replace("<h1>", "<h1>Changed "))
    site.say(findings=[problem("something", severity="warning")])
    expect(page.locator("#status")).to_have_text("1 finding on this page")
    assert page.evaluate("window.kept") is True


def test_a_style_sheet_changes_without_a_reload(site, open_page):
    page = open_page(site.url(BLADDER))
    site.wait_for_connections(1)
    page.evaluate("window.kept = true")
    for colour in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
        name = site.restyle(f"body {{ background: {colour} }}")
        expect(page.locator("body")).to_have_css("background-color", colour)
        expect(page.locator("link[rel=stylesheet]:not([media])")).to_have_count(1)
        assert page.locator("link[rel=stylesheet]:not([media])").get_attribute("href") == name
    assert page.evaluate("window.kept") is True


def test_the_old_style_sheet_stays_until_the_new_one_is_there(site, open_page):
    page = open_page(site.url(BLADDER))
    site.wait_for_connections(1)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    with site.hold("/assets/"):
        site.restyle("body { background: rgb(1, 2, 3) }")
        expect(page.locator("link[rel=stylesheet]:not([media])")).to_have_count(2)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == before
    expect(page.locator("link[rel=stylesheet]:not([media])")).to_have_count(1)
    expect(page.locator("body")).to_have_css("background-color", "rgb(1, 2, 3)")


def test_after_new_styles_a_lost_connection_costs_no_reload(site, open_page):
    page = open_page(site.url(BLADDER))
    site.wait_for_connections(1)
    page.evaluate("window.kept = true")
    site.restyle("body { background: rgb(1, 2, 3) }")
    expect(page.locator("body")).to_have_css("background-color", "rgb(1, 2, 3)")
    site.stop()
    expect(page.locator("#status")).to_have_text("Preview stopped")
    site.start()
    expect(page.locator("#status")).to_have_text("No findings")
    assert page.evaluate("window.kept") is True


def test_a_text_that_grew_above_does_not_move_the_place(site, open_page):
    page = open_page(site.url(BLADDER))
    scroll_to(page, "#what-to-do-now", 120)
    for count in (30, 60):
        site.edit(BLADDER, insert('<h2 id="when-to-get-help"', "<p class='new'>A new line.</p>" * 30))
        expect(page.locator(".new")).to_have_count(count)
        settle(page)
        assert abs(top_of(page, "#what-to-do-now") - 120) <= 2


def test_the_paragraph_at_the_top_may_be_the_one_that_is_edited(site, open_page):
    page = open_page(site.url(BLADDER))
    paragraph = "#what-to-say-to-the-gp + p"
    scroll_to(page, paragraph, 70)
    after = top_of(page, "#where-the-damage-happens")

    def change(text):
        text = text.replace("If that is hard to say,", "If that is too hard,", 1)
        return insert('<h2 id="when-to-get-help"', "<p class='new'>A new line.</p>" * 9)(text)

    site.edit(BLADDER, change)
    expect(page.locator(".new")).to_have_count(9)
    settle(page)
    assert abs(top_of(page, paragraph) - 70) <= 60
    assert abs(top_of(page, "#where-the-damage-happens") - after) <= 60


def test_a_page_at_its_top_stays_there(site, open_page):
    page = open_page(site.url(BLADDER))
    site.edit(BLADDER, insert("<h1>", "<p class='new'>A new line.</p>"))
    expect(page.locator(".new")).to_have_count(1)
    settle(page)
    assert page.evaluate("scrollY") == 0


def test_an_address_with_an_anchor_does_not_pull_the_page_back(site, open_page):
    page = open_page(site.url(BLADDER + "#when-to-get-help"))
    scroll_to(page, "#what-to-do-now", 120)
    site.edit(BLADDER, insert('<h2 id="how-common-it-is"', "<p class='new'>A new line.</p>"))
    expect(page.locator(".new")).to_have_count(1)
    settle(page)
    assert abs(top_of(page, "#what-to-do-now") - 120) <= 2


def test_pictures_that_come_late_do_not_move_the_place(site, open_page):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="900"><path d="M0 0h300v900"/></svg>'
    site.write("/late.svg", drawing)
    site.edit(BLADDER, insert('<h2 id="when-to-get-help"', '<p><img src="/late.svg" alt="A square"></p>'))
    # Some browsers do the half of it themselves; this is how to be one that does not.
    site.restyle("html { overflow-anchor: none }")
    page = open_page(site.url(BLADDER))
    page.wait_for_load_state("load")
    scroll_to(page, "#what-to-do-now", 120)
    with site.hold("/late.svg"):
        site.edit(BLADDER, insert("<h1>", "<p class='new'>A new line.</p>"))
        expect(page.locator(".new")).to_have_count(1)
        expect(page.locator("#status")).to_be_attached()
    settle(page)
    assert abs(top_of(page, "#what-to-do-now") - 120) <= 2


def test_going_back_is_still_the_browsers_affair(site, open_page):
    page = open_page(site.url(BLADDER))
    scroll_to(page, "#what-to-do-now", 120)
    site.edit(BLADDER, insert("<h1>", "<p class='new'>A new line.</p>"))
    expect(page.locator(".new")).to_have_count(1)
    settle(page)
    page.evaluate("location.assign('/help/emergency/')")
    page.wait_for_url("**/help/emergency/")
    page.go_back()
    page.wait_for_function("() => Math.abs(document.querySelector('#what-to-do-now').getBoundingClientRect().top - 120) <= 2")


def test_open_details_and_the_focus_outlive_a_reload(site, open_page):
    page = open_page(site.url(BLADDER), viewport={"width": 360, "height": 800})
    page.get_by_text("On this page", exact=True).click()
    page.locator("#cite-1-2").focus()
    site.edit(BLADDER, insert("<h1>", "<p class='new'>A new line.</p>"))
    expect(page.locator(".new")).to_have_count(1)
    settle(page)
    expect(page.locator("nav.contents details")).to_have_attribute("open", "")
    expect(page.locator("header details")).not_to_have_attribute("open", "")
    expect(page.locator("#cite-1-2")).to_be_focused()


def test_a_server_that_comes_back_is_found_again(site, open_page):
    page = open_page(site.url(BLADDER))
    expect(page.locator("#status")).to_have_text("No findings")
    site.stop()
    expect(page.locator("#status")).to_have_text("Preview stopped")
    page.locator("#status").click()
    expect(page.locator("#panel")).to_contain_text("The preview has stopped")
    site.edit(BLADDER, lambda text: text.replace("<h1>Bladder", "<h1>Restarted bladder"))
    site.start()
    expect(page.get_by_role("heading", level=1)).to_have_text("Restarted bladder and kidneys")
    expect(page.locator("#status")).to_have_text("No findings")


def test_a_deleted_page_becomes_the_404_page_and_comes_back(site, open_page):
    page = open_page(site.url("/risks/liver/"))
    text = site.text("/risks/liver/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Liver, bile ducts and tummy pain")
    site.wait_for_connections(1)
    site.delete("/risks/liver/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    site.write("/risks/liver/", text)
    expect(page.get_by_role("heading", level=1)).to_have_text("Liver, bile ducts and tummy pain")


UNSEEN = "Object.defineProperty(document, 'hidden', { get: () => Boolean(window.isUnseen) })"


def see(page, is_seen):
    page.evaluate("isSeen => { window.isUnseen = !isSeen; document.dispatchEvent(new Event('visibilitychange')) }", is_seen)


def test_new_styles_while_nobody_looks_cost_no_reload(site, open_page):
    page = open_page(site.url(BLADDER), before=UNSEEN)
    site.wait_for_connections(1)
    page.evaluate("window.kept = true")
    site.restyle("body { background: rgb(1, 2, 3) }")
    expect(page.locator("body")).to_have_css("background-color", "rgb(1, 2, 3)")
    see(page, False)
    site.wait_for_connections(0)
    site.restyle("body { background: rgb(4, 5, 6) }")
    see(page, True)
    expect(page.locator("body")).to_have_css("background-color", "rgb(4, 5, 6)")
    assert page.evaluate("window.kept") is True


def test_a_tab_that_nobody_sees_gives_its_connection_back(site, open_page):
    page = open_page(site.url(BLADDER), before=UNSEEN)
    site.wait_for_connections(1)
    # Not before the page was told what it is.
    expect(page.locator("#status")).to_have_text("No findings")
    see(page, False)
    site.wait_for_connections(0)
    site.edit(BLADDER, lambda text: text.replace("<h1>Bladder", "<h1>Changed bladder"))
    expect(page.locator("#status")).to_have_text("No findings")
    see(page, True)
    expect(page.get_by_role("heading", level=1)).to_have_text("Changed bladder and kidneys")


def test_a_page_that_a_reload_does_not_mend_comes_to_rest(site, open_page):
    site.say(bytes="0" * 16, findings=[problem("something", severity="warning")])
    page = open_page(site.url(BLADDER))
    expect(page.locator("#status")).to_have_text("1 finding on this page")
    page.evaluate("window.kept = true")
    site.say(findings=[])
    expect(page.locator("#status")).to_have_text("No findings")
    assert page.evaluate("window.kept") is True


def test_nothing_of_the_page_itself_is_changed(site, open_page):
    block = "You can go even if you still use it, or use it only at weekends."
    site.say(findings=[problem("something", severity="warning", quote={"block": block, "text": "weekends"})])
    page = open_page(site.url(BLADDER))
    measure = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight, document.querySelector('#what-to-do-now').getBoundingClientRect().top]"
    before = page.evaluate(measure)
    page.locator("#status").click()
    expect(page.locator(".marker")).to_be_attached()
    assert page.evaluate(measure) == before
    same = """text => {
      const body = document.body.cloneNode(true);
      body.querySelector('sitegen-preview').remove();
      return body.outerHTML === new DOMParser().parseFromString(text, 'text/html').body.outerHTML;
    }"""
    assert page.evaluate(same, site.text(BLADDER))


def test_the_styles_of_the_site_do_not_leak_in(site, open_page):
    page = open_page(site.url(BLADDER))
    look = "element => { const { color, fontSize, display, direction, textTransform } = getComputedStyle(element); return [color, fontSize, display, direction, textTransform] }"
    expect(page.locator("#status")).to_have_text("No findings")
    before = page.locator("#status").evaluate(look)
    site.restyle(
        "html { font-size: 62.5%; --ink: red; --bar: red } * { color: red !important; font-size: 40px !important; "
        "text-transform: uppercase !important; direction: rtl !important } body > * { display: none !important; opacity: .1 !important }"
    )
    expect(page.locator("main")).to_be_hidden()
    assert page.locator("#status").evaluate(look) == before
    expect(page.locator("#status")).to_be_visible()
    assert page.locator("sitegen-preview").evaluate("element => getComputedStyle(element).opacity") == "1"


def test_the_styles_of_the_preview_do_not_leak_out(site, open_page):
    with_tool = open_page(site.url(BLADDER))
    without = open_page(site.url(BLADDER), before="document.createElement('p')")
    without.locator("sitegen-preview").evaluate("element => { element.remove(); document.adoptedStyleSheets = [] }")
    looks = """() => [...document.querySelectorAll('body *:not(sitegen-preview)')].map(element => {
      const style = getComputedStyle(element);
      return [style.color, style.backgroundColor, style.font, style.margin, style.padding, style.border, style.display].join();
    })"""
    assert with_tool.evaluate(looks) == without.evaluate(looks)
