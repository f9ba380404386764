"""Times cold starts of the command line beside `python -c pass`: medians of fresh processes, in turn.

Run: python benchmarks/start.py [RUNS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
KG = str(Path(sys.executable).parent / "kg")


def main(runs: int = 15) -> None:
    """Print a table: command, median milliseconds, and how much over `python -c pass`."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "KG_STORE": str(Path(folder) / ".kg")}
        subprocess.run([KG, "load", str(ROOT / "corpus")], env=environment, check=True, stdout=subprocess.DEVNULL)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "kg --help": [KG, "--help"],
            "kg ask": [KG, "ask", "Who criticized the United States, and when?"],
            "kg query": [KG, "query", "who-criticized-whom"],
            "kg status": [KG, "status"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs + 1):
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run(
                    command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
                )
                times[name].append((time.perf_counter() - start) * 1000)
    bare = statistics.median(times["python -c pass"][1:])
    print(f"{'command':16} {'ms':>6} {'over':>6}")
    for name, found in times.items():
        median = statistics.median(found[1:])
        print(f"{name:16} {median:6.0f} {median - bare:6.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
