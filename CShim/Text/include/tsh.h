// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_TSH_H
#define SPLITSEARCH_TSH_H
#endif
