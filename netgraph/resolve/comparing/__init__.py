"""Groups of cards side by side: what speaks for and against one person, very many at once."""

from __future__ import annotations
