"""What the columns of a table mean, and what a row says of somebody."""

from __future__ import annotations
