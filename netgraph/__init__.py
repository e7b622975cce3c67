"""netgraph: from the people you know to the people you do not know yet, offline."""

from __future__ import annotations

__version__ = "0.1.0"
