// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_XSH_H
#define SPLITSEARCH_XSH_H
#endif
