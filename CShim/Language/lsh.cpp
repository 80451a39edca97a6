// SPDX-License-Identifier: GPL-3.0-or-later
#include "lsh.h"

// CLD2's header uses FILE without including what declares it.
// clang-format off
#include <cstdio>
#include <cld2/public/compact_lang_det.h>
// clang-format on
#include <cld2/public/encodings.h>

#include <limits>

#include "lsh_guard.hpp"

namespace {

lsh_guess_t guess(const char *utf8, int length) {
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                   CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3] = {};
  int percents[3] = {};
  double scores[3] = {};
  int byte_count = 0;
  bool is_reliable = false;
  CLD2::ExtDetectLanguageSummary(utf8, length, true, &no_hints, 0, languages, percents, scores,
                                 nullptr, &byte_count, &is_reliable);
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  return {CLD2::LanguageCode(languages[0]), percents[0], byte_count, is_reliable ? 1 : 0};
}

}  // namespace

lsh_guess_t lsh_guess(const char *utf8, size_t length) noexcept {
  if (length == 0 || length > static_cast<size_t>(std::numeric_limits<int>::max())) return {};
  return lsh::guarded([&] { return guess(utf8, static_cast<int>(length)); });
}
