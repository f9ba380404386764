"""Neo4j Browser in a headless Chromium, driven as a person does: sign in, drop files, click, paste, look."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

expect.set_options(timeout=20_000)
ERRORS = "[data-testid=cypherFrameErrorMessage], [data-testid=errorBanner]"


class BrowserPage:
    """The page of one server; what lies outside this machine is refused, so that nothing waits for it."""

    def __init__(self, page: Page, http: str) -> None:
        self.page, self.http = page, http
        self.outside: list[str] = []
        page.set_default_timeout(20_000)
        page.route("**/*", self._only_here)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self._protocol = page.context.new_cdp_session(page)

    def _only_here(self, route: Any) -> None:
        url: str = route.request.url
        if url.startswith((self.http, "data:", "blob:")):
            route.continue_()
        else:
            self.outside.append(url)
            route.abort()

    def sign_in(self, address: str, user: str, password: str) -> None:
        """Open the page, fill in the form, and wait until it is connected."""
        self.page.goto(f"{self.http}/browser/")
        self.page.get_by_test_id("boltaddress").fill(address.partition("://")[2])
        self.page.get_by_test_id("username").fill(user)
        self.page.get_by_test_id("password").fill(password)
        self.page.get_by_test_id("connect").click()
        self.page.get_by_text("You are connected as user").first.wait_for()

    def drop(self, file: Path) -> None:
        """Drag a file from the desktop onto the page and let go.

        Chromium gives up a drop that comes before the page has said that it takes one: then it is tried again.
        """
        data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
        self.page.evaluate("window.dropped = 0; window.addEventListener('drop', () => window.dropped++, true)")
        for _ in range(10):
            for step in ("dragEnter", "dragOver", "dragOver", "drop"):
                self._protocol.send("Input.dispatchDragEvent", {"type": step, "x": 700, "y": 500, "data": data})
                self.page.wait_for_timeout(100)
            with suppress(PlaywrightTimeout):
                self.page.wait_for_function("window.dropped", timeout=1500)
                return
        raise AssertionError(f"the page never took {file.name}")

    def drawer(self, name: str) -> None:
        """Open a drawer of the sidebar, or close it where it is open."""
        self.page.get_by_test_id(f"navigation{name}").click()

    def draw_only_what_is_returned(self) -> None:
        """Untick "Connect result nodes" in the settings."""
        self.drawer("Settings")
        self.page.get_by_test_id("setting-autoComplete").uncheck()
        self.drawer("Settings")

    def titles(self, folder: str) -> list[str]:
        """Return the titles in a folder of favourites that is open in the drawer, in their order."""
        items = self.page.get_by_test_id(f"savedScriptsFolder-{folder}").get_by_test_id("savedScriptListItem")
        return items.all_inner_texts()

    def run_favourite(self, title: str) -> None:
        """Click the triangle beside a favourite in the open folder, and wait for what comes of it."""
        item = self.page.get_by_test_id("savedScriptListItem").filter(
            has=self.page.get_by_test_id(f"scriptTitle-{title}")
        )
        item.hover()
        item.get_by_test_id("savedScriptsButton-Run").click()
        self._await_frame()

    def paste(self, text: str) -> None:
        """Paste text into the editor from the clipboard, run it, and wait for what comes of it."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.locator(".monaco-editor").first.click()
        for keys in ("Control+A", "Control+V", "Control+Enter"):
            self.page.keyboard.press(keys)
        self._await_frame()

    def _await_frame(self) -> None:
        drawn, failed = self.page.locator("g.node").first, self.page.locator(ERRORS).first
        empty = self.page.get_by_text("(no changes, no records)").first
        expect(drawn.or_(failed).or_(empty).first).to_be_visible()

    @property
    def nodes(self) -> Locator:
        """What is drawn as a node."""
        return self.page.locator("g.node")

    @property
    def errors(self) -> Locator:
        """What the page says went wrong."""
        return self.page.locator(ERRORS)

    def captions(self) -> list[str]:
        """Return the text on each node that is drawn, as one line."""
        return [" ".join(t.strip() for t in node.locator("text").all_text_contents()) for node in self.nodes.all()]

    def edges(self) -> list[str]:
        """Return the text on each relationship that is drawn."""
        return self.page.locator("g.relationship text").all_text_contents()

    def colours(self, what: str) -> set[str]:
        """Return the colours that shapes are filled with."""
        return {str(c) for c in self._of_each(what, "e => getComputedStyle(e).fill")}

    def heights(self, what: str) -> list[float]:
        """Return how tall the letters of texts are in the window, in pixels, whichever way they are turned."""
        scale = "(m => Math.hypot(m.a, m.b))(e.getScreenCTM())"
        return [float(h) for h in self._of_each(what, f"e => parseFloat(getComputedStyle(e).fontSize) * {scale}")]

    def _of_each(self, what: str, measure: str) -> list[Any]:
        return list(self.page.locator(what).evaluate_all(f"all => all.map({measure})"))

    def clear(self) -> None:
        """Close every frame."""
        close = self.page.get_by_test_id("stream").get_by_title("Close", exact=True)
        while count := close.count():
            close.first.click()
            expect(close).to_have_count(count - 1)

    def fill_window(self) -> None:
        """Give the picture the whole window, wait until it is at rest, and fit it in beside the panel."""
        self.page.get_by_title("Fullscreen", exact=True).first.click()
        self.rest()
        self.page.get_by_label("zoom-to-fit").click()
        self.rest()
        panel = self.page.get_by_test_id("vizInspector").bounding_box()
        while panel and max(self._of_each("g.node", "e => e.getBoundingClientRect().right")) > panel["x"]:
            self.page.get_by_label("zoom-out").click()
            self.rest()

    def rest(self) -> None:
        """Wait until nodes no longer move."""
        where = "() => [...document.querySelectorAll('g.node')].map(n => n.getBoundingClientRect().x | 0).join()"
        before = None
        while before != (now := self.page.evaluate(where)):
            before = now
            self.page.wait_for_timeout(400)

    def shrink(self) -> None:
        """Give the window back to the page."""
        self.page.get_by_title("Close fullscreen").first.click()
