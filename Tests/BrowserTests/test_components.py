"""The samples for designers, docs/components/: complete, in every state, accessible, and never published."""

import os
import re
import shutil
import subprocess

import pytest

from axe import options_in, violations
from test_site import CUT, MODES
from whole_site import ROOT, pages

SAMPLES = ROOT / "docs/components"
# What is wrong on purpose, since it is a state to look at. Errors are never meant.
ON_PURPOSE = {
    ("content/privacy.md", "content/missing-description"),
    ("content/privacy.md", "review/never"),
    ("content/reviews/changed.md", "review/changed"),
    ("content/reviews/overdue.md", "review/overdue"),
    ("content/reviews/role.md", "review/no-role"),
}
SAMPLE = re.compile(r"^````markdown\n(.*?)\n````\n\n(.*?)(?=^````markdown|\Z)", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="session")
def build(request):
    def build(project, *arguments):
        command = [request.config.getoption("--sitegen"), "build", project, "--drafts", "--output", project.parent / "public", *arguments]
        return subprocess.run(command, capture_output=True, text=True)

    return build


@pytest.fixture(scope="session")
def copy(tmp_path_factory):
    """A copy, since a build writes to urls.lock. Its templates are files, not links."""

    def copy():
        return shutil.copytree(SAMPLES, tmp_path_factory.mktemp("components") / "project")

    return copy


@pytest.fixture(scope="session")
def samples(copy, build):
    """The built samples: their folder, and what was said."""
    project = copy()
    done = build(project, "--format", "concise")
    assert done.returncode == 0, done.stdout + done.stderr
    return project.parent / "public", done.stdout + done.stderr


def test_they_are_built_with_no_finding_but_those_on_purpose(samples):
    found = re.findall(r"^(.+?):\d+:\d+: (error|warning)\[(.+?)\]", samples[1], re.MULTILINE)
    assert {(path, rule) for path, _, rule in found} == ON_PURPOSE
    assert {severity for _, severity, _ in found} == {"warning"}


def test_they_have_the_templates_of_the_site(samples):
    for name in os.listdir(ROOT / "templates"):
        there = [SAMPLES / "templates/strings/en.yml", ROOT / "templates/strings/en.yml"] if name == "strings" else [SAMPLES / "templates" / name, ROOT / "templates" / name]
        assert there[0].resolve() == there[1], f"link to templates/{name} in docs/components/templates/"


def test_every_component_is_shown_in_every_state(copy, build):
    """Marks each template, and each of its parts that is there in some states only. Every mark has to come out."""
    project = copy()
    marks = {}

    def mark(what):
        marks[f"mark{len(marks)}end"] = what
        return f" mark{len(marks) - 1}end "

    for folder in ["directives", "inlines", "partials"]:
        for file in sorted((project / "templates" / folder).iterdir()):
            name = f"{folder}/{file.name}"
            text = re.sub(r"\{\{[#^].+?\}\}", lambda tag: tag[0] + mark(f"{name}: {tag[0]}"), file.read_text())
            file.write_text(text + mark(name) if folder == "inlines" else mark(name) + text)
    # The marks stand in tags and addresses too.
    settings = project / "sitegen.yml"
    settings.write_text(settings.read_text().replace("checks:\n", "checks:\n  output: off\n"))
    done = build(project, "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    html = "".join(file.read_text() for file in (project.parent / "public").rglob("*.html"))
    assert len(marks) > 100
    shown = set(re.findall(r"mark\d+end", html))
    assert [what for token, what in marks.items() if token not in shown] == []


def test_each_sample_is_made_of_the_markdown_above_it():
    count = 0
    for file in sorted(SAMPLES.glob("content/**/*.md")):
        for written, below in SAMPLE.findall(file.read_text()):
            # Front matter has its effect around the text.
            if not re.match(r"(review|exit): ", written):
                assert below.startswith(written + "\n"), f"{file.name}: {written[:80]}"
                count += 1
    assert count > 50


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: f"{mode['width']}-{mode['color_scheme']}-{mode['forced_colors']}-{mode['reduced_motion']}")
def test_every_sample_is_accessible_and_whole(browser, samples, serve_folder, mode):
    address = serve_folder(samples[0])
    media = {key: value for key, value in mode.items() if key != "width"}
    context = browser.new_context(viewport={"width": mode["width"], "height": 800}, **media)
    page = context.new_page()
    wrong = []
    page.on("console", lambda message: message.type == "error" and wrong.append(f"{page.url}: {message.text}"))
    for path in pages(samples[0]):
        page.goto(address + path)
        wrong += [f"{path}: {found}" for found in violations(page, options_in(mode))]
        wrong += [f"{path}: cut: {cut}" for cut in page.evaluate(CUT)]
    context.close()
    assert wrong == []


def test_nothing_of_them_is_published():
    # Their address is on each of their pages, and their numbers in each list.
    traces = [b"components.example", b"7946 0", b"Component samples"]
    files = [file for file in (ROOT / "public").rglob("*") if file.is_file()]
    assert len(files) > 100
    assert [file for file in files if "component" in file.name or any(trace in file.read_bytes() for trace in traces)] == []
    pages = [*(ROOT / "content").rglob("*.md"), *(ROOT / "templates").rglob("*.html"), ROOT / "sitegen.yml"]
    assert [file for file in pages if "docs/components" in file.read_text()] == []
