#!/usr/bin/env python3
"""Times how long a saved page takes to be served, by sitegen and by Hugo's server, over the same pages. See README.md here."""
import argparse, http.client, os, re, shutil, socket, statistics, subprocess, sys, threading, time
from pathlib import Path

import bench
import pages

LAYOUTS = {"sitegen": "templates/layouts/page.html", "Hugo": "layouts/page.html"}


class Server:
    """A running preview, and what it says on its standard error or output."""

    def __init__(self, name, command, ready):
        self.name = name
        self.looked = 0
        self.process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in self.process.stdout:
            if found := re.search(ready, line):
                self.port = int(found[1])
                break
        else:
            sys.exit(f"{name} did not start")
        threading.Thread(target=self.read, daemon=True).start()
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def read(self):
        for line in self.process.stdout:
            if re.match(r"\d+ pages: ", line):
                self.looked += 1

    def get(self, path):
        self.connection.request("GET", path)
        return self.connection.getresponse().read()

    def memory(self, key="VmRSS"):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{key}:\s+(\d+)", status)[1]) / 1024

    def wait_until_served(self, path, mark):
        start = time.monotonic()
        while mark not in self.get(path):
            if time.monotonic() - start > 60:
                sys.exit(f"{self.name} did not serve a change within a minute")
        return time.monotonic() - start

    def wait_until_checked(self, before):
        """sitegen goes on looking at the whole site; somebody who writes gives it the time."""
        deadline = time.monotonic() + 60
        while self.name == "sitegen" and self.looked <= before and time.monotonic() < deadline:
            time.sleep(0.01)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def save(path, text):
    """As most editors do: beside, then renamed into its place."""
    beside = path.with_name(path.name + "~")
    beside.write_text(text)
    os.replace(beside, path)


def edits(server, site, content, rounds):
    """-> {kind of edit: seconds, each time}"""
    found = sorted(path for path in content.rglob("*.md") if not path.stem.endswith("index"))
    times = {"body": [], "front matter": [], "layout": [], "new page": []}
    layout = site / LAYOUTS[server.name]
    for i in range(rounds):
        for kind, seconds in times.items():
            page = found[(i * 7919 + len(kind)) % len(found)]
            address = "/" + str(page.relative_to(content).with_suffix("")) + "/"
            mark = f"mark{i}x{kind.replace(' ', '')}"
            checked = server.looked
            text = page.read_text()
            if kind == "body":
                save(page, text + f"\n{mark}\n")
            elif kind == "front matter":
                save(page, re.sub(r"(?m)^title: .*$", f"title: {mark}", text, count=1))
            elif kind == "layout":
                save(layout, re.sub(r"(<h1>)(<i>\w*</i>)?", rf"\1<i>{mark}</i>", layout.read_text(), count=1))
            else:
                save(page.with_name(f"{mark}.md"), re.sub(r"(?m)^title: .*$", f"title: {mark}", text, count=1))
                address = "/" + str(page.with_name(mark).relative_to(content)) + "/"
            seconds.append(server.wait_until_served(address, mark.encode()))
            server.wait_until_checked(checked)
    return times


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(name, options, work):
    site = work / f"serve-{name}-{options.pages}"
    shutil.rmtree(site, ignore_errors=True)
    if name == "sitegen":
        shutil.copytree(bench.HERE / "site", site)
        pages.write(options.pages, site / "content")
        command = [Path(options.sitegen).resolve(), "serve", "--root", site, "--port", "0"]
        return Server(name, command, r"http://127\.0\.0\.1:(\d+)/"), site, site / "content"
    shutil.copytree(bench.HERE / "hugo", site)
    pages.write(options.pages, site / "content", index="_index.md")
    command = [bench.install_hugo(work), "server", "-s", site, "--port", str(free_port()), "--renderToMemory", "--noBuildLock"]
    return Server(name, command, r"http://localhost:(\d+)/"), site, site / "content"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sitegen", required=True)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--rebuilds", type=int, default=0, help="then edit a page so often, and tell what happens to sitegen's memory")
    parser.add_argument("--work", default=bench.WORK)
    parser.add_argument("--no-hugo", dest="hugo", action="store_false")
    options = parser.parse_args()
    counts, work = options.pages, Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    print("| pages | program | body ms | front matter ms | layout ms | new page ms | memory MiB |\n|---|---|---|---|---|---|---|")
    for options.pages in counts:
        medians = {}
        for name in ["sitegen", "Hugo"] if options.hugo else ["sitegen"]:
            server, site, content = start(name, options, work)
            server.wait_until_checked(0)
            times = edits(server, site, content, options.rounds)
            medians[name] = [statistics.median(seconds) for seconds in times.values()]
            print(f"| {options.pages} | {name} | " + " | ".join(f"{m * 1000:.0f}" for m in medians[name]) + f" | {server.memory():.0f} |", flush=True)
            if name == "sitegen" and options.rebuilds:
                memory(server, content, options.rebuilds)
            server.stop()
        if options.hugo:
            print(f"| {options.pages} | Hugo / sitegen | " + " | ".join(f"{h / s:.1f}" for s, h in zip(*medians.values())) + " | |", flush=True)


def memory(server, content, rebuilds):
    page = next(path for path in sorted(content.rglob("*.md")) if not path.stem.endswith("index"))
    address = "/" + str(page.relative_to(content).with_suffix("")) + "/"
    text = page.read_text()
    print(f"\nMiB in use after so many rebuilds: {server.memory():.0f} at first", end="")
    for i in range(1, rebuilds + 1):
        save(page, text + f"\nagain{i}x\n")
        server.wait_until_served(address, f"again{i}x".encode())
        if i % (rebuilds // 5 or 1) == 0:
            print(f", {server.memory():.0f} after {i}", end="", flush=True)
    print(f"; at most {server.memory('VmHWM'):.0f}\n", flush=True)


if __name__ == "__main__":
    main()
