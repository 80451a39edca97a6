// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_LSH_GUARD_HPP
#define SPLITSEARCH_LSH_GUARD_HPP

#include "lsh.h"

namespace lsh {

/// Runs `body`, which returns a guess; whatever it throws, memory being short, is no guess.
/// The one place where exceptions stop.
template <typename Body>
lsh_guess_t guarded(Body &&body) noexcept try {
  return body();
} catch (...) {
  return {};
}

}  // namespace lsh

#endif
