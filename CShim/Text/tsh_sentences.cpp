// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <limits>
#include <memory>
#include <vector>

#include "tsh_guard.hpp"

struct tsh_sentences {
  UBreakIterator *iterator = nullptr;
  std::vector<uint32_t> offsets;

  ~tsh_sentences() { ubrk_close(iterator); }
};

tsh_status_t tsh_sentences_create(const char *locale, tsh_sentences_t **sentences) noexcept {
  *sentences = nullptr;
  return tsh::guarded([&] {
    auto made = std::make_unique<tsh_sentences>();
    UErrorCode code = U_ZERO_ERROR;
    made->iterator = ubrk_open(UBRK_SENTENCE, locale, nullptr, 0, &code);
    if (U_FAILURE(code)) return tsh::status_of(code);
    *sentences = made.release();
    return TSH_STATUS_OK;
  });
}

void tsh_sentences_destroy(tsh_sentences_t *sentences) noexcept { delete sentences; }

tsh_status_t tsh_sentences_find(tsh_sentences_t *sentences, const char *utf8, size_t length,
                                const uint32_t **offsets, size_t *count) noexcept {
  *offsets = nullptr;
  *count = 0;
  if (length > static_cast<size_t>(std::numeric_limits<int32_t>::max())) return TSH_STATUS_TOO_LONG;
  return tsh::guarded([&] {
    UErrorCode code = U_ZERO_ERROR;
    // A UText of UTF-8 counts in bytes, so the offsets need no conversion.
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, length == 0 ? "" : utf8, static_cast<int64_t>(length), &code);
    ubrk_setUText(sentences->iterator, &text, &code);
    sentences->offsets.clear();
    if (U_SUCCESS(code)) {
      for (int32_t offset = ubrk_next(sentences->iterator); offset != UBRK_DONE;
           offset = ubrk_next(sentences->iterator)) {
        sentences->offsets.push_back(static_cast<uint32_t>(offset));
      }
    }
    utext_close(&text);
    if (U_FAILURE(code)) return tsh::status_of(code);
    *offsets = sentences->offsets.data();
    *count = sentences->offsets.size();
    return TSH_STATUS_OK;
  });
}
