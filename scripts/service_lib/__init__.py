# SPDX-License-Identifier: GPL-3.0-or-later
"""What scripts/torture and scripts/service-bench share: the running service seen from outside."""
