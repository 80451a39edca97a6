// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/ucsdet.h>

#include <limits>
#include <memory>

#include "xch_guard.hpp"

namespace {

struct Closer {
  void operator()(UCharsetDetector *detector) const { ucsdet_close(detector); }
};

xch_status_t detect(const char *bytes, size_t length, xch_guess_t *guesses, size_t capacity,
                    size_t *count) {
  if (length > static_cast<size_t>(std::numeric_limits<int32_t>::max())) return XCH_STATUS_TOO_LONG;
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Closer> detector(ucsdet_open(&code));
  if (U_FAILURE(code)) return xch::status_of(code);
  ucsdet_setText(detector.get(), length == 0 ? "" : bytes, static_cast<int32_t>(length), &code);
  int32_t found = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector.get(), &found, &code);
  if (U_FAILURE(code)) return xch::status_of(code);
  size_t written = 0;
  for (int32_t index = 0; index < found && written < capacity; ++index) {
    guesses[written].name = ucsdet_getName(matches[index], &code);
    guesses[written].confidence = ucsdet_getConfidence(matches[index], &code);
    if (U_FAILURE(code)) return xch::status_of(code);
    ++written;
  }
  *count = written;
  return XCH_STATUS_OK;
}

}  // namespace

xch_status_t xch_detect(const char *bytes, size_t length, xch_guess_t *guesses, size_t capacity,
                        size_t *count) noexcept {
  *count = 0;
  return xch::guarded([&] { return detect(bytes, length, guesses, capacity, count); });
}
