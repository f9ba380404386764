"""The command `kg`: subcommands in modules by what they work on; errors become lines and exit codes here."""

from __future__ import annotations

import gc
import os
import sys

from communique.errors import InputError, KgError


def main(arguments: list[str] | None = None) -> None:
    """Run `kg`; leave with 0 when all is well, 1 with problems, 2 when misused."""
    # What a command makes it mostly keeps: looking for garbage as often as Python does is a sixth of a short command.
    gc.set_threshold(100_000, 20, 20)
    from communique.cli.app import build

    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        build(arguments)(arguments, prog_name="kg")
    except InputError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"kg: {count} problem{'s' if count != 1 else ''}", file=sys.stderr)
        raise SystemExit(error.exit_code) from None
    except KgError as error:
        print(f"kg: {error}", file=sys.stderr)
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        print("kg: stopped", file=sys.stderr)
        raise SystemExit(130) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except Exception as error:
        raise SystemExit(_defect(error)) from None


def _defect(error: Exception) -> int:
    """Write a defect's traceback to a log, and one line for the person."""
    import traceback

    from communique.settings import cache_folder

    log = cache_folder() / "kg-error.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(traceback.format_exception(error)), "utf-8")
        where = f"details in {log}; please report it with them"
    except OSError:
        where = "please report it"
    print(f"kg: a defect in kg itself: {type(error).__name__}: {error} ({where})", file=sys.stderr)
    return 70


__all__ = ["main"]
