// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_XCH_H
#define SPLITSEARCH_XCH_H

// Detection and decoding of character encodings, and composition of characters, over ICU's C API
// (icui18n, icuuc).
// Nothing here touches the disk; any thread.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define XCH_NOEXCEPT noexcept
extern "C" {
#else
#define XCH_NOEXCEPT
#endif

#define XCH_MUST_USE __attribute__((warn_unused_result))
#define XCH_SWIFT_NAME(name) __attribute__((swift_name(#name)))

/// What came of a call. The values are fixed.
typedef enum __attribute__((enum_extensibility(open))) xch_status : int32_t {
  XCH_STATUS_OK XCH_SWIFT_NAME(ok) = 0,
  /// A text is longer than ICU can count (2^31 - 1 bytes).
  XCH_STATUS_TOO_LONG XCH_SWIFT_NAME(tooLong) = 1,
  XCH_STATUS_OUT_OF_MEMORY XCH_SWIFT_NAME(outOfMemory) = 2,
  /// ICU knows no encoding of this name.
  XCH_STATUS_UNKNOWN_NAME XCH_SWIFT_NAME(unknownName) = 3,
  /// Any other failure of ICU, such as missing data.
  XCH_STATUS_ENGINE XCH_SWIFT_NAME(engine) = 4,
} xch_status_t;

/// An encoding that a text may be in.
typedef struct xch_guess {
  /// Its name, lent for the life of the process.
  const char *name;
  /// 0 to 100. ICU gives right answers for short Cyrillic texts at 20.
  int32_t confidence;
} xch_guess_t;

/// Names the encodings that `bytes` may be in, the likeliest first.
///
/// - bytes, length:    the text; ICU looks at its first 8 kB. May be NULL when length is 0.
/// - guesses, capacity: where they go, borrowed for the call.
/// - count:            set to how many were written; 0 on failure.
///
/// Returns TOO_LONG, OUT_OF_MEMORY or ENGINE on failure.
XCH_MUST_USE xch_status_t xch_detect(const char *bytes, size_t length, xch_guess_t *guesses,
                                     size_t capacity, size_t *count) XCH_NOEXCEPT;

/// A decoded text.
typedef struct xch_text xch_text_t;

/// Decodes `bytes`.
///
/// - name:          the encoding, NUL-terminated, borrowed for the call.
/// - bytes, length: the text, borrowed for the call. May be NULL when length is 0.
/// - text:          set to a handle the caller owns (xch_text_destroy), or to NULL on failure.
///
/// Returns UNKNOWN_NAME, TOO_LONG, OUT_OF_MEMORY or ENGINE on failure.
XCH_MUST_USE xch_status_t xch_decode(const char *name, const char *bytes, size_t length,
                                     xch_text_t **text) XCH_NOEXCEPT;

/// Valid UTF-8 in which each stretch that was no text is one U+FFFD; the handle's.
///
/// - length: set to its number of bytes.
const char *xch_text_utf8(const xch_text_t *text, size_t *length) XCH_NOEXCEPT;

/// How many bytes of the source were no text in its encoding.
size_t xch_text_replaced(const xch_text_t *text) XCH_NOEXCEPT;

/// Ends a text; NULL is allowed.
void xch_text_destroy(xch_text_t *text) XCH_NOEXCEPT;

/// The one character that `base` and `mark` are together in Unicode's form NFC; negative if there
/// is none. Both are code points.
int32_t xch_compose(int32_t base, int32_t mark) XCH_NOEXCEPT;

#ifdef __cplusplus
}
#endif
#endif
