// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_JSH_H
#define SPLITSEARCH_JSH_H

// The values of a JSON text and where they stand in it, over RapidJSON. Nothing here touches the
// disk; any thread.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define JSH_NOEXCEPT noexcept
extern "C" {
#else
#define JSH_NOEXCEPT
#endif

#define JSH_MUST_USE __attribute__((warn_unused_result))
#define JSH_SWIFT_NAME(name) __attribute__((swift_name(#name)))

/// What came of a call. The values are fixed.
typedef enum __attribute__((enum_extensibility(open))) jsh_status : int32_t {
  JSH_STATUS_OK JSH_SWIFT_NAME(ok) = 0,
  /// The text is longer than can be counted here (2^31 - 1 bytes).
  JSH_STATUS_TOO_LONG JSH_SWIFT_NAME(tooLong) = 1,
  JSH_STATUS_OUT_OF_MEMORY JSH_SWIFT_NAME(outOfMemory) = 2,
  /// Any other failure of RapidJSON.
  JSH_STATUS_ENGINE JSH_SWIFT_NAME(engine) = 3,
  /// It is no JSON.
  JSH_STATUS_MALFORMED JSH_SWIFT_NAME(malformed) = 4,
  /// It holds more than 2^24 values.
  JSH_STATUS_TOO_MANY JSH_SWIFT_NAME(tooMany) = 5,
} jsh_status_t;

/// What a token is. The values are fixed.
typedef enum __attribute__((enum_extensibility(closed))) jsh_kind : int32_t {
  JSH_KIND_OBJECT JSH_SWIFT_NAME(object) = 0,
  JSH_KIND_ARRAY JSH_SWIFT_NAME(array) = 1,
  /// The name of a member; its value is the token that follows.
  JSH_KIND_KEY JSH_SWIFT_NAME(key) = 2,
  JSH_KIND_STRING JSH_SWIFT_NAME(string) = 3,
  JSH_KIND_NUMBER JSH_SWIFT_NAME(number) = 4,
  /// `true`, `false` or `null`.
  JSH_KIND_LITERAL JSH_SWIFT_NAME(literal) = 5,
} jsh_kind_t;

/// A value, or the name of a member. Numbers and literals in arrays are not reported.
typedef struct jsh_token {
  jsh_kind_t kind;
  /// Where it is written, quotation marks and brackets included: bytes, half-open.
  uint32_t start;
  uint32_t end;
  /// Of a name or a string: the length of what it stands for, in bytes.
  uint32_t text_length;
  /// The index of the token that follows it and all that it holds.
  uint32_t next;
} jsh_token_t;

/// The values of one text.
typedef struct jsh_document jsh_document_t;

/// Reads one value, or several that each begin on a line of their own (JSON Lines).
///
/// - json, length: the text, borrowed for the call. May be NULL when length is 0.
/// - document:     set to a handle the caller owns (jsh_document_destroy), or to NULL on failure.
/// - place:        set to the offset of what is wrong, when it is MALFORMED.
/// - reason:       set to a sentence that is never freed, when it is MALFORMED, else to NULL.
///
/// Returns any status. Time and memory grow with `length` alone; nothing is recursive. Strings are
/// valid UTF-8, their surrogates come in pairs.
JSH_MUST_USE jsh_status_t jsh_document_parse(const char *json, size_t length,
                                             jsh_document_t **document, size_t *place,
                                             const char **reason) JSH_NOEXCEPT;

/// All tokens in the order of the text, those of an object or array behind it; the handle's.
const jsh_token_t *jsh_document_tokens(const jsh_document_t *document, size_t *count) JSH_NOEXCEPT;

/// What a name or a string stands for: `token->text_length` bytes; the handle's.
const char *jsh_document_text(const jsh_document_t *document,
                              const jsh_token_t *token) JSH_NOEXCEPT;

/// Ends a document; NULL is allowed.
void jsh_document_destroy(jsh_document_t *document) JSH_NOEXCEPT;

#ifdef __cplusplus
}
#endif
#endif
