# SPDX-License-Identifier: GPL-3.0-or-later
"""Measuring what is found first. scripts/ranking-bench is the program."""
