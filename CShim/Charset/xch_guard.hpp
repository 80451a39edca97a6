// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_XCH_GUARD_HPP
#define SPLITSEARCH_XCH_GUARD_HPP

#include <unicode/utypes.h>

#include <new>

#include "xch.h"

namespace xch {

/// Runs `body`, which returns a status, and turns whatever it throws into one.
/// The one place where exceptions stop.
template <typename Body>
xch_status_t guarded(Body &&body) noexcept try {
  return body();
} catch (const std::bad_alloc &) {
  return XCH_STATUS_OUT_OF_MEMORY;
} catch (...) {
  return XCH_STATUS_ENGINE;
}

/// The status for a failure that ICU reports.
inline xch_status_t status_of(UErrorCode code) {
  if (U_SUCCESS(code)) return XCH_STATUS_OK;
  if (code == U_FILE_ACCESS_ERROR) return XCH_STATUS_UNKNOWN_NAME;
  return code == U_MEMORY_ALLOCATION_ERROR ? XCH_STATUS_OUT_OF_MEMORY : XCH_STATUS_ENGINE;
}

}  // namespace xch

#endif
