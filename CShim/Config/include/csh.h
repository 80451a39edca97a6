// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_CSH_H
#define SPLITSEARCH_CSH_H
#endif
