// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/unorm2.h>

#include "xch_guard.hpp"

int32_t xch_compose(int32_t base, int32_t mark) noexcept {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *const composer = unorm2_getNFCInstance(&code);
  return U_FAILURE(code) ? -1 : unorm2_composePair(composer, base, mark);
}
