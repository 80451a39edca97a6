// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_SERVICE_MANAGER_H
#define SPLITSEARCH_SERVICE_MANAGER_H

#include <systemd/sd-daemon.h>

#endif
