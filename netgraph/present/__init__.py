"""Results as text, frames and a page; nothing here reads the store."""

from __future__ import annotations
