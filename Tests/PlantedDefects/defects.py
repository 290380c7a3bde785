"""The defects that plant.py puts into a copy of the site: each with the rule that has to find it, and where.

A defect is (rule, file, needle, change). The finding must be of that rule, in that file, on the line that holds the
needle (None: anywhere in the file). `change` is what to do to the copy: see plant.py.
"""

PAGE = """---
title: {title}
description: {description}
order: 90
searchTerms: [planted]
review: {{state: compiled, on: 2026-11-21, due: 2027-11-21}}
---

{body}
"""
_count = 0


def page(rule, body, needle, section="risks", title=None, description=None):
    """A new page of which one line is wrong."""
    global _count
    _count += 1
    name = f"content/{section}/planted-{_count}.md"
    text = PAGE.format(
        title=title or f"Planted page {_count}", description=description or f"A page with one mistake, number {_count}.", body=body
    )
    return (rule, name, needle, ("write", text))


def replaced(rule, file, needle, old, new, place=None):
    """One text of a file becomes another."""
    return (rule, place or file, needle, ("replace", file, old, new))


def appended(rule, file, needle, text, place=None):
    return (rule, place or file, needle, ("append", file, text))


DEFECTS = [
    # link/
    page("link/missing-page", "See [the signs](blader.md) of harm.", "blader.md"),
    page("link/missing-anchor", "See [the signs](bladder.md#no-such-heading) of harm.", "no-such-heading"),
    page("link/missing-asset", "![A drawing of a bladder](no-such-picture.svg)", "no-such-picture"),
    page("link/insecure", "Read [the report](http://www.example.org/report) by the service.", "http://www"),
    page("link/generic-text", "For the signs of bladder harm [click here](bladder.md).", "click here"),
    page("link/same-text", "Read [the signs](bladder.md) or [the signs](liver.md).", "the signs"),
    # content/
    page("data/unknown-key", "Text.", "searchTrems", title="Wrong key\nsearchTrems: [x]"),
    page("content/empty-heading", "##\n\nText below it.", "##"),
    page("content/heading-order", "## First part\n\nText.\n\n#### Too deep\n\nText.", "#### Too deep"),
    page("content/pseudo-heading", "Text.\n\n**What to do next**\n\nMore text.", "**What to do next**"),
    page("content/second-h1", "# Another title\n\nText.", "# Another title"),
    page("content/bare-url", "The report is at https://example.org/report and elsewhere.", "https://example.org"),
    page("content/raw-html", "Call <b>now</b> if you are worried.", "<b>"),
    page("content/duplicate-title", "Text.", "title:", title="Bladder and kidneys"),
    page("content/unknown-directive", ":::calout{title=\"Hello\"}\nText.\n:::", "calout"),
    page("content/alias-hides-page", "Text.", "aliases", title="Alias over a page\naliases: [/risks/liver/]"),
    ("content/missing-description", "content/risks/planted-bare.md", None,
     ("write", "---\ntitle: A page without a description\norder: 91\nreview: {state: compiled, on: 2026-11-21}\n---\n\nText.\n")),
    ("content/unused-image", "content/risks/nobody-uses-this.svg", None,
     ("write", '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>\n')),
    ("content/address-removed", "urls.lock", "/risks/gone-without-a-trace/", ("append", "urls.lock", "/risks/gone-without-a-trace/\n")),
    # image/, table/
    page("image/missing-alternative", "![](bladder.svg)", "![]"),
    page("image/long-alternative", "![" + "A drawing of the bladder with many words about each part of it " * 3 + "](bladder.svg)", "![A drawing"),
    page("table/ragged", "| Sign | When |\n|---|---|\n| Pain |\n| Blood | At once |", "| Pain |"),
    page("table/no-header", "| | |\n|---|---|\n| Pain | Now |", "| | |"),
    # evidence/
    page("evidence/unknown-reference", "Harm to the bladder is known [@nobody1999].", "nobody1999"),
    page("evidence/uncited-number", "About 26% of people who use ketamine have bladder symptoms.", "26%"),
    # review/, support/
    ("review/never", "content/risks/planted-never.md", None,
     ("write", "---\ntitle: A page that nobody reviewed\ndescription: It has no review at all.\norder: 92\n---\n\nText.\n")),
    (
        "review/overdue", "content/risks/planted-overdue.md", None,
        ("write", "---\ntitle: An overdue page\ndescription: Its review was due long ago.\norder: 93\n"
                  "review: {state: compiled, on: 2024-11-21, due: 2025-11-21}\n---\n\nText.\n")),
    ("review/changed", "content/risks/planted-changed.md", None,
     ("write", "---\ntitle: A page that changed after its review\ndescription: The hash is of another text.\norder: 94\n"
               "review: {state: reviewed, on: 2026-11-21, due: 2027-11-21, by: A. Person, role: nurse, content: \"sha256:"
               + "0" * 64 + "\"}\n---\n\nText.\n")),
    ("review/no-role", "content/risks/planted-role.md", None,
     ("write", "---\ntitle: A page whose reviewer has no role\ndescription: The role is missing.\norder: 95\n"
               "review: {state: reviewed, on: 2026-11-21, due: 2027-11-21, by: A. Person}\n---\n\nText.\n")),
    page("support/number-not-in-register", "If you are worried, call 0800 555 0199 at any time.", "0800 555"),
    page("support/unknown-line", "Call [](support:nobody-at-all) at any time.", "nobody-at-all"),
    # language/
    page("language/stigmatising", "An addict can get help from a GP.", "addict"),
    page("language/promotional", "Ketamine is a game-changer for people with depression.", "game-changer"),
    page("language/promotional", ':::callout{title="A miracle cure for depression"}\n\nText.\n\n:::', "A miracle cure"),
    page("language/testimonial", "After my first infusion I felt a weight lift from me.", "my first infusion"),
    page("language/long-sentence", "This sentence goes on " + "and on with more words that nobody needs to read " * 5 + "until it ends.", "This sentence"),
    page("language/abbreviation", "The service uses QZXT for everybody who comes.", "QZXT"),
    page("language/double-negative", "It is not uncommon to need help with this.", "not uncommon"),
    # safety/
    page("safety/sourcing", "You can buy ketamine online without a prescription here.", "buy ketamine"),
    page("safety/contact-channel", "Message us on Telegram @ketshop24 to order today.", "Telegram"),
    page("safety/advert", "Wrinkle cream products for sensitive skin, free shipping.", "Wrinkle cream"),
    page("safety/amount", "Most people take 50 mg and repeat it every 30 minutes.", "50 mg"),
    page("safety/safe-claim", "Ketamine is completely safe when you use it with friends.", "safe"),
    page("safety/care-card-heading", ':::emergency{title="Call an ambulance"}\n\n- they cannot be woken\n\n:::', "Call an ambulance"),
    page("safety/dont-item", ":::dont\n\n- leave them alone\n\n:::", "leave them alone"),
    page("safety/too-many-callouts", "\n\n".join(f'> [!WARNING]\n> Mind this, number {w}.' for w in ("one", "two", "three")), None),
    # output/ and template/
    replaced("output/foreign-request", "templates/layouts/not-found.html", None, "{{$main}}",
             '{{$main}}<img src="https://tracker.example/pixel.gif" alt="" width="1" height="1">', place="public/404.html"),
    replaced("output/inline-script", "templates/layouts/references.html", None, "{{$main}}",
             '{{$main}}<p onclick="track()">Text</p>', place="public/references/index.html"),
    replaced("output/duplicate-id", "templates/layouts/index.html", None, "{{$main}}",
             '{{$main}}<p id="main">Text</p>', place="public/a-z/index.html"),
    replaced("output/broken-reference", "templates/layouts/topics.html", None, "{{$main}}",
             '{{$main}}<p aria-describedby="nothing-here">Text</p>', place="public/topics/index.html"),
    replaced("output/unnamed-control", "templates/layouts/topics.html", None, "{{$main}}",
             "{{$main}}<button></button>", place="public/topics/index.html"),
    replaced("output/invalid-nesting", "templates/layouts/topics.html", None, "{{$main}}",
             '{{$main}}<p><a href="/">one <a href="/">two</a></a></p>', place="public/topics/index.html"),
    appended("output/low-contrast", "templates/assets/style.css", ".planted-pale", ".planted-pale { color: #999; background: #fff }\n"),
    ("template/unused-partial", "templates/partials/nobody-includes-this.html", None, ("write", "<p>Text</p>\n")),
    appended("template/unused-string", "templates/strings/en.yml", "nobodyAsks", "nobodyAsks: Words\n"),
    ("template/missing-partial", "templates/directives/planted.html", "nowhere", ("write", "{{> partials/nowhere}}\n")),
    page("link/unknown-code", ":::panel{code=h/nowhere}\nText.\n:::", "code=h/nowhere"),
    # suppression/, settings/
    page("suppression/no-reason", "<!-- sitegen-ignore content/bare-url -->\n\nText.", "sitegen-ignore"),
    page("suppression/unused", "<!-- sitegen-ignore content/bare-url: it will come -->\n\nText.", "sitegen-ignore"),
    page("suppression/forbidden", "<!-- sitegen-ignore safety/sourcing: it is fine -->\n\nText.", "sitegen-ignore"),
    replaced("settings/unknown-page", "sitegen.yml", "no-such-section", "navigation: [", "navigation: [no-such-section, "),
    # data
    ("content/glossary-link", "content/data/glossary.yml", None,
     ("append", "content/data/glossary.yml", "- id: planted\n  term: Planted\n  definition: \"See [another](glossary:no-such-term).\"\n")),
    ("data/unknown-search-target", "content/data/search.yml", "no-such-page",
     ("append", "content/data/search.yml", "    help/no-such-page.md: [planted]\n")),
    ("support/overdue", "content/data/support-lines.yml", "2025-01-01",
     ("append", "content/data/support-lines.yml",
      '- id: gb-planted\n  country: GB\n  name: Planted line\n  kind: peer-support\n  phone: "+442071838750"\n  display: "020 7183 8750"\n'
      '  evidence: https://www.example.org/contact\n  verified: 2025-01-01\n')),
]
