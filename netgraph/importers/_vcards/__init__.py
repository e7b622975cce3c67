"""Cards of address books, property by property."""

from __future__ import annotations
