"""One browser for all tests; for each test a fresh profile, and a preview of its own."""

import contextlib
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

from fake_preview import FakePreview
from whole_site import address, built_site, serve_folder, unpacked_site  # noqa: F401 (fixtures)

# What a browser logs when a server or a page goes away, which some tests want.
EXPECTED = ("status of 404", "net::ERR_CONNECTION_REFUSED", "net::ERR_CONNECTION_RESET", "net::ERR_INCOMPLETE_CHUNKED_ENCODING", "net::ERR_EMPTY_RESPONSE")
# Without its window it is a third faster; not every system has it on its own.
CHROMIUM = shutil.which("chromium-headless-shell") or "/usr/bin/chromium"


def pytest_addoption(parser):
    parser.addoption("--sitegen", help="the built program, for the tests of the real preview")
    parser.addoption("--chromium", default=CHROMIUM, help="the browser")
    parser.addoption("--firefox", default="/usr/bin/firefox-esr", help="the second browser")


@pytest.fixture(scope="session")
def playwright():
    expect.set_options(timeout=15_000)
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def launch(playwright, request):
    """Starts a browser with flags of its own."""
    with contextlib.ExitStack() as stack:
        yield lambda *flags: stack.enter_context(
            contextlib.closing(
                playwright.chromium.launch(executable_path=request.config.getoption("--chromium"), args=list(flags))
            )
        )


@pytest.fixture(scope="session")
def browser(launch):
    return launch()


@pytest.fixture
def site():
    preview = FakePreview()
    preview.start()
    yield preview
    if preview.is_running:
        preview.stop()


@pytest.fixture
def open_page(browser):
    """Opens an address in a profile of its own. Whatever the page logs as an error, a refusal by its policy above all,
    fails the test at its end."""
    complaints = []
    contexts = []

    def log(message):
        if message.type == "error" and not any(words in message.text for words in EXPECTED):
            complaints.append(message.text)

    def open_page(url, before=None, browser=browser, **settings):
        settings.setdefault("viewport", {"width": 1280, "height": 800})
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", log)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if before:
            page.add_init_script(before)
        page.goto(url)
        expect(page.locator("sitegen-preview")).to_be_attached()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
