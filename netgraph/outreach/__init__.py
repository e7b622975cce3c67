"""Questions to ask oneself and others: pure functions that return texts and filled slots."""

from __future__ import annotations
