"""Times choosing and filtering in a page that `kg page` wrote, in a headless Chromium: from the click to the picture.

Run: kg import icews ../shared/data/icews14.tsv.gz --store graph.kgl
     kg page --out page.html --actor Japan --since 2014-07 --store graph.kgl    (about two thousand acts)
     python benchmarks/page.py page.html [RUNS]
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
UNTIL_SHOWN = """async ([action, value]) => {
  const start = performance.now();
  if (action === "filter") {
    form.elements.actor.value = value;
    form.dispatchEvent(new Event("change"));
  } else choose(`${action}:${value}`);
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


def main(page: Path, runs: int = 15) -> None:
    """Print how many milliseconds it takes to choose an act or an actor, and to filter by an actor: median, longest."""
    chance = random.Random(1)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        window = chromium.new_page(viewport={"width": 1440, "height": 900})
        window.goto(page.resolve().as_uri())
        window.locator("#shown:not(:empty)").wait_for()
        acts, actors = (window.evaluate(f"data.{what}.map(one => one.id)") for what in ("acts", "actors"))
        print(f"{len(acts):,} acts, {len(actors):,} actors, {page.stat().st_size / 1e6:.1f} MB")
        for action, ids in (("act", acts), ("actor", actors), ("filter", actors)):
            times = []
            for chosen in chance.choices(ids, k=runs):
                window.wait_for_timeout(300)
                times.append(window.evaluate(UNTIL_SHOWN, [action, chosen]))
            print(f"{action:8} {statistics.median(times):6.0f} ms, at most {max(times):6.0f} ms")
        chromium.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
