"""Starts a program that serves something, and waits until it says where."""

import re
import subprocess
import threading

import pytest


def start(command, pattern):
    """The process, and the part of what it said that the pattern describes."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = []
    for line in process.stderr:
        said.append(line)
        if found := re.search(pattern, line):
            # Nobody may leave the pipe full, or the program would wait for ever.
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return process, found[0]
    pytest.fail(f"{command[0]} ended with {process.wait()}:\n{''.join(said)}")


def start_preview(sitegen, folder, *flags, port=0):
    """`sitegen serve`: the process, and its address without a slash at the end."""
    return start([sitegen, "serve", "--root", str(folder), "--port", str(port), *flags], r"http://127\.0\.0\.1:\d+(?=/)")
