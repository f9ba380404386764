"""Chromium for the tests of pages, and what is kept of what they show."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import ROOT

IMAGES = ROOT / "docs" / "images"
SCREENSHOTS = ROOT / "build" / "screenshots"
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The program."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("no Chromium (Debian's package chromium)")
    return found


@pytest.fixture(scope="module")
def running(chromium: str) -> Iterator[Browser]:
    """Chromium, running without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


def keep(page: Page, name: str, doc: Path) -> None:
    """Keep what the window shows; where KG_DOC_IMAGES is set, for docs/ too if its page shows it."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png")
    if os.environ.get("KG_DOC_IMAGES") and f"images/{name}.png" in doc.read_text("utf-8"):
        IMAGES.mkdir(exist_ok=True)
        shutil.copyfile(SCREENSHOTS / f"{name}.png", IMAGES / f"{name}.png")
