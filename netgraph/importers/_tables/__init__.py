"""Rows of tables, from csv files, workbooks and pages that call themselves workbooks."""

from __future__ import annotations
