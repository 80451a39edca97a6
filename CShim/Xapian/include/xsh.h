// SPDX-License-Identifier: GPL-3.0-or-later

// The whole C API over Xapian: the only header of this target that Swift sees.
//
// Rules for every function here:
//  - Nothing throws: whatever Xapian throws becomes a status.
//  - `open` and `create` give ownership of a handle, `close` and `destroy` take it (NULL allowed).
//    Every other pointer is borrowed; its comment says until when.
//  - A fallible call returns a status. Its results come by out-parameter and are NULL or 0 after a
//    failure. `error` may be NULL; it is set on failure only, and the caller owns it.
//  - Bytes cross as a pointer and a count and are borrowed for the call. Only paths and names of
//    languages end in a zero byte.
//  - One thread at a time for each handle: Xapian has no locks inside. Handles are independent.
//  - Unless it says otherwise a call on a reader or a writer reads or writes files and may block.

#ifndef SPLITSEARCH_XSH_H
#define SPLITSEARCH_XSH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#define XSH_OPEN_ENUM __attribute__((enum_extensibility(open)))
#define XSH_SWIFT_NAME(name) __attribute__((swift_name(#name)))
#else
#define XSH_OPEN_ENUM
#define XSH_SWIFT_NAME(name)
#define _Nullable
#define _Nonnull
#endif

#define XSH_MUST_USE __attribute__((warn_unused_result))

#ifdef __cplusplus
#define XSH_NOEXCEPT noexcept
extern "C" {
#else
#define XSH_NOEXCEPT
#endif

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

// MARK: Errors

/// What became of a call. Values are fixed and never renumbered.
typedef enum XSH_OPEN_ENUM xsh_status : int32_t {
  XSH_STATUS_OK XSH_SWIFT_NAME(ok) = 0,
  /// Another process holds the database's write lock. Not retried here.
  XSH_STATUS_LOCKED XSH_SWIFT_NAME(locked) = 1,
  /// The revision being read was overwritten: open afresh, then repeat everything.
  XSH_STATUS_REVISION_LOST XSH_SWIFT_NAME(revisionLost) = 2,
  /// There is no database at the path.
  XSH_STATUS_NOT_FOUND XSH_SWIFT_NAME(notFound) = 3,
  /// The database is damaged.
  XSH_STATUS_CORRUPT XSH_SWIFT_NAME(corrupt) = 4,
  /// The database has a format that this Xapian does not read.
  XSH_STATUS_VERSION XSH_SWIFT_NAME(version) = 5,
  /// What is at the path cannot be opened as a database.
  XSH_STATUS_CANNOT_OPEN XSH_SWIFT_NAME(cannotOpen) = 6,
  /// The call is not allowed with these arguments or in this state. Nothing was changed.
  XSH_STATUS_INVALID_ARGUMENT XSH_SWIFT_NAME(invalidArgument) = 7,
  /// The operating system refused to open, read or write.
  XSH_STATUS_INPUT_OUTPUT XSH_SWIFT_NAME(inputOutput) = 8,
  /// Memory ran out.
  XSH_STATUS_OUT_OF_MEMORY XSH_SWIFT_NAME(outOfMemory) = 9,
  /// Anything else.
  XSH_STATUS_ENGINE XSH_SWIFT_NAME(engine) = 10,
} xsh_status_t;

/// What went wrong, for people.
typedef struct xsh_error xsh_error_t;

/// One line of text, UTF-8, ended by a zero byte; borrowed until the error is destroyed.
const char *xsh_error_message(const xsh_error_t *error) XSH_NOEXCEPT;

/// Frees an error.
void xsh_error_destroy(xsh_error_t *_Nullable error) XSH_NOEXCEPT;

// MARK: Stemmers

/// A Snowball stemmer for one language. Touches no files.
typedef struct xsh_stemmer xsh_stemmer_t;

/// Makes the stemmer for `language`, a name or code that Xapian knows, such as `en`.
///
/// Returns INVALID_ARGUMENT for a language without a stemmer.
XSH_MUST_USE xsh_status_t xsh_stemmer_create(const char *language,
                                             xsh_stemmer_t *_Nullable *_Nonnull stemmer,
                                             xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Stems one word, which must be lower case UTF-8.
///
/// - stem: borrowed until the next call with this stemmer.
XSH_MUST_USE xsh_status_t xsh_stemmer_stem(xsh_stemmer_t *stemmer, const char *word,
                                           size_t word_length, const char *_Nullable *_Nonnull stem,
                                           size_t *stem_length,
                                           xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Frees a stemmer.
void xsh_stemmer_destroy(xsh_stemmer_t *_Nullable stemmer) XSH_NOEXCEPT;

// MARK: Lists

/// A list of byte strings, each with a value, in the order of their bytes. Touches no files.
typedef struct xsh_list xsh_list_t;

/// One item of a list; the pointers are borrowed until the list is destroyed.
typedef struct xsh_item {
  const char *key;
  size_t key_length;
  const char *value;
  size_t value_length;
} xsh_item_t;

/// The items, borrowed until the list is destroyed; NULL if there are none.
const xsh_item_t *_Nullable xsh_list_items(const xsh_list_t *list, size_t *count) XSH_NOEXCEPT;

/// Frees a list.
void xsh_list_destroy(xsh_list_t *_Nullable list) XSH_NOEXCEPT;

/// The names of all stemmers there are, variants of algorithms among them; the values are empty.
///
/// - list: owned by the caller (xsh_list_destroy).
XSH_MUST_USE xsh_status_t xsh_stemmer_languages(
    xsh_list_t *_Nullable *_Nonnull list, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

// MARK: Pages of passages

/// Some passages, read in one call. Touches no files.
typedef struct xsh_page xsh_page_t;

/// One passage of a page; the pointers are borrowed until the page is destroyed.
typedef struct xsh_passage {
  /// Xapian's own number, from 1.
  uint32_t docid;
  /// The document it belongs to, from value slot 0; 0 if the slot holds no such number.
  uint32_t document_number;
  /// The weight for the query; 0 in a walk.
  double weight;
  const char *data;
  size_t data_length;
  /// A line for each term, sorted: `TERM\tWDF\tPOSITION,POSITION…\n`, without the term that names
  /// the document of `document_number`. Empty unless asked for.
  const char *postings;
  size_t postings_length;
} xsh_passage_t;

/// How many passages match: certain bounds and an estimate between them.
typedef struct xsh_matches {
  uint32_t lower;
  uint32_t estimated;
  uint32_t upper;
} xsh_matches_t;

/// The passages in order, borrowed until the page is destroyed; NULL if there are none.
const xsh_passage_t *_Nullable xsh_page_passages(const xsh_page_t *page,
                                                 size_t *count) XSH_NOEXCEPT;

/// How many passages match in all; zeros for a walk.
xsh_matches_t xsh_page_matches(const xsh_page_t *page) XSH_NOEXCEPT;

/// How many matches a document has.
typedef struct xsh_document_count {
  uint32_t document_number;
  uint32_t count;
} xsh_document_count_t;

/// The matches of each document, by their numbers, borrowed until the page is destroyed; NULL if
/// there are none or they were not asked for.
const xsh_document_count_t *_Nullable xsh_page_document_counts(const xsh_page_t *page,
                                                               size_t *count) XSH_NOEXCEPT;

/// Frees a page.
void xsh_page_destroy(xsh_page_t *_Nullable page) XSH_NOEXCEPT;

// MARK: Readers

/// One revision of one database, open for reading. It never moves to a newer one by itself.
typedef struct xsh_reader xsh_reader_t;

/// Opens the newest revision of the database at `path`, a folder.
///
/// Returns NOT_FOUND, CANNOT_OPEN, VERSION, CORRUPT or INPUT_OUTPUT. Every call on the reader may
/// return REVISION_LOST once the database has been committed twice since.
XSH_MUST_USE xsh_status_t xsh_reader_open(const char *path,
                                          xsh_reader_t *_Nullable *_Nonnull reader,
                                          xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Closes a reader.
void xsh_reader_close(xsh_reader_t *_Nullable reader) XSH_NOEXCEPT;

/// How many passages the revision holds.
XSH_MUST_USE xsh_status_t xsh_reader_passage_count(
    xsh_reader_t *reader, uint32_t *count, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// The value of a metadata key, empty if it has none.
///
/// - value: borrowed until the next call with this reader.
XSH_MUST_USE xsh_status_t xsh_reader_get_metadata(
    xsh_reader_t *reader, const char *key, size_t key_length, const char *_Nullable *_Nonnull value,
    size_t *value_length, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// All metadata whose keys begin with `prefix`.
///
/// - with_values: whether to read the values, too; else they are empty.
/// - list:        owned by the caller (xsh_list_destroy).
XSH_MUST_USE xsh_status_t xsh_reader_list_metadata(
    xsh_reader_t *reader, const char *prefix, size_t prefix_length, bool with_values,
    xsh_list_t *_Nullable *_Nonnull list, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Up to `limit` words of the vocabulary that begin with `prefix`; the values are empty.
///
/// - list: owned by the caller (xsh_list_destroy).
XSH_MUST_USE xsh_status_t xsh_reader_vocabulary(
    xsh_reader_t *reader, const char *prefix, size_t prefix_length, size_t limit,
    xsh_list_t *_Nullable *_Nonnull list, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Words of the vocabulary that match any of some patterns, in the order of their bytes.
///
/// - patterns: `*` stands for any characters or none, `?` for one character (UTF-8); each ends with
///             a zero byte. Those that begin with neither only have their own words looked at, the
///             others all.
/// - limit:    at most so many words.
/// - list:     owned by the caller (xsh_list_destroy); the values are empty.
XSH_MUST_USE xsh_status_t xsh_reader_matching_words(
    xsh_reader_t *reader, const char *patterns, size_t pattern_count, size_t limit,
    xsh_list_t *_Nullable *_Nonnull list, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Words of the vocabulary that begin with `prefix` and are spelled almost like `word`, in the
/// order of their bytes.
///
/// - distance: so many insertions, deletions, substitutions of a character and swaps of neighbours
///             part them at the most.
/// - limit:    at most so many words.
/// - list:     owned by the caller (xsh_list_destroy); the values are empty.
XSH_MUST_USE xsh_status_t xsh_reader_near_words(
    xsh_reader_t *reader, const char *word, size_t word_length, const char *prefix,
    size_t prefix_length, size_t distance, size_t limit, xsh_list_t *_Nullable *_Nonnull list,
    xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// In how many passages each of some terms stands.
///
/// - terms:       the terms, one after the other.
/// - lengths:     the length of each.
/// - frequencies: `count` numbers to be set.
XSH_MUST_USE xsh_status_t xsh_reader_frequencies(
    xsh_reader_t *reader, const char *terms, const uint32_t *_Nullable lengths, size_t count,
    uint32_t *_Nullable frequencies, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Up to `limit` terms that begin with `prefix`; the value of each is the number of passages that
/// hold it, decimal.
///
/// - list: owned by the caller (xsh_list_destroy).
XSH_MUST_USE xsh_status_t xsh_reader_list_terms(
    xsh_reader_t *reader, const char *prefix, size_t prefix_length, size_t limit,
    xsh_list_t *_Nullable *_Nonnull list, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// The passages that hold `term` (all passages if it is empty), in the order of their docids.
///
/// - after: the walk begins behind this docid; 0 for the beginning.
/// - limit: at most so many passages.
/// - page:  owned by the caller (xsh_page_destroy).
XSH_MUST_USE xsh_status_t xsh_reader_walk(xsh_reader_t *reader, const char *term,
                                          size_t term_length, uint32_t after, uint32_t limit,
                                          bool with_postings, xsh_page_t *_Nullable *_Nonnull page,
                                          xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

// MARK: Queries

/// What a node of a query does with the nodes it takes.
typedef enum XSH_OPEN_ENUM xsh_op : int32_t {
  /// Takes none; matches nothing.
  XSH_OP_NOTHING XSH_SWIFT_NAME(nothing) = 0,
  /// Takes none; passages with the term. `number`: how often the query holds it, at least 1.
  XSH_OP_TERM XSH_SWIFT_NAME(term) = 1,
  /// Takes any number; passages that match at least one.
  XSH_OP_ANY XSH_SWIFT_NAME(any) = 2,
  /// Takes any number; passages that match each. Of none: matches nothing.
  XSH_OP_ALL XSH_SWIFT_NAME(all) = 3,
  /// Takes two; passages that match the first and not the second.
  XSH_OP_EXCLUDING XSH_SWIFT_NAME(excluding) = 4,
  // There is no AND_MAYBE: ANY of both adds the same weights, and in Xapian 1.4.22 those it adds
  // for
  // phrases depend on the order of the docids (seen on two databases of the same contents).
  /// Takes terms only; passages that hold them in order within `number` words. (Xapian cannot look
  /// for phrases of anything but terms.)
  XSH_OP_PHRASE XSH_SWIFT_NAME(phrase) = 6,
  /// Takes one; its weights times `number`, which is at least 0.
  XSH_OP_SCALED XSH_SWIFT_NAME(scaled) = 7,
  /// Takes none; every passage, without weight.
  XSH_OP_EVERYTHING XSH_SWIFT_NAME(everything) = 8,
  /// Takes terms only; passages that match at least one, weighted as if they were one term.
  XSH_OP_SYNONYMS XSH_SWIFT_NAME(synonyms) = 9,
  /// Takes none; passages of the documents of a set, without weight. In place of a term there is a
  /// bit for each document number: number n is bit n % 8, the lowest first, of byte n / 8.
  XSH_OP_DOCUMENTS XSH_SWIFT_NAME(documents) = 10,
} xsh_op_t;

/// One node of a query in postfix order: it stands behind the nodes it takes, and takes the last
/// `child_count` that no node before it took. One node is left at the end.
typedef struct xsh_node {
  xsh_op_t op;
  uint32_t child_count;
  /// Where the term of a TERM stands in `terms`; an empty term is not allowed. The same for the
  /// bits of DOCUMENTS, of which there may be none.
  uint32_t term_offset;
  uint32_t term_length;
  double number;
} xsh_node_t;

/// A query, how to weight it, and which part of the ranking to return.
typedef struct xsh_search {
  const xsh_node_t *_Nullable nodes;
  size_t node_count;
  /// The bytes of all terms.
  const char *terms;
  size_t terms_length;
  /// How many of the best to leave out.
  uint32_t first;
  /// How many to return at the most.
  uint32_t limit;
  /// How many matches to look at before counts may be estimates.
  uint32_t check_at_least;
  /// Whether to count the matches of each document: exact if all matches are looked at.
  bool counts_documents;
  /// BM25 as in Xapian::BM25Weight.
  double k1;
  double b;
  double minimum_normalized_length;
} xsh_search_t;

/// The deepest query that is taken: Xapian walks queries by recursion.
enum { XSH_MAXIMUM_QUERY_DEPTH = 500 };

/// Runs a query. Passages of equal weight come in the order of their docids.
///
/// - page: owned by the caller (xsh_page_destroy).
///
/// Returns INVALID_ARGUMENT for nodes that are no query in postfix order.
XSH_MUST_USE xsh_status_t xsh_reader_search(xsh_reader_t *reader, const xsh_search_t *search,
                                            xsh_page_t *_Nullable *_Nonnull page,
                                            xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

// MARK: Writers

/// One database, open for writing by nobody else. Changes are made within a transaction only, so a
/// writer that is closed without a commit publishes nothing. (Outside a transaction Xapian would
/// commit what is pending when a database is closed.)
typedef struct xsh_writer xsh_writer_t;

/// Opens the database at `path`, a folder; with `create`, makes a new one, and there must be none.
///
/// The first call of a process sets XAPIAN_FLUSH_THRESHOLD unless it is set: no other thread may
/// use the environment meanwhile.
///
/// Returns LOCKED, NOT_FOUND, CANNOT_OPEN, VERSION, CORRUPT or INPUT_OUTPUT.
XSH_MUST_USE xsh_status_t xsh_writer_open(const char *path, bool create,
                                          xsh_writer_t *_Nullable *_Nonnull writer,
                                          xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Closes a writer; what was not committed is discarded.
void xsh_writer_close(xsh_writer_t *_Nullable writer) XSH_NOEXCEPT;

/// Begins a transaction. Returns INVALID_ARGUMENT within one.
XSH_MUST_USE xsh_status_t xsh_writer_begin(xsh_writer_t *writer,
                                           xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Ends the transaction: all of it is on disk and visible to new readers on return, or none of it
/// after a failure. Waits for fsync.
XSH_MUST_USE xsh_status_t xsh_writer_commit(xsh_writer_t *writer,
                                            xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Ends the transaction and forgets it.
XSH_MUST_USE xsh_status_t xsh_writer_cancel(xsh_writer_t *writer,
                                            xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// One occurrence of a term in a new passage. Same layout as TermOccurrence of PassageIndex.
typedef struct xsh_occurrence {
  /// Where the term stands in `terms`.
  uint32_t offset;
  /// Its length, at most 245 bytes, where a zero byte counts twice.
  uint16_t byte_count;
  /// By how much it raises the within-document frequency.
  uint16_t wdf;
  /// Its place in words, from 1; 0 for none.
  uint32_t position;
} xsh_occurrence_t;

/// A passage to be added.
typedef struct xsh_new_passage {
  /// The document it belongs to: value slot 0 and the term that names the document.
  uint32_t document_number;
  const char *data;
  size_t data_length;
  /// The bytes of all terms.
  const char *terms;
  size_t terms_length;
  const xsh_occurrence_t *_Nullable occurrences;
  size_t occurrence_count;
} xsh_new_passage_t;

/// Adds a passage; its docid is higher than any before it.
///
/// Returns INVALID_ARGUMENT, before anything is changed, for a term that is empty, too long or
/// outside `terms`, and outside a transaction.
XSH_MUST_USE xsh_status_t
xsh_writer_add_passage(xsh_writer_t *writer, const xsh_new_passage_t *passage,
                       xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Removes all passages of a document; there may be none.
XSH_MUST_USE xsh_status_t xsh_writer_remove_passages(xsh_writer_t *writer, uint32_t document_number,
                                                     xsh_error_t *_Nullable *_Nullable error)
    XSH_NOEXCEPT;

/// Adds words to the vocabulary unless they are in it; they are written at the commit.
///
/// - bytes:   the words, one after the other.
/// - lengths: the length of each, 1 to 64 bytes.
///
/// Returns INVALID_ARGUMENT, before anything is changed, for lengths that are not allowed or do not
/// add up to `byte_count`, and outside a transaction.
XSH_MUST_USE xsh_status_t xsh_writer_add_words(
    xsh_writer_t *writer, const char *bytes, size_t byte_count, const uint8_t *_Nullable lengths,
    size_t count, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// Sets a metadata key; an empty value removes it. Keys are not empty and at most 245 bytes long.
XSH_MUST_USE xsh_status_t
xsh_writer_set_metadata(xsh_writer_t *writer, const char *key, size_t key_length, const char *value,
                        size_t value_length, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// As xsh_reader_get_metadata, with what the transaction has changed so far.
XSH_MUST_USE xsh_status_t xsh_writer_get_metadata(
    xsh_writer_t *writer, const char *key, size_t key_length, const char *_Nullable *_Nonnull value,
    size_t *value_length, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

/// As xsh_reader_list_metadata, with what the transaction has changed so far.
XSH_MUST_USE xsh_status_t xsh_writer_list_metadata(
    xsh_writer_t *writer, const char *prefix, size_t prefix_length, bool with_values,
    xsh_list_t *_Nullable *_Nonnull list, xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

// MARK: Checks

/// Reads every block of the database at `path`, a folder, and checks their structure.
///
/// - error_count: how many errors were found.
/// - lines:       what was found, a key for each line; owned by the caller (xsh_list_destroy).
///
/// Nobody should commit twice meanwhile: the check would find blocks that were overwritten.
XSH_MUST_USE xsh_status_t xsh_check(const char *path, size_t *error_count,
                                    xsh_list_t *_Nullable *_Nonnull lines,
                                    xsh_error_t *_Nullable *_Nullable error) XSH_NOEXCEPT;

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#ifdef __cplusplus
}
#endif

#endif
