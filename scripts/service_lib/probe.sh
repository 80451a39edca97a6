#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tries what the service must not be able to do, and what it must; run in its place, in a unit with
# the same settings. Prints a line for each. $1: a port on which somebody listens.
must_not() {
  local what=$1
  shift
  if ("$@") >/dev/null 2>&1; then echo "OPEN: $what"; else echo "shut: $what"; fi
}
must() {
  local what=$1
  shift
  if ("$@") >/dev/null 2>&1; then echo "open: $what"; else echo "SHUT: $what"; fi
}
connect() { exec 3<>"/dev/tcp/127.0.0.1/$1"; }
write() { echo >"$1/probe" && rm "$1/probe"; }
sees_processes() { [[ -e /proc/1/stat ]]; }

must_not "the network of the machine" connect "$1"
must_not "writing in /home" write /home/open
must_not "writing in /srv/splitsearch/documents" write /srv/splitsearch/documents
must_not "writing in /etc/splitsearch" write /etc/splitsearch
must_not "writing in the machine's /var/tmp" test -e /var/tmp/probe-of-the-machine
must_not "other processes in /proc" sees_processes
must_not "the kernel's settings in /proc" test -e /proc/sys/kernel/hostname
must_not "namespaces" unshare --user true
must_not "mounts" mount -t tmpfs none /home/open
must_not "another user" su --command true nobody
must "reading in /home" test -r /home/open/letter.txt
must "writing the index" write /var/lib/splitsearch/index
must "writing the status" write /run/splitsearch
