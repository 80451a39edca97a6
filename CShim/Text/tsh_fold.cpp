// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>

#include "tsh_guard.hpp"

namespace {

/// What a Latin letter that has no decomposition is folded to; NULL for itself.
///
/// Unicode gives these letters no decomposition, though people type them without the stroke.
const char16_t *plain_letters(UChar32 letter) {
  switch (letter) {
    case 0x00E6:
      return u"ae";
    case 0x00F0:
    case 0x0111:
    case 0x0256:
      return u"d";
    case 0x00F8:
      return u"o";
    case 0x00FE:
      return u"th";
    case 0x0127:
      return u"h";
    case 0x0131:
    case 0x0268:
      return u"i";
    case 0x0142:
    case 0x019A:
      return u"l";
    case 0x0153:
      return u"oe";
    case 0x0167:
      return u"t";
    case 0x0180:
      return u"b";
    case 0x01E5:
      return u"g";
    case 0x01B6:
      return u"z";
    default:
      return nullptr;
  }
}

/// Normalizes `text`; a failure is left in `code`.
std::u16string normalized(const UNormalizer2 *form, const std::u16string &text, UErrorCode &code) {
  std::u16string result(text.size() + 8, u'\0');
  for (;;) {
    if (U_FAILURE(code)) return {};
    const int32_t length =
        unorm2_normalize(form, text.data(), static_cast<int32_t>(text.size()), result.data(),
                         static_cast<int32_t>(result.size()), &code);
    if (U_SUCCESS(code)) {
      result.resize(static_cast<size_t>(length));
      return result;
    }
    if (code != U_BUFFER_OVERFLOW_ERROR) return {};
    code = U_ZERO_ERROR;
    result.resize(static_cast<size_t>(length));
  }
}

/// Drops the marks on Latin letters of a decomposed text and makes the letters plain.
std::u16string without_latin_marks(const std::u16string &text) {
  std::u16string result;
  result.reserve(text.size());
  bool on_latin = false;
  size_t index = 0;
  while (index < text.size()) {
    const size_t start = index;
    UChar32 character;
    U16_NEXT(text.data(), index, text.size(), character);
    if (u_charType(character) == U_NON_SPACING_MARK) {
      if (!on_latin) result.append(text, start, index - start);
      continue;
    }
    UErrorCode code = U_ZERO_ERROR;
    on_latin = uscript_getScript(character, &code) == USCRIPT_LATIN;
    if (const char16_t *plain = plain_letters(character)) {
      result += plain;
    } else {
      result.append(text, start, index - start);
    }
  }
  return result;
}

std::u16string folded(std::u16string text, UErrorCode &code) {
  const UNormalizer2 *casefold = unorm2_getNFKCCasefoldInstance(&code);
  const UNormalizer2 *decompose = unorm2_getNFDInstance(&code);
  const UNormalizer2 *compose = unorm2_getNFCInstance(&code);
  // A round can bring forth something for the next one; real words are done after the first,
  // and each round only takes away, so a few rounds reach the fixed point.
  for (int round = 0; round < 4 && U_SUCCESS(code); ++round) {
    std::u16string next = normalized(casefold, text, code);
    next = normalized(decompose, next, code);
    next = normalized(compose, without_latin_marks(next), code);
    if (next == text) break;
    text = std::move(next);
  }
  return text;
}

/// Copies a word of ASCII in lower case; most words are no more than that.
bool fold_ascii(const char *utf8, size_t length, char *out) {
  for (size_t index = 0; index < length; ++index) {
    const auto byte = static_cast<unsigned char>(utf8[index]);
    if (byte >= 0x80) return false;
    out[index] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
  }
  return true;
}

bool is_ascii(const char *utf8, size_t length) {
  return std::all_of(utf8, utf8 + length,
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

tsh_status_t fold(const char *utf8, size_t length, char *out, size_t capacity, size_t *out_length) {
  // A third of what ICU counts: folding can make a text longer.
  if (length > std::numeric_limits<int32_t>::max() / 3) return TSH_STATUS_TOO_LONG;
  if (length <= capacity ? fold_ascii(utf8, length, out) : is_ascii(utf8, length)) {
    *out_length = length;
    return length <= capacity ? TSH_STATUS_OK : TSH_STATUS_BUFFER_TOO_SMALL;
  }
  UErrorCode code = U_ZERO_ERROR;
  std::u16string text(length, u'\0');
  int32_t units = 0;
  u_strFromUTF8WithSub(text.data(), static_cast<int32_t>(length), &units, utf8,
                       static_cast<int32_t>(length), 0xFFFD, nullptr, &code);
  if (U_FAILURE(code)) return tsh::status_of(code);
  text.resize(static_cast<size_t>(units));
  text = folded(std::move(text), code);
  if (U_FAILURE(code)) return tsh::status_of(code);
  int32_t needed = 0;
  const auto room =
      static_cast<int32_t>(std::min<size_t>(capacity, std::numeric_limits<int32_t>::max()));
  u_strToUTF8WithSub(out, room, &needed, text.data(), static_cast<int32_t>(text.size()), 0xFFFD,
                     nullptr, &code);
  if (U_SUCCESS(code) || code == U_BUFFER_OVERFLOW_ERROR) {
    *out_length = static_cast<size_t>(needed);
  }
  return code == U_BUFFER_OVERFLOW_ERROR ? TSH_STATUS_BUFFER_TOO_SMALL : tsh::status_of(code);
}

}  // namespace

tsh_status_t tsh_fold(const char *utf8, size_t length, char *out, size_t capacity,
                      size_t *out_length) noexcept {
  *out_length = 0;
  if (length == 0) return TSH_STATUS_OK;
  return tsh::guarded([&] { return fold(utf8, length, out, capacity, out_length); });
}
