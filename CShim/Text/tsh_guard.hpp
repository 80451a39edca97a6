// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_TSH_GUARD_HPP
#define SPLITSEARCH_TSH_GUARD_HPP

#include <unicode/utypes.h>

#include <new>

#include "tsh.h"

namespace tsh {

/// Runs `body`, which returns a status, and turns whatever it throws into one.
/// The one place where exceptions stop.
template <typename Body>
tsh_status_t guarded(Body &&body) noexcept try {
  return body();
} catch (const std::bad_alloc &) {
  return TSH_STATUS_OUT_OF_MEMORY;
} catch (...) {
  return TSH_STATUS_ENGINE;
}

/// The status for a failure that ICU reports.
inline tsh_status_t status_of(UErrorCode code) {
  if (U_SUCCESS(code)) return TSH_STATUS_OK;
  return code == U_MEMORY_ALLOCATION_ERROR ? TSH_STATUS_OUT_OF_MEMORY : TSH_STATUS_ENGINE;
}

}  // namespace tsh

#endif
