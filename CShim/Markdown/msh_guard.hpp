// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_MSH_GUARD_HPP
#define SPLITSEARCH_MSH_GUARD_HPP

#include <new>

#include "msh.h"

namespace msh {

/// Runs `body`, which returns a status, and turns whatever it throws into one.
/// The one place where exceptions stop.
template <typename Body>
msh_status_t guarded(Body &&body) noexcept try {
  return body();
} catch (const std::bad_alloc &) {
  return MSH_STATUS_OUT_OF_MEMORY;
} catch (...) {
  return MSH_STATUS_ENGINE;
}

}  // namespace msh

#endif
