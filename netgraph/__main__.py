"""Run netgraph: ``python -m netgraph``, or the command ``netgraph``."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line; Ctrl-C before it is there ends quietly too."""
    try:
        from netgraph.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
