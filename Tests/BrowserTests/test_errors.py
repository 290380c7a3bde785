"""The overlay: what stops the site from being updated."""

from playwright.sync_api import expect

from fake_preview import problem, quote

BLADDER = "/risks/bladder/"
EXCERPT = "   12 | See  [the signs](blader.md) of harm.\n      |                  ^~~~~~~~~"
MISSING = problem(
    "there is no page 'blader.md'", help="did you mean 'bladder.md'?", notes=["it was there on Monday", "and on Tuesday"],
    excerpt=EXCERPT, open="vscode://file/site/content/risks/bladder.md:12:5")
UNKNOWN = problem("the key 'searchTrems' is not known", rule="data/unknown-key", place="content/help/emergency.md:5:1")


def test_an_error_is_told_in_full(site, open_page):
    site.say(errors=[MISSING, UNKNOWN], moreErrors=3)
    page = open_page(site.url(BLADDER))
    overlay = page.get_by_role("dialog", name="Something needs mending")
    expect(overlay).to_be_visible()
    expect(overlay).to_contain_text("these 5 errors")
    expect(overlay.get_by_role("heading", level=3)).to_have_text(
        ["Error: there is no page 'blader.md'", "Error: the key 'searchTrems' is not known"])
    expect(overlay).to_contain_text("did you mean 'bladder.md'?")
    expect(overlay).to_contain_text("it was there on Monday")
    expect(overlay).to_contain_text("and on Tuesday")
    expect(overlay).to_contain_text("link/missing-page")
    expect(overlay).to_contain_text("3 more errors")
    expect(page.locator("#status")).to_have_text("5 errors")


def test_the_place_is_a_link_only_where_an_editor_can_follow_it(site, open_page):
    site.say(errors=[MISSING, UNKNOWN])
    page = open_page(site.url(BLADDER))
    link = page.get_by_role("link", name="Open content/risks/bladder.md, line 12")
    expect(link).to_have_attribute("href", "vscode://file/site/content/risks/bladder.md:12:5")
    expect(page.get_by_text("content/help/emergency.md, line 5")).to_be_visible()
    expect(page.get_by_role("link", name="emergency.md")).to_have_count(0)


def test_the_excerpt_keeps_its_columns(site, open_page):
    site.say(errors=[MISSING])
    page = open_page(site.url(BLADDER))
    excerpt = page.locator("#overlay pre")
    assert excerpt.evaluate("element => element.textContent") == EXCERPT
    assert excerpt.evaluate("element => getComputedStyle(element).whiteSpace") == "pre"
    widths = """element => ['i', 'W'].map(letter => {
      const canvas = new OffscreenCanvas(9, 9).getContext('2d');
      canvas.font = getComputedStyle(element).font;
      return canvas.measureText(letter).width;
    })"""
    narrow, wide = excerpt.evaluate(widths)
    assert narrow == wide


def test_what_is_sent_is_text_and_never_markup(site, open_page):
    nasty = "<img src=x onerror='window.hit = true'><b>&amp;"
    site.say(errors=[problem(nasty, rule=nasty, place=nasty, help=nasty, notes=[nasty], excerpt=nasty)],
             findings=[problem(nasty, severity="warning", quote=quote(nasty, nasty))])
    page = open_page(site.url(BLADDER))
    expect(page.locator("#overlay h3")).to_contain_text(nasty)
    expect(page.locator("#overlay pre")).to_have_text(nasty)
    assert page.locator("#overlay img, #overlay b").count() == 0
    page.locator("#overlay-findings").click()
    expect(page.locator("#panel h3").first).to_contain_text(nasty)
    assert page.evaluate("window.hit") is None


def test_it_goes_by_itself_when_all_is_mended_and_comes_back(site, open_page):
    page = open_page(site.url(BLADDER))
    overlay = page.locator("#overlay")
    for _ in range(2):
        site.say(errors=[MISSING])
        expect(overlay).to_be_visible()
        site.say(errors=[])
        expect(overlay).to_be_hidden()
    expect(page.locator("#status")).to_have_text("No findings")


def test_a_page_that_cannot_be_made_stays_as_it_was(site, open_page):
    page = open_page(site.url(BLADDER))
    expect(page.locator("#status")).to_have_text("No findings")
    page.evaluate("window.kept = true")
    site.say(bytes="", errors=[MISSING])
    expect(page.locator("#overlay")).to_be_visible()
    assert page.evaluate("window.kept") is True


def test_once_closed_it_stays_closed_until_there_is_another_error(site, open_page):
    site.say(errors=[MISSING])
    page = open_page(site.url(BLADDER))
    overlay, status = page.locator("#overlay"), page.locator("#status")
    page.get_by_role("button", name="Close").click()
    expect(overlay).to_be_hidden()

    page.reload()
    expect(status).to_have_text("1 error")
    expect(overlay).to_be_hidden()
    page.goto(site.url("/risks/liver/"))
    expect(status).to_have_text("1 error")
    expect(overlay).to_be_hidden()

    # The same error on another line, since something was written above it; and one more to see that the state has come.
    site.say(errors=[{**MISSING, "place": "content/risks/bladder.md:19:5"}], moreErrors=1)
    expect(status).to_have_text("2 errors")
    expect(overlay).to_be_hidden()

    site.say(errors=[MISSING, UNKNOWN], moreErrors=0)
    expect(overlay).to_be_visible()


def test_an_error_that_checks_have_not_found_yet_is_not_another(site, open_page):
    site.say(errors=[MISSING])
    page = open_page(site.url(BLADDER))
    page.get_by_role("button", name="Close").click()
    site.say(errors=[], checking=True)
    expect(page.locator("#status")).to_have_text("Checking…")
    site.say(errors=[MISSING], checking=False)
    expect(page.locator("#status")).to_have_text("1 error")
    expect(page.locator("#overlay")).to_be_hidden()


def test_an_error_that_was_mended_and_is_made_again_is_another(site, open_page):
    site.say(errors=[MISSING, UNKNOWN])
    page = open_page(site.url(BLADDER))
    page.get_by_role("button", name="Close").click()
    site.say(errors=[UNKNOWN])
    expect(page.locator("#status")).to_have_text("1 error")
    expect(page.locator("#overlay")).to_be_hidden()
    site.say(errors=[MISSING, UNKNOWN])
    expect(page.locator("#overlay")).to_be_visible()


def test_the_status_opens_it_again_and_it_stays_open(site, open_page):
    site.say(errors=[MISSING])
    page = open_page(site.url(BLADDER))
    overlay, status = page.locator("#overlay"), page.locator("#status")
    expect(status).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(overlay).to_be_hidden()
    expect(status).to_have_attribute("aria-expanded", "false")
    status.click()
    expect(overlay).to_be_focused()
    site.say(errors=[MISSING], moreErrors=1)
    expect(status).to_have_text("2 errors")
    expect(overlay).to_be_visible()
    page.reload()
    expect(overlay).to_be_visible()
    status.click()
    expect(overlay).to_be_hidden()


def test_escape_closes_it_from_anywhere_and_the_focus_goes_back(site, open_page):
    page = open_page(site.url(BLADDER))
    expect(page.locator("#status")).to_have_text("No findings")
    page.locator("#cite-1-2").focus()
    site.say(errors=[MISSING])
    expect(page.locator("#overlay")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#overlay-close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#overlay")).to_be_hidden()
    expect(page.locator("#cite-1-2")).to_be_focused()
    site.say(errors=[UNKNOWN])
    expect(page.locator("#overlay")).to_be_focused()
    page.locator("#cite-1-2").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#overlay")).to_be_hidden()
    expect(page.locator("#cite-1-2")).to_be_focused()


def test_without_a_place_to_go_back_to_the_focus_goes_to_the_status(site, open_page):
    site.say(errors=[MISSING])
    page = open_page(site.url(BLADDER))
    expect(page.locator("#overlay")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#status")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#overlay")).to_be_focused()
    site.say(errors=[])
    expect(page.locator("#status")).to_be_focused()


def test_somebody_who_types_is_not_interrupted(site, open_page):
    site.edit(BLADDER, lambda text: text.replace("<h1>", '<p><label>Name <input id="name"></label></p><h1>', 1))
    page = open_page(site.url(BLADDER))
    expect(page.locator("#status")).to_have_text("No findings")
    page.locator("#name").click()
    page.keyboard.type("half a ")
    site.say(errors=[MISSING])
    expect(page.locator("#overlay")).to_be_visible()
    expect(page.locator("#name")).to_be_focused()
    page.keyboard.type("word")
    expect(page.locator("#name")).to_have_value("half a word")
    # It is said aloud instead.
    expect(page.locator("sitegen-preview").get_by_role("status")).to_have_text("1 error")


def test_everything_in_it_can_be_reached_by_keyboard(site, open_page):
    site.say(errors=[MISSING, UNKNOWN], moreErrors=1, findings=[problem("something", severity="warning")])
    page = open_page(site.url(BLADDER))
    expect(page.locator("#overlay")).to_be_focused()
    for name in ("overlay-close", "error-0-place", "error-0-excerpt", "overlay-all", "overlay-findings", "status"):
        page.keyboard.press("Tab")
        expect(page.locator(f"#{name}")).to_be_focused()
        width = page.locator(f"#{name}").evaluate("element => parseFloat(getComputedStyle(element).outlineWidth)")
        assert width >= 2, f"{name} does not show that it has the focus"


def test_the_focus_stays_where_it_is_when_another_error_comes(site, open_page):
    site.say(errors=[MISSING])
    page = open_page(site.url(BLADDER))
    page.locator("#error-0-place").focus()
    site.say(errors=[MISSING, UNKNOWN])
    expect(page.locator("#overlay h3")).to_have_count(2)
    expect(page.locator("#error-0-place")).to_be_focused()
    site.say(errors=[UNKNOWN])
    expect(page.locator("#overlay h3")).to_have_count(1)
    expect(page.locator("#overlay")).to_be_focused()


def test_a_panel_that_was_open_is_open_again_afterwards(site, open_page):
    page = open_page(site.url(BLADDER))
    page.locator("#status").click()
    site.say(errors=[MISSING])
    expect(page.locator("#overlay")).to_be_visible()
    expect(page.locator("#panel")).to_be_hidden()
    site.say(errors=[])
    expect(page.locator("#panel")).to_be_visible()


def test_the_first_page_of_the_preview_is_not_covered(site, open_page):
    site.say(errors=[MISSING])
    page = open_page(site.url("/.sitegen/"))
    site.wait_for_connections(1)
    page.evaluate("window.kept = true")
    site.edit("/.sitegen/", lambda text: text.replace("<h1>", "<h1>Changed: "))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Changed")
    expect(page.locator("#overlay")).to_be_hidden()
    expect(page.locator("#status")).to_be_hidden()
    # The page that was loaded again has its script, and not only its text.
    expect(page.locator("sitegen-preview")).to_be_attached()
    site.stop()
    expect(page.locator("#status")).to_have_text("Preview stopped")
    expect(page.locator("#status")).to_be_visible()
