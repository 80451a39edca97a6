// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_LSH_H
#define SPLITSEARCH_LSH_H

// The language of a text, over CLD2 (Compact Language Detector 2).

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define LSH_NOEXCEPT noexcept
extern "C" {
#else
#define LSH_NOEXCEPT
#endif

/// What a text is most likely written in.
typedef struct lsh_guess {
  /// The language as CLD2 names it, most often a tag of BCP 47 ("de", "zh-Hant", "iw");
  /// NUL-terminated, lives as long as the process. NULL if nothing was found.
  const char *language;
  /// The share of the text that is in the language, in percent.
  int32_t percent;
  /// How many bytes of letters there were to judge by.
  int32_t byte_count;
  /// Whether CLD2 takes the language for much likelier than the next.
  int32_t is_reliable;
} lsh_guess_t;

/// Guesses the language of a plain text.
///
/// - utf8, length: valid UTF-8, borrowed for the call. May be NULL when length is 0. Of a text of
/// more
///                 than 2^31 - 1 bytes nothing is found.
///
/// Needs 15 to 75 microseconds for a paragraph. Never fails; touches no disk. Any thread.
lsh_guess_t lsh_guess(const char *utf8, size_t length) LSH_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
