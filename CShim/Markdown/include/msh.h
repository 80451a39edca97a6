// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_MSH_H
#define SPLITSEARCH_MSH_H

// The structure of Markdown (CommonMark with GitHub's tables, strikethrough and task lists), over
// md4c. md4c reports text by pointers into its input, so every run is a place in the file; what
// lies between the runs is markup. Nothing here touches the disk; any thread.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define MSH_NOEXCEPT noexcept
extern "C" {
#else
#define MSH_NOEXCEPT
#endif

#define MSH_MUST_USE __attribute__((warn_unused_result))
#define MSH_SWIFT_NAME(name) __attribute__((swift_name(#name)))

/// What came of a call. The values are fixed.
typedef enum __attribute__((enum_extensibility(open))) msh_status : int32_t {
  MSH_STATUS_OK MSH_SWIFT_NAME(ok) = 0,
  /// The text is longer than can be counted here (2^31 - 2 bytes).
  MSH_STATUS_TOO_LONG MSH_SWIFT_NAME(tooLong) = 1,
  MSH_STATUS_OUT_OF_MEMORY MSH_SWIFT_NAME(outOfMemory) = 2,
  /// Any other failure of md4c.
  MSH_STATUS_ENGINE MSH_SWIFT_NAME(engine) = 3,
} msh_status_t;

/// What kind of text a leaf block holds. The values are fixed.
typedef enum __attribute__((enum_extensibility(closed))) msh_leaf_kind : int32_t {
  MSH_LEAF_PARAGRAPH MSH_SWIFT_NAME(paragraph) = 0,
  MSH_LEAF_HEADING MSH_SWIFT_NAME(heading) = 1,
  MSH_LEAF_CODE MSH_SWIFT_NAME(code) = 2,
  MSH_LEAF_FENCED_CODE MSH_SWIFT_NAME(fencedCode) = 3,
  MSH_LEAF_HTML MSH_SWIFT_NAME(html) = 4,
  MSH_LEAF_TABLE MSH_SWIFT_NAME(table) = 5,
} msh_leaf_kind_t;

/// A block that holds text and no other blocks. One without text is not reported.
typedef struct msh_leaf {
  msh_leaf_kind_t kind;
  /// 1 to 6 for a heading, else 0.
  int32_t level;
  /// In how many quotations, lists and list items it stands.
  uint32_t depth;
  /// The quotation, list or list item it stands in: equal numbers are the same; 0 is the document.
  uint32_t container;
  /// Its runs among those of the document: at least one.
  uint32_t first_run;
  uint32_t run_count;
} msh_leaf_t;

/// What a run of text is. The values are fixed.
typedef enum __attribute__((enum_extensibility(closed))) msh_run_kind : int32_t {
  MSH_RUN_TEXT MSH_SWIFT_NAME(text) = 0,
  MSH_RUN_CODE MSH_SWIFT_NAME(code) = 1,
  MSH_RUN_HTML MSH_SWIFT_NAME(html) = 2,
  /// A character reference such as `&amp;`, as it is written.
  MSH_RUN_ENTITY MSH_SWIFT_NAME(entity) = 3,
} msh_run_kind_t;

/// A stretch of the source that is text and no markup: bytes, half-open.
typedef struct msh_run {
  msh_run_kind_t kind;
  uint32_t start;
  uint32_t end;
} msh_run_t;

/// A block quotation that holds a leaf.
typedef struct msh_quotation {
  /// What it stands in, as for a leaf.
  uint32_t container;
  /// Its leaves among those of the document, at least one, those of quotations in it included.
  uint32_t first_leaf;
  uint32_t leaf_count;
} msh_quotation_t;

/// A link or an image in a leaf. Bytes of the source, half-open; `0, 0` where the source has none,
/// or writes it with escapes, character references or over several lines.
typedef struct msh_link {
  uint32_t leaf;
  uint32_t destination_start;
  uint32_t destination_end;
  uint32_t title_start;
  uint32_t title_end;
} msh_link_t;

/// The structure of one text.
typedef struct msh_document msh_document_t;

/// Finds the structure of a text.
///
/// - utf8, length: the text, valid UTF-8 with line feeds, borrowed for the call. May be NULL when
///                 length is 0.
/// - document:     set to a handle the caller owns (msh_document_destroy), or to NULL on failure.
///
/// Returns TOO_LONG, OUT_OF_MEMORY or ENGINE on failure. Time and memory grow with `length` alone:
/// in paragraphs of more than 10,000 lines no link is seen.
MSH_MUST_USE msh_status_t msh_document_parse(const char *utf8, size_t length,
                                             msh_document_t **document) MSH_NOEXCEPT;

/// The leaf blocks in the order of the text; the handle's.
const msh_leaf_t *msh_document_leaves(const msh_document_t *document, size_t *count) MSH_NOEXCEPT;

/// The runs of all leaves in the order of the text, disjoint, none empty; the handle's.
const msh_run_t *msh_document_runs(const msh_document_t *document, size_t *count) MSH_NOEXCEPT;

/// The block quotations, in the order in which they begin; the handle's.
const msh_quotation_t *msh_document_quotations(const msh_document_t *document,
                                               size_t *count) MSH_NOEXCEPT;

/// The links and images, in the order in which they begin; the handle's.
const msh_link_t *msh_document_links(const msh_document_t *document, size_t *count) MSH_NOEXCEPT;

/// Ends a document; NULL is allowed.
void msh_document_destroy(msh_document_t *document) MSH_NOEXCEPT;

#ifdef __cplusplus
}
#endif
#endif
