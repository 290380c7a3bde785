#!/usr/bin/env python3
"""Plants defects in a copy of the site and sees that `sitegen check` catches each one.

    plant.py SITEGEN [--table]     SITEGEN is the built program

Ends with 1 if a defect is not caught, or if a report does not fit its schema. Reads the JSON report, so it also shows that
programs can use it. The same findings are then printed as JSON, SARIF and JUnit and validated.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from defects import DEFECTS

ROOT = pathlib.Path(__file__).resolve().parents[2]
INPUTS = ["content", "templates", "sitegen.yml", "urls.lock", "links.lock"]


def check(program, site, report):
    arguments = [program, "check", "--root", str(site), "--today", "2026-11-21", "--format", report]
    run = subprocess.run(arguments, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"sitegen check ended with {run.returncode}:\n{run.stderr}")
    return run.stdout


def plant(site):
    for _, _, _, change in DEFECTS:
        kind, *rest = change
        if kind == "write":
            continue
        file = site / rest[0]
        if kind == "append":
            text = file.read_text() if file.exists() else ""
            file.write_text(text + ("" if text.endswith("\n") or not text else "\n") + rest[1])
        else:
            text = file.read_text()
            if rest[1] not in text:
                sys.exit(f"{rest[0]} does not hold {rest[1]!r} any more; mend defects.py")
            file.write_text(text.replace(rest[1], rest[2], 1))
    for _, name, _, change in DEFECTS:
        if change[0] == "write":
            (site / name).write_text(change[1])


def is_caught(defect, findings, site):
    rule, name, needle, _ = defect
    for finding in findings:
        if finding["rule"] != rule or finding["file"] != name:
            continue
        if needle is None:
            return True
        lines = (site / name).read_text().split("\n")
        if needle in lines[max(0, finding["line"] - 1)]:
            return True
    return False


def validate(program, site):
    """What is wrong with the reports themselves."""
    import jsonschema

    problems = []
    for report, schema in (("json", ROOT / "docs/report.schema.json"), ("sarif", ROOT / "Tests/PlantedDefects/sarif.schema.json")):
        validator = jsonschema.Draft202012Validator(json.loads(schema.read_text()))
        for error in validator.iter_errors(json.loads(check(program, site, report))):
            problems.append(f"{report}: {error.json_path}: {error.message[:200]}")
    suites = xml.etree.ElementTree.fromstring(check(program, site, "junit"))
    if int(suites.get("tests")) != len(suites.findall(".//testcase")):
        problems.append("junit: the number of cases is wrong")
    return problems


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder)
        for name in INPUTS:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, site / name)
            elif source.exists():
                shutil.copy(source, site / name)
        before = json.loads(check(program, site, "json"))["diagnostics"]
        if before:
            sys.exit(f"the site has {len(before)} findings of its own; mend them first")
        plant(site)
        findings = json.loads(check(program, site, "json"))["diagnostics"]
        missed = [defect for defect in DEFECTS if not is_caught(defect, findings, site)]
        if "--table" in sys.argv:
            for defect in DEFECTS:
                print(f"{'MISSED' if defect in missed else 'caught':8}{defect[0]:36}{defect[1]}")
        expected = {(defect[0], defect[1]) for defect in DEFECTS}
        others = [f for f in findings if (f["rule"], f["file"]) not in expected]
        if "--table" in sys.argv:
            print(f"\nfindings besides, most of them because one defect causes another: {len(others)}")
            for finding in others:
                print(f"  {finding['file']}:{finding['line']}:{finding['column']}: {finding['rule']}: {finding['message']}")
        problems = validate(program, site)
    print(f"{len(DEFECTS) - len(missed)} of {len(DEFECTS)} planted defects caught")
    for defect in missed:
        print(f"  missed: {defect[0]} in {defect[1]}")
    for problem in problems:
        print(f"  {problem}")
    sys.exit(1 if missed or problems else 0)


main()
