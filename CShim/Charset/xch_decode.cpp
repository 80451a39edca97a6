// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <array>
#include <limits>
#include <memory>
#include <string>

#include "xch_guard.hpp"

struct xch_text {
  std::string utf8;
  size_t replaced = 0;
};

namespace {

struct Closer {
  void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

Converter open(const char *name, UErrorCode &code) { return Converter(ucnv_open(name, &code)); }

/// Writes U+FFFD for what is no text, and counts its bytes. Called by ICU, which is C.
void replace(const void *context, UConverterToUnicodeArgs *arguments, const char *, int32_t length,
             UConverterCallbackReason reason, UErrorCode *code) noexcept {
  if (reason > UCNV_IRREGULAR) return;
  *static_cast<size_t *>(const_cast<void *>(context)) += static_cast<size_t>(length);
  *code = U_ZERO_ERROR;
  const UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, code);
}

xch_status_t decode(const char *name, const char *bytes, size_t length, xch_text &text) {
  if (length > static_cast<size_t>(std::numeric_limits<int32_t>::max())) return XCH_STATUS_TOO_LONG;
  UErrorCode code = U_ZERO_ERROR;
  const Converter source = open(name, code);
  const Converter target = open("UTF-8", code);
  if (U_SUCCESS(code)) {
    ucnv_setToUCallBack(source.get(), replace, &text.replaced, nullptr, nullptr, &code);
  }
  if (U_FAILURE(code)) return xch::status_of(code);
  std::array<UChar, 4096> pivot;
  UChar *pivot_source = pivot.data();
  UChar *pivot_target = pivot.data();
  std::array<char, 16384> chunk;
  const char *next = length == 0 ? "" : bytes;
  const char *const end = next + length;
  text.utf8.reserve(length + length / 2);
  bool reset = true;
  do {
    code = U_ZERO_ERROR;
    char *out = chunk.data();
    ucnv_convertEx(target.get(), source.get(), &out, chunk.data() + chunk.size(), &next, end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), reset,
                   true, &code);
    reset = false;
    text.utf8.append(chunk.data(), out);
  } while (code == U_BUFFER_OVERFLOW_ERROR);
  return xch::status_of(code);
}

}  // namespace

xch_status_t xch_decode(const char *name, const char *bytes, size_t length,
                        xch_text_t **text) noexcept {
  *text = nullptr;
  return xch::guarded([&] {
    auto made = std::make_unique<xch_text>();
    const xch_status_t status = decode(name, bytes, length, *made);
    if (status == XCH_STATUS_OK) *text = made.release();
    return status;
  });
}

const char *xch_text_utf8(const xch_text_t *text, size_t *length) noexcept {
  *length = text->utf8.size();
  return text->utf8.data();
}

size_t xch_text_replaced(const xch_text_t *text) noexcept { return text->replaced; }

void xch_text_destroy(xch_text_t *text) noexcept { delete text; }
