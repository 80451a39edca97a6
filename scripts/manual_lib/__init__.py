# SPDX-License-Identifier: GPL-3.0-or-later
"""Manual pages and completions: what scripts/manual writes and scripts/manual-check looks at."""
