"""A real `mkdocs serve`: an edit of a sheet shows, and only that sheet is printed again."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(what: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.2)
    return False


def test_an_edit_shows_and_only_that_sheet_is_printed_again(project: Path, tmp_path: Path) -> None:
    shutil.copyfile(project / "worksheets/mind-check.md", project / "worksheets/second.md")
    address = f"127.0.0.1:{free_port()}"
    log = tmp_path / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", address]

    def page() -> str:
        try:
            with urllib.request.urlopen(f"http://{address}/worksheets/second.html", timeout=5) as answer:
                text: str = answer.read().decode()
                return text
        except OSError:
            return ""

    with log.open("w") as out:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=out, stderr=out)
        try:
            assert wait_for(lambda: "Another way to see it" in page()), log.read_text()
            assert "Sheets: 2 printed, 0 unchanged." in log.read_text()
            assert "Browser Connected" not in log.read_text()
            sheet = project / "worksheets/second.md"
            sheet.write_text(
                sheet.read_text("utf-8").replace("title: Another way", "title: A second way"), "utf-8"
            )
            assert wait_for(lambda: "A second way to see it" in page()), log.read_text()
            assert wait_for(lambda: "Sheets: 1 printed, 1 unchanged." in log.read_text()), log.read_text()
        finally:
            server.terminate()
            server.wait(20)
