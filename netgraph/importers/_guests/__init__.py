"""Who took part: lists of guests, members, former students."""

from __future__ import annotations
