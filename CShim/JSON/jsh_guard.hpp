// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_JSH_GUARD_HPP
#define SPLITSEARCH_JSH_GUARD_HPP

#include <new>

#include "jsh.h"

namespace jsh {

/// Runs `body`, which returns a status, and turns whatever it throws into one.
/// The one place where exceptions stop.
template <typename Body>
jsh_status_t guarded(Body &&body) noexcept try {
  return body();
} catch (const std::bad_alloc &) {
  return JSH_STATUS_OUT_OF_MEMORY;
} catch (...) {
  return JSH_STATUS_ENGINE;
}

}  // namespace jsh

#endif
