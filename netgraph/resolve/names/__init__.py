"""Names of people: what is kept of them, how alike and how common they are."""

from __future__ import annotations
