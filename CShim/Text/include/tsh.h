// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_TSH_H
#define SPLITSEARCH_TSH_H

// Folding of words and sentence boundaries, over ICU's C API (icuuc).
// Texts are UTF-8, pointer and byte count; nothing here touches the disk.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define TSH_NOEXCEPT noexcept
extern "C" {
#else
#define TSH_NOEXCEPT
#endif

#define TSH_MUST_USE __attribute__((warn_unused_result))
#define TSH_SWIFT_NAME(name) __attribute__((swift_name(#name)))

/// What came of a call. The values are fixed.
typedef enum __attribute__((enum_extensibility(open))) tsh_status : int32_t {
  TSH_STATUS_OK TSH_SWIFT_NAME(ok) = 0,
  /// The result does not fit; the length it needs is reported. Nothing useful was written.
  TSH_STATUS_BUFFER_TOO_SMALL TSH_SWIFT_NAME(bufferTooSmall) = 1,
  /// A text is longer than ICU can count (2^31 - 1 bytes).
  TSH_STATUS_TOO_LONG TSH_SWIFT_NAME(tooLong) = 2,
  TSH_STATUS_OUT_OF_MEMORY TSH_SWIFT_NAME(outOfMemory) = 3,
  /// Any other failure of ICU, such as missing data.
  TSH_STATUS_ENGINE TSH_SWIFT_NAME(engine) = 4,
} tsh_status_t;

/// Folds one word, so that words that people take for the same become the same.
///
/// NFKC_Casefold; then marks on Latin letters go and Latin letters with strokes and ligatures
/// become plain ones; marks on other scripts stay and are composed. Folding twice changes nothing.
///
/// - utf8, length:  the word; what is no UTF-8 becomes U+FFFD. May be NULL when length is 0.
/// - out, capacity: where the folded word goes, without a final NUL. May be NULL when capacity is
/// 0.
/// - out_length:    set to the bytes written, or needed when the status is BUFFER_TOO_SMALL; else
/// 0.
///
/// Returns BUFFER_TOO_SMALL, TOO_LONG, OUT_OF_MEMORY or ENGINE on failure. Any thread.
TSH_MUST_USE tsh_status_t tsh_fold(const char *utf8, size_t length, char *out, size_t capacity,
                                   size_t *out_length) TSH_NOEXCEPT;

/// Finds where sentences end. One caller at a time for each handle.
typedef struct tsh_sentences tsh_sentences_t;

/// Makes a finder.
///
/// - locale:    an ICU locale such as "en", NUL-terminated, borrowed for the call; "" is the root.
/// - sentences: set to a handle the caller owns (tsh_sentences_destroy), or to NULL on failure.
///
/// Returns OUT_OF_MEMORY or ENGINE on failure. The first call in a process takes up to a
/// millisecond.
TSH_MUST_USE tsh_status_t tsh_sentences_create(const char *locale,
                                               tsh_sentences_t **sentences) TSH_NOEXCEPT;

/// Ends a finder; NULL is allowed.
void tsh_sentences_destroy(tsh_sentences_t *sentences) TSH_NOEXCEPT;

/// Finds all sentence boundaries of one text (UAX #29), its end included, its beginning not.
///
/// - utf8, length:   the text, borrowed for the call.
/// - offsets, count: set to the boundaries in rising order, bytes from the beginning of the text.
///                   They are the handle's until the next call with it; NULL and 0 on failure.
///
/// Returns TOO_LONG, OUT_OF_MEMORY or ENGINE on failure.
TSH_MUST_USE tsh_status_t tsh_sentences_find(tsh_sentences_t *sentences, const char *utf8,
                                             size_t length, const uint32_t **offsets,
                                             size_t *count) TSH_NOEXCEPT;

#ifdef __cplusplus
}
#endif
#endif
