"""axe-core, asked for what is wrong and nothing else: its full answer describes every element of a page."""

import json

from axe_playwright_python.base import AXE_SCRIPT

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}


def options_in(mode):
    """What to ask in a mode. In forced colours they are the person's own, which no page chooses."""
    if mode["forced_colors"] != "active":
        return OPTIONS
    return {**OPTIONS, "rules": {"color-contrast": {"enabled": False}, "color-contrast-enhanced": {"enabled": False}}}


def violations(page, options=OPTIONS):
    """What is wrong on a page of Chromium or Firefox. A page that stays is given the script once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(f"axe.run({json.dumps(options)}).then(found => found.violations)")
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]]
