// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_CSH_H
#define SPLITSEARCH_CSH_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define CSH_NOEXCEPT noexcept
extern "C" {
#else
#define CSH_NOEXCEPT
#endif

#if defined(__clang__)
#pragma clang assume_nonnull begin
#define CSH_NULLABLE _Nullable
#define CSH_NONNULL _Nonnull
#else
#define CSH_NULLABLE
#define CSH_NONNULL
#endif

/// What became of a call. Values are fixed and never renumbered.
typedef int32_t csh_status_t;
enum {
  CSH_STATUS_OK = 0,
  /// The text is no TOML: the document's error says what and where.
  CSH_STATUS_SYNTAX = 1,
  CSH_STATUS_OUT_OF_MEMORY = 2,
  /// Anything else that the parser throws.
  CSH_STATUS_PARSER = 3,
};

/// The type of a value. Values are fixed and never renumbered.
typedef int32_t csh_type_t;
enum {
  CSH_TYPE_STRING = 1,
  CSH_TYPE_INTEGER = 2,
  CSH_TYPE_BOOLEAN = 3,
  CSH_TYPE_DOUBLE = 4,
  /// A date, a time or both; the value is not given.
  CSH_TYPE_DATE = 5,
  /// A table; its members follow as entries of their own.
  CSH_TYPE_TABLE = 6,
  /// An array; its elements follow as entries of their own.
  CSH_TYPE_ARRAY = 7,
};

/// One key of a document and its value; for an array's element its place instead of a key.
typedef struct csh_entry {
  /// The number of the table or array it stands in, or -1 at the top. It is less than its own.
  int64_t parent;
  /// UTF-8, `key_length` bytes, not terminated; empty for an array's element.
  const char *key;
  size_t key_length;
  csh_type_t type;
  /// UTF-8, `string_length` bytes, not terminated; empty unless the type is a string.
  const char *string;
  size_t string_length;
  int64_t integer;
  double number;
  int32_t boolean;
  /// Where the key stands (the value, for an array's element); both count from 1.
  uint32_t line;
  uint32_t column;
} csh_entry_t;

/// A parsed text. The caller owns it.
typedef struct csh_document csh_document_t;

/// Parses `length` bytes of TOML.
///
/// - text:     UTF-8. Borrowed for the call; may hold anything.
/// - document: set to what was parsed, which the caller owns (csh_document_destroy), also when the
///             status is SYNTAX; NULL only when the status is OUT_OF_MEMORY.
///
/// Blocks for the parsing; touches no disk. Any thread.
csh_status_t csh_document_parse(const char *text, size_t length,
                                csh_document_t *CSH_NULLABLE *CSH_NONNULL document) CSH_NOEXCEPT;

/// The entries in the order of the text: `count` of them. Borrowed: they live with the document.
const csh_entry_t *CSH_NULLABLE csh_document_entries(const csh_document_t *document,
                                                     size_t *count) CSH_NOEXCEPT;

/// What is wrong, on one line, and where (both count from 1; 0 if it has no place).
///
/// NUL-terminated and borrowed: it lives with the document. Empty if nothing is wrong.
const char *csh_document_error(const csh_document_t *document, uint32_t *line,
                               uint32_t *column) CSH_NOEXCEPT;

/// Frees a document and all that was borrowed from it. NULL is ignored.
void csh_document_destroy(csh_document_t *CSH_NULLABLE document) CSH_NOEXCEPT;

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#ifdef __cplusplus
}
#endif

#endif
