// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_FILE_SYSTEM_H
#define SPLITSEARCH_FILE_SYSTEM_H

// Not among the headers that Swift's Glibc module holds.
#include <sys/statfs.h>

#endif
