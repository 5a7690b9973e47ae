"""Exact numbers: units, periods, quantities, intervals and formulas."""
