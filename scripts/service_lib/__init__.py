# SPDX-License-Identifier: GPL-3.0-or-later
"""What torture, service-bench, service-test and systemd-sandbox share: the running service seen from
outside, on this machine or on one that is booted for it."""
