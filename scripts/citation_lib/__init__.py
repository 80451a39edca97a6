# SPDX-License-Identifier: GPL-3.0-or-later
"""What others read of the citations that are written."""
