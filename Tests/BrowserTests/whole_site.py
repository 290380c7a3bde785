"""The repository's own site, built once for all tests that look at it as readers get it."""

import fcntl
import functools
import http.server
import pathlib
import shutil
import subprocess
import threading
import zipfile

import pytest

ROOT = pathlib.Path(__file__).parents[2]
# Whatever day it is, no page is overdue for its review.
TODAY = "2026-11-21"


@pytest.fixture(scope="session")
def built_site(request, tmp_path_factory, worker_id):
    """Its folder. Built by whichever worker needs it first, from a copy, since a build writes to urls.lock."""
    program = request.config.getoption("--sitegen") or pytest.skip("no --sitegen was given")
    own = tmp_path_factory.getbasetemp()
    site = (own if worker_id == "master" else own.parent) / "whole-site"
    project, public = site / "project", site / "public"
    project.mkdir(parents=True, exist_ok=True)
    with open(site / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not public.exists():
            for name in ["content", "templates"]:
                shutil.copytree(ROOT / name, project / name, dirs_exist_ok=True)
            for name in ["sitegen.yml", "urls.lock"]:
                shutil.copy(ROOT / name, project)
            subprocess.run([program, "build", project, "--output", public, "--today", TODAY, "--quiet"], check=True)
    return public


@pytest.fixture(scope="session")
def unpacked_site(built_site, tmp_path_factory):
    """The folder that readers get out of the archive."""
    target = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(built_site / "offline/pages.zip") as archive:
        archive.extractall(target)
    return target / "pages"


def pages(folder):
    """The addresses of all pages; what only leads to another is none, nor are the copies for reading offline."""
    return sorted(
        "/" + str(file.relative_to(folder)).removesuffix("index.html")
        for file in folder.rglob("*.html")
        if "http-equiv=\"refresh\"" not in file.read_text() and file.parent.name != "offline"
    )


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def serve_folder():
    """Serves a folder until the tests end, and returns its address."""
    servers = []

    def serve_folder(folder):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield serve_folder
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(built_site, serve_folder):
    """Where the whole site is served."""
    return serve_folder(built_site)
