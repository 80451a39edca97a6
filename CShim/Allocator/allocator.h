// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_ALLOCATOR_H
#define SPLITSEARCH_ALLOCATOR_H

#include <mimalloc.h>

#endif
