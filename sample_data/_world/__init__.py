"""The invented world of Noor Saldana: who is in it, and how each source writes it down."""

from __future__ import annotations
