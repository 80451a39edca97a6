// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_HSH_H
#define SPLITSEARCH_HSH_H

// The character references of HTML, over gumbo. Nothing here touches the disk; any thread.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define HSH_NOEXCEPT noexcept
extern "C" {
#else
#define HSH_NOEXCEPT
#endif

#define HSH_MUST_USE __attribute__((warn_unused_result))
#define HSH_SWIFT_NAME(name) __attribute__((swift_name(#name)))

enum {
  /// The length of the longest reference there is, `&CounterClockwiseContourIntegral;`.
  HSH_LONGEST_REFERENCE = 33,
  /// How much room what a reference stands for may take: two characters.
  HSH_LONGEST_MEANING = 8,
};

/// What came of a call. The values are fixed.
typedef enum __attribute__((enum_extensibility(open))) hsh_status : int32_t {
  HSH_STATUS_OK HSH_SWIFT_NAME(ok) = 0,
  /// HTML knows no such reference.
  HSH_STATUS_UNKNOWN HSH_SWIFT_NAME(unknown) = 1,
} hsh_status_t;

/// Looks up what a character reference stands for.
///
/// - reference, length: `&`, a name or `#` and a number, and `;`; borrowed for the call.
/// - meaning:           HSH_LONGEST_MEANING bytes, filled with UTF-8.
/// - meaning_length:    set to how many of them; 0 on failure.
///
/// Returns UNKNOWN for anything that is not one whole reference.
HSH_MUST_USE hsh_status_t hsh_reference_decode(const char *reference, size_t length, char *meaning,
                                               size_t *meaning_length) HSH_NOEXCEPT;

#ifdef __cplusplus
}
#endif
#endif
