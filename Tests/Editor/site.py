"""The site that `epic doc` writes, read strictly and shown by a real browser: its search finds, nothing is wider than a
phone, light and dark differ, and no page asks for anything beyond the site.

Its last line is `N passed, N failed, N skipped`. `EPIC` names the command, by default the one that was built.
"""

import html.parser
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
from harness import EPIC, STOREFRONT, Report  # noqa: E402

#: Seconds that the browser may take for a page.
LIMIT = 120
#: Width of a small phone, in CSS pixels.
PHONE = 360

#: Reports the width of a page to the frame around it.
MEASURE = "<script>parent.postMessage(document.documentElement.scrollWidth, '*')</script></body>"
FRAME = """<!DOCTYPE html><title>frame</title><iframe src="{page}" width="{width}" height="800"></iframe>
<p id="width">none</p><script>
addEventListener("message", (event) => {{ document.getElementById("width").textContent = "width " + event.data; }});
</script>"""


class Strict(html.parser.HTMLParser):
    """Every element is closed in order; every attribute is known; targets and ids are kept."""

    VOID = {"meta", "link", "input", "br"}
    ATTRIBUTES = {
        "aria-current", "aria-label", "autocomplete", "charset", "class", "content", "hidden", "href", "id", "lang",
        "name", "placeholder", "rel", "src", "type",
    }

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name not in self.ATTRIBUTES:
                self.faults.append(f"{tag} {name}")
            if name in ("href", "src"):
                self.targets.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")


def browser() -> str | None:
    """The browser's path."""
    return shutil.which("chromium") or shutil.which("google-chrome")


def dump(url: str, *options: str) -> str:
    """The document once its scripts have run. Names resolve to nothing: a request to anywhere would fail."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                browser() or "", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}",
                "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=3000", *options, url,
            ],
            capture_output=True, timeout=LIMIT, check=False,
        )
    return done.stdout.decode(errors="replace")


def check_pages(report: Report, site: Path) -> None:
    """What can be told without a browser."""
    pages = sorted(site.glob("*.html"))
    report.check(len(pages) > 20, "the pages are there", len(pages))
    faults: list[str] = []
    outside: list[str] = []
    for page in pages:
        parser = Strict()
        parser.feed(page.read_text())
        parser.close()
        faults += [f"{page.name}: {fault}" for fault in parser.faults + parser.open]
        for target in parser.targets:
            file = target.partition("#")[0]
            if target != "data:," and file and not (site / file).is_file():
                outside.append(f"{page.name}: {target}")
    report.check(not faults, "every element is closed, every attribute known", faults[:5])
    report.check(not outside, "every target is a file of the site", outside[:5])


def check_browser(report: Report, site: Path, work: Path) -> None:
    """What a browser makes of it."""
    found = dump(f"file://{site}/index.html?q=cart", "--dump-dom")
    report.check('href="upstreams.html#upstream-acme_cart"' in found, "the search finds", found[-500:])
    report.check('id="found" hidden' not in found, "the search shows what it finds")
    nothing = dump(f"file://{site}/index.html?q=nosuchthing", "--dump-dom")
    report.check("Nothing is called so." in nothing, "the search says that there is nothing")

    narrow = work / "narrow"
    shutil.copytree(site, narrow)
    for name in ("index", "ingresses", "routes", "upstreams", "templates", "tenants", "network", "platform"):
        page = narrow / f"{name}.html"
        page.write_text(page.read_text().replace("</body>", MEASURE))
        frame = narrow / f"frame-{name}.html"
        frame.write_text(FRAME.format(page=page.name, width=PHONE))
        shown = dump(f"file://{frame}", "--dump-dom")
        width = int(shown.rpartition(">width ")[2].partition("<")[0]) if ">width " in shown else 0
        report.check(0 < width <= PHONE, f"{name} is no wider than a phone", width)

    shots: list[bytes] = []
    for scheme in ("1", "0"):
        file = work / f"shot-{scheme}.png"
        dump(
            f"file://{site}/routes.html", f"--screenshot={file}", "--window-size=1200,900",
            f"--blink-settings=preferredColorScheme={scheme}")
        shots.append(file.read_bytes() if file.exists() else b"")
    report.check(all(len(shot) > 20_000 for shot in shots), "the page is drawn", [len(shot) for shot in shots])
    report.check(shots[0] != shots[1], "light and dark differ")


def main() -> int:
    """Runs every check."""
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        site = work / "site"
        done = subprocess.run(
            [str(EPIC), "doc", str(STOREFRONT), "-o", str(site)], capture_output=True, text=True, timeout=LIMIT,
            check=False)
        report.check(done.returncode == 0, "epic doc", done)
        if done.returncode == 0:
            check_pages(report, site)
            if browser() is None:
                report.skip("the site in a browser", "chromium is not installed")
            else:
                check_browser(report, site, work)
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
