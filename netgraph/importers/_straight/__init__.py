"""The straight road: plain rows of large tables, column by column."""

from __future__ import annotations
