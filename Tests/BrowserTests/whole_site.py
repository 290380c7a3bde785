"""The repository's own site, built once for all tests that look at it as readers get it."""

import functools
import http.server
import pathlib
import shutil
import subprocess
import threading

import pytest

ROOT = pathlib.Path(__file__).parents[2]


@pytest.fixture(scope="session")
def built_site(request, tmp_path_factory):
    """Its folder. Built from a copy, since a build writes to urls.lock."""
    project = tmp_path_factory.mktemp("site") / "project"
    project.mkdir()
    for name in ["content", "templates"]:
        shutil.copytree(ROOT / name, project / name)
    for name in ["sitegen.yml", "urls.lock"]:
        shutil.copy(ROOT / name, project / name)
    public = project.parent / "public"
    subprocess.run([request.config.getoption("--sitegen"), "build", project, "--output", public], check=True)
    return public


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
