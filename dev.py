#!/usr/bin/env python3
"""psychoed's commands, as in `python dev.py site`. Each first installs what it needs, in this folder.

Nothing but Python 3.11 or newer has to be there; no virtual environment has to be active.
"""

import sys

# Before all else, and in words that older Pythons can read too: no newer syntax than theirs in this file.
if sys.version_info < (3, 11):  # noqa: UP036 (this is for those who run an older one)
    sys.exit(f"psychoed needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.")

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
CACHE = ROOT / ".cache"
WINDOWS = os.name == "nt"
BREW = shutil.which("brew") if sys.platform == "darwin" else None

# What each lock holds beside the package's own dependencies, in uv's words. The first binds the others.
LOCKS = {
    "test": ["--extra=site", "--extra=pdf", "--group=build", "--group=test"],
    "site": ["--extra=site", "--extra=pdf", "--group=build"],
    "properdocs": ["--extra=pdf", "--group=properdocs", "--group=build"],
}

# What pip cannot bring, by the names that each package manager has for it.
PACKAGES = {
    "Pango": {
        "apt-get": "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "dnf": "pango harfbuzz",
        "brew": "pango",
        "pacman": "mingw-w64-ucrt-x86_64-pango",
    },
    "Chromium": {"apt-get": "chromium", "dnf": "chromium"},
    "Java and Maven": {"apt-get": "default-jre-headless maven", "dnf": "maven", "brew": "openjdk maven"},
    "venv": {"apt-get": f"python3.{sys.version_info[1]}-venv"},
}


# ---- Speaking and running ----


def say(text: str) -> None:
    """Print at once, so that our lines and those of the programs we start keep their order."""
    print(text, flush=True)


def stop(problem: str, command: str = "") -> NoReturn:
    """End the run with the problem and, where one helps, the one command to run."""
    say(f"{problem} Run this, then try again:\n\n    {command}\n" if command else problem)
    raise SystemExit(1)


def surroundings() -> dict[str, str]:
    """Return the environment variables for the programs we start."""
    env = dict(os.environ, NO_MKDOCS_2_WARNING="1")
    for name in ("PSYCHOED_LANGUAGE", "PSYCHOED_EDITION", "PYTHONHOME", "PYTHONPATH"):
        env.pop(name, None)  # each would change the result without a word
    if BREW:  # macOS does not look where Homebrew puts its libraries and its Java
        prefix = Path(BREW).parent.parent
        env.setdefault("DYLD_FALLBACK_LIBRARY_PATH", f"{prefix}/lib:/usr/local/lib:/usr/lib")
        env["PATH"] = f"{prefix}/opt/openjdk/bin:{env['PATH']}"
    return env


def run(
    command: Sequence[object], more: Mapping[str, str] | None = None, quiet: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a command in the project's folder. A quiet one asks nothing; what it says is in the result."""
    env = {**surroundings(), **(more or {})}
    program, *arguments = map(str, command)
    # `which` also finds Windows' .cmd files, which `subprocess` does not.
    program = shutil.which(program, path=env.get("PATH")) or program
    try:
        return subprocess.run(
            [program, *arguments],
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL if quiet else None,
            stdout=subprocess.PIPE if quiet else None,
            stderr=subprocess.STDOUT if quiet else None,
            text=True,
            errors="replace",
        )
    except OSError as error:  # no such program
        return subprocess.CompletedProcess(program, 127, stdout=str(error))


def works(*command: object) -> bool:
    """Run a command quietly and say whether it succeeded."""
    return run(command, quiet=True).returncode == 0


def must(*command: object) -> None:
    """Run a command quietly; where it fails, show all that it said and end the run."""
    done = run(command, quiet=True)
    if done.returncode:
        say(done.stdout)
        stop("This failed, with the output above: " + " ".join(map(str, command)))


# ---- What the system brings ----


def system_command(what: str) -> list[str]:
    """Return the command that installs something with the system's package manager, or [] for none."""
    names = PACKAGES[what]
    if WINDOWS:  # WeasyPrint looks for MSYS2 in this folder
        return [r"C:\msys64\usr\bin\pacman", "-S", names["pacman"]] if "pacman" in names else []
    for manager in ("apt-get", "dnf"):
        if manager in names and shutil.which(manager):
            sudo = [] if os.geteuid() == 0 else ["sudo"]
            return [*sudo, manager, "install", "-y", *names[manager].split()]
    return ["brew", "install", *names["brew"].split()] if BREW and "brew" in names else []


def install(what: str) -> bool:
    """Install something with the system's package manager, if that takes no password; say if it worked."""
    command = system_command(what)
    if WINDOWS or not command:
        return False
    prefix = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if command[0] == "sudo":
        if not works("sudo", "-n", "true"):
            return False
        prefix = ["sudo", "-n", *prefix]
    say(f"Installing {what}: {' '.join(command)}")
    command = [*prefix, *(part for part in command if part != "sudo")]
    if "apt-get" in command and not works(*command):
        works(*prefix, "apt-get", "update")  # a fresh machine knows no packages, an old one gone versions
    return works(*command)


def pango(python: Path) -> None:
    """See to it that WeasyPrint finds Pango and its companions: it is asked itself."""
    # It does without HarfBuzz-Subset, but says so on every run, and the tests take a warning for an error.
    check = [python, "-W", "error:HarfBuzz-Subset", "-c", "import weasyprint"]
    if not works(*check) and not (install("Pango") and works(*check)):
        command = " ".join(system_command("Pango"))
        hint = (
            " It comes with MSYS2, from msys2.org." if WINDOWS else "" if command else " Please install it."
        )
        stop(f"Pango, which sets the PDFs, could not be loaded.{hint}", command)


def chromium(python: Path) -> str:
    """Return the path of a Chromium for the browser tests: one that is here, the system's, Playwright's."""
    own = [python, "-m", "playwright", "install", "chromium"]
    ask = "import playwright.sync_api as p\nwith p.sync_playwright() as p: print(p.chromium.executable_path)"

    def found() -> str | None:
        names = [os.environ.get("PSYCHOED_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
        names.append("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        here = next(filter(None, map(shutil.which, names)), None)
        return here or shutil.which(run([python, "-c", ask], quiet=True).stdout.strip())

    path = found() or (install("Chromium") and found()) or (run(own).returncode == 0 and found())
    if path:
        return path
    command = " ".join(system_command("Chromium")) or subprocess.list2cmdline(map(str, own))
    stop("The browser tests need Chromium, which could not be installed.", command)


def verapdf() -> dict[str, str]:
    """Tell the tests where veraPDF is, or why it could not be had: then they skip, and in CI they fail."""
    folder, pom = CACHE / "verapdf", ROOT / "tests" / "verapdf" / "pom.xml"
    stamp, wanted = folder / "stamp", digest(pom)
    ready = stamp.exists() and stamp.read_text() == wanted

    def tools() -> bool:  # tried, not looked up: macOS has a `java` that only says that there is none
        return works("java", "-version") and (ready or works("mvn", "-version"))

    if not tools() and not (install("Java and Maven") and tools()):
        command = " ".join(system_command("Java and Maven"))
        return {"PSYCHOED_VERAPDF_MISSING": f"veraPDF needs Java and Maven. {command}".strip()}
    if not ready:
        say("Fetching veraPDF into .cache/verapdf")
        shutil.rmtree(folder, ignore_errors=True)
        # Its own downloads stay in the project too: Maven would put them into the home folder.
        places = [f"-Dmaven.repo.local={CACHE / 'maven'}", f"-DoutputDirectory={folder}"]
        done = run(["mvn", "-B", "-q", "-f", pom, *places, "dependency:copy-dependencies"], quiet=True)
        if done.returncode:
            error = next((line for line in done.stdout.splitlines() if "ERROR" in line), done.stdout)
            return {"PSYCHOED_VERAPDF_MISSING": f"Maven could not fetch veraPDF: {error}"}
        stamp.write_text(wanted)
    return {"PSYCHOED_VERAPDF": str(folder)}


# ---- Environments ----


def digest(*files: Path) -> str:
    """Return what changes when something made from these files has to be made anew."""
    # The folder counts: neither an environment nor an editable install survives being moved.
    parts = [sys.version.encode(), bytes(ROOT), *(file.read_bytes() for file in files)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def python_in(folder: Path) -> Path:
    """Return the Python of a virtual environment."""
    return folder / ("Scripts/python.exe" if WINDOWS else "bin/python")


def new_environment(folder: Path) -> Path:
    """Make a virtual environment, empty but for pip, and return its Python."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        stop("This Python cannot make virtual environments.", " ".join(system_command("venv")))
    must(sys.executable, "-m", "venv", "--clear", folder)
    return python_in(folder)


def environment(lock: str, name: str = ".venv") -> Path:
    """Return the Python of an environment with exactly what the lock names, and psychoed itself."""
    folder = ROOT / name
    python, stamp = python_in(folder), folder / "stamp"
    now = {lock: digest(ROOT / "requirements" / f"{lock}.txt", ROOT / "pyproject.toml") for lock in LOCKS}
    has = stamp.read_text() if stamp.exists() and python.exists() else ""
    if has == now[lock] or (lock == "site" and has == now["test"]):  # the tests' holds the site's
        return python
    say(f"Preparing {name} from requirements/{lock}.txt (this once; it takes a minute)")
    if lock == "test" and has == now["site"]:
        stamp.unlink()  # only to be added to
    else:
        new_environment(folder)  # so that nothing of an older lock stays behind
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    must(*pip, "--require-hashes", "-r", ROOT / "requirements" / f"{lock}.txt")
    # The build backend came with the lock: nothing is installed that it does not name.
    must(*pip, "--no-build-isolation", "--no-deps", "-e", ROOT)
    stamp.write_text(now[lock])
    return python


# ---- Commands ----


def site(*args: str) -> int:
    """Build the reference site in each language, and the therapist edition beside it in each, too."""
    python = environment("site")
    pango(python)
    # In this order: MkDocs empties its target first.
    builds = {
        "site": {},
        "site/es": {"PSYCHOED_LANGUAGE": "es"},
        "site-therapist": {"PSYCHOED_EDITION": "therapist"},
        "site-therapist/es": {"PSYCHOED_EDITION": "therapist", "PSYCHOED_LANGUAGE": "es"},
    }
    for folder, env in builds.items():
        command = [python, "-m", "mkdocs", "build", "--strict", "-d", ROOT / folder, *args]
        # Not MkDocs' own --quiet: it drops the warnings before --strict can count them.
        done = run(command, env, quiet=True)
        if done.returncode:
            say(done.stdout)
            return done.returncode
    say("The site is in site/: open site/index.html, or run `make serve` (python dev.py serve).")
    say("The therapist edition is in site-therapist/, which is not for publishing.")
    return 0


def manual(*args: str) -> int:
    """Build the manual for authors into site-manual/."""
    python = environment("site")
    made = run([python, "-m", "psychoed.hosts.cli", "manual", "--to", "build/manual"], quiet=True)
    if not made.returncode:
        command = [python, "-m", "mkdocs", "build", "--strict", "-f", "build/manual/mkdocs.yml"]
        made = run([*command, "-d", ROOT / "site-manual", *args], quiet=True)
    say(made.stdout if made.returncode else "The manual is in site-manual/: open site-manual/index.html.")
    return made.returncode


def serve(*args: str) -> int:
    """Show the site on this computer, built again whenever a file is saved."""
    python = environment("site")
    pango(python)
    # A build for others takes no hint from around it, but a look may be at the therapist edition.
    wanted = {name: value for name, value in os.environ.items() if name.startswith("PSYCHOED_")}
    return run([python, "-m", "mkdocs", "serve", *args], wanted).returncode


def test(*args: str) -> int:
    """Run the tests; what follows goes to pytest, as in: python dev.py test -k names"""
    python = environment("test")
    pango(python)
    env = {
        "PSYCHOED_CHROMIUM": chromium(python),
        "PSYCHOED_PROPERDOCS": str(environment("properdocs", ".venv-properdocs")),
        **verapdf(),
    }
    spread = [] if any(arg.startswith(("-n", "--numprocesses")) for arg in args) else ["-n", "auto"]
    return run([python, "-m", "pytest", *spread, *args], env).returncode


def lint() -> int:
    """Check style, types, and who imports whom."""
    python = environment("test")
    checks = [[python, "-m", *check.split()] for check in ("ruff check", "ruff format --check", "mypy")]
    checks.append([python.parent / "lint-imports"])
    codes = [run(check).returncode for check in checks]  # all of them: one run shows everything
    return int(any(codes))


def lock(*args: str) -> int:
    """Write requirements/*.txt anew from pyproject.toml; --upgrade takes newer versions."""
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        python = new_environment(Path(folder))
        must(python, "-m", "pip", "install", "--quiet", "uv")
        uv = [python, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", *args]
        uv += ["--universal", "--python-version=3.11", "--generate-hashes", "--no-emit-index-url"]
        uv += ["--custom-compile-command=python dev.py lock"]
        for name, parts in LOCKS.items():
            # An environment for the tests also builds the site, so the versions have to agree.
            bound = [] if name == "test" else ["--constraints=requirements/test.txt"]
            must(*uv, *parts, *bound, f"--output-file=requirements/{name}.txt")
            say(f"Wrote requirements/{name}.txt")
    return 0


def bench(*args: str) -> int:
    """Measure psychoed beside plain MkDocs, or a part of it: python dev.py bench site 200"""
    python = environment("site")
    pango(python)
    return run([python, "benchmarks", *args]).returncode


def clean() -> int:
    """Remove everything that these commands made, the environments too."""
    made = ["site", "site-therapist", "site-manual", "build", "dist", ".cache", ".venv", ".venv-properdocs"]
    made += [".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis"]
    for name in made:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


def main(args: list[str]) -> int:
    """Run the command that is named first; without one, tell which there are."""
    functions: tuple[Callable[..., int], ...] = (site, manual, serve, test, lint, lock, bench, clean)
    commands = {function.__name__: function for function in functions}
    if args and args[0] in commands:
        return commands[args[0]](*args[1:])
    say(f"{__doc__}\nCommands:\n")
    for name, function in commands.items():
        say(f"    {name:<8}{function.__doc__}")
    return 0 if args in ([], ["-h"], ["--help"], ["help"]) else 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # the usual end of `serve`
        sys.exit(130)
