// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_CRYPTO_H
#define SPLITSEARCH_CRYPTO_H

#include <openssl/evp.h>

#endif
