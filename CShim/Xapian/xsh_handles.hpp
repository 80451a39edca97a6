// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_XSH_HANDLES_HPP
#define SPLITSEARCH_XSH_HANDLES_HPP

#include <xapian.h>

#include <string>
#include <unordered_set>
#include <vector>

#include "xsh.h"

struct xsh_error {
  /// From malloc.
  char *message;
};

struct xsh_stemmer {
  Xapian::Stem stem;
  /// The last stem: what the caller borrows.
  std::string borrowed;
};

struct xsh_list {
  std::vector<std::pair<std::string, std::string>> strings;
  /// Points into `strings`, which does not change any more.
  std::vector<xsh_item_t> items;

  /// Makes the items once all strings are there.
  void seal();
};

struct xsh_page {
  /// What passages point to: their data and their postings in turn.
  std::vector<std::string> bytes;
  std::vector<xsh_passage_t> passages;
  xsh_matches_t matches{0, 0, 0};
  std::vector<xsh_document_count_t> document_counts;

  /// Adds a passage of `database`; its bytes are found once the page is sealed.
  void add(const Xapian::Database &database, const Xapian::Document &document, Xapian::docid docid,
           double weight, bool with_postings);
  /// Sets the pointers once all bytes are there.
  void seal();
};

struct xsh_reader {
  Xapian::Database database;
  /// The last metadata value: what the caller borrows.
  std::string borrowed;
};

struct xsh_writer {
  Xapian::WritableDatabase database;
  bool in_transaction = false;
  std::string borrowed;
  /// Words that are in the vocabulary for certain, so that it is not asked again.
  std::unordered_set<std::string> known_words;
  /// Words of this transaction that may not be in the vocabulary yet.
  std::unordered_set<std::string> new_words;
};

namespace xsh {

/// The term that names the document of a passage, and finds all its passages.
inline std::string document_term(uint32_t document_number) {
  return "Q" + std::to_string(document_number);
}

/// The value slot that holds the document number, and its encoding there: 4 bytes, big-endian, so
/// that values sort as numbers.
constexpr Xapian::valueno document_slot = 0;
std::string encode_document_number(uint32_t document_number);
uint32_t decode_document_number(const std::string &value);

/// Whether Xapian's glass backend takes a term: at most 245 bytes, a zero byte counting twice,
/// because that is how its keys are escaped.
bool is_valid_term(const char *bytes, size_t byte_count);

/// Reads metadata into `borrowed`; the same for readers and writers.
void get_metadata(const Xapian::Database &database, std::string &borrowed, const char *key,
                  size_t key_length, const char **value, size_t *value_length);
xsh_list_t *list_metadata(const Xapian::Database &database, const char *prefix,
                          size_t prefix_length, bool with_values);

}  // namespace xsh

#endif
