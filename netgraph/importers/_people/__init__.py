"""Who is a person, and what one entry says of them."""

from __future__ import annotations
