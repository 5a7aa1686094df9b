"""A real Chromium for tests: fixtures that open a page offline and write down everything it does.

Chromium comes from the system's package manager; nothing is downloaded. Use it in a test file with
`pytest_plugins = ("browser",)`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MISSING = f"No Chromium found ({', '.join(NAMES)}): install it, on Debian with `apt-get install chromium`."
QUIET = ["--disable-gpu", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"]
WATCH = """
window.executed = [];
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
"""


@dataclass
class Opened:
    """A page and what it did.

    `requested` are the addresses that it asked for, other than the file itself and what its policy stopped;
    `dialogs` are the texts of dialogs.
    """

    page: Page
    requested: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def executed(self) -> list[str]:
        """What hostile scripts called `executed.push` with."""
        found: list[str] = self.page.evaluate("window.executed")
        return found

    def misdeeds(self) -> list[list[str]]:
        """Scripts executed, requests, errors, dialogs: all empty for a page that behaves."""
        return [self.executed(), self.requested, self.errors, self.dialogs]


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running headless Chromium. The test run fails, in one line, where there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET + as_root)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """A function that writes HTML to a file and opens it from there with the network cut off."""
    contexts: list[BrowserContext] = []

    def opened(html: str, *, drawn: bool = True, dark: bool = False) -> Opened:
        file = tmp_path / f"picture-{len(contexts)}.html"
        file.write_text(html, encoding="utf-8", newline="\n")
        context = chromium.new_context(
            offline=True, viewport={"width": 1400, "height": 900}, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        result = _watched(context.new_page(), file.as_uri())
        result.page.goto(file.as_uri())
        if drawn:
            result.page.wait_for_selector('html[data-ready="true"]', state="attached", timeout=10_000)
        return result

    yield opened
    for context in contexts:
        context.close()


def _watched(page: Page, own: str) -> Opened:
    result = Opened(page)
    page.add_init_script(WATCH)
    page.on(
        "requestfinished",
        lambda request: None if request.url == own else result.requested.append(request.url),
    )
    page.on(
        "requestfailed",
        lambda request: None if request.failure == "csp" else result.requested.append(request.url),
    )
    page.on("pageerror", lambda error: result.errors.append(str(error)))
    page.on("console", lambda line: result.errors.append(line.text) if line.type == "error" else None)

    def dismiss(dialog: object) -> None:
        result.dialogs.append(dialog.message)  # type: ignore[attr-defined]
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", dismiss)
    return result
