"""Cards become people, names become employers: pure functions without a clock or a store."""

from __future__ import annotations
