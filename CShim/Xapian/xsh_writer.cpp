// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>

#include "xsh_guard.hpp"
#include "xsh_handles.hpp"

namespace {

constexpr size_t maximum_term_length = 245;
constexpr size_t maximum_word_length = 64;
/// Beyond this many the words seen are forgotten: they only save questions to the vocabulary.
constexpr size_t maximum_remembered_words = 200'000;

/// Xapian writes its buffer out after so many changes, even within a transaction: by default
/// 10,000, which makes large batches slower. Callers commit by bytes, so this counts for single
/// documents only: with passages of at most 200 words the buffer takes some 100 MB then. Xapian
/// reads the variable whenever it opens a database for writing.
///
/// This must not happen before `main`: setenv moves the environment away from the arguments, and a
/// statically linked Swift library finds the arguments beside it.
void raise_flush_threshold() {
  static const int result = setenv("XAPIAN_FLUSH_THRESHOLD", "20000", 0);
  static_cast<void>(result);
}

void expect_transaction(const xsh_writer_t *writer) {
  if (!writer->in_transaction) throw Xapian::InvalidOperationError("not within a transaction");
}

void validate(const xsh_new_passage_t &passage) {
  for (size_t i = 0; i < passage.occurrence_count; ++i) {
    const auto &term = passage.occurrences[i];
    if (term.offset > passage.terms_length ||
        term.byte_count > passage.terms_length - term.offset) {
      throw Xapian::InvalidArgumentError("a term lies outside the bytes of its passage's terms");
    }
    if (!xsh::is_valid_term(passage.terms + term.offset, term.byte_count)) {
      throw Xapian::InvalidArgumentError("a term is empty or too long");
    }
  }
}

void validate_words(size_t byte_count, const uint8_t *lengths, size_t count) {
  size_t total = 0;
  for (size_t i = 0; i < count; ++i) {
    if (lengths[i] == 0 || lengths[i] > maximum_word_length) {
      throw Xapian::InvalidArgumentError("a word has a length that is not allowed");
    }
    total += lengths[i];
  }
  if (total != byte_count) {
    throw Xapian::InvalidArgumentError("the lengths of words do not add up");
  }
}

/// Adds the transaction's new words to the vocabulary unless they are in it: one walk over it.
///
/// Only once in a transaction, because Xapian writes out what was added before it lets the
/// vocabulary be read again: asking at every document, 92 MB of books were not done in ten minutes.
void write_new_words(xsh_writer_t *writer) {
  std::vector<std::string> words(writer->new_words.begin(), writer->new_words.end());
  std::sort(words.begin(), words.end());
  std::vector<std::string> missing;
  {
    const auto end = writer->database.spellings_end();
    auto known = writer->database.spellings_begin();
    for (const auto &word : words) {
      if (known != end) known.skip_to(word);
      if (known == end || *known != word) missing.push_back(word);
    }
  }
  for (const auto &word : missing) writer->database.add_spelling(word, 1);
}

/// What is known of the vocabulary once the new words are in it for good.
void remember_new_words(xsh_writer_t *writer) {
  if (writer->known_words.size() > maximum_remembered_words) writer->known_words.clear();
  writer->known_words.merge(writer->new_words);
  writer->new_words.clear();
}

}  // namespace

std::string xsh::encode_document_number(uint32_t document_number) {
  return {char(document_number >> 24), char(document_number >> 16), char(document_number >> 8),
          char(document_number)};
}

uint32_t xsh::decode_document_number(const std::string &value) {
  if (value.size() != 4) return 0;
  uint32_t number = 0;
  for (const char byte : value) number = number << 8 | uint8_t(byte);
  return number;
}

bool xsh::is_valid_term(const char *bytes, size_t byte_count) {
  if (byte_count == 0 || byte_count > maximum_term_length) return false;
  return byte_count + size_t(std::count(bytes, bytes + byte_count, '\0')) <= maximum_term_length;
}

xsh_status_t xsh_writer_open(const char *path, bool create, xsh_writer_t **writer,
                             xsh_error_t **error) noexcept {
  *writer = nullptr;
  return xsh::guarded(error, [&] {
    raise_flush_threshold();
    const int flags = create ? Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS : Xapian::DB_OPEN;
    *writer = new xsh_writer{Xapian::WritableDatabase(path, flags), false, {}, {}, {}};
  });
}

void xsh_writer_close(xsh_writer_t *writer) noexcept { delete writer; }

xsh_status_t xsh_writer_begin(xsh_writer_t *writer, xsh_error_t **error) noexcept {
  return xsh::guarded(error, [&] {
    writer->database.begin_transaction();
    writer->in_transaction = true;
  });
}

xsh_status_t xsh_writer_commit(xsh_writer_t *writer, xsh_error_t **error) noexcept {
  const xsh_status_t status = xsh::guarded(error, [&] {
    expect_transaction(writer);
    if (!writer->new_words.empty()) write_new_words(writer);
    writer->in_transaction = false;
    writer->database.commit_transaction();
    remember_new_words(writer);
  });
  if (status == XSH_STATUS_OK || status == XSH_STATUS_INVALID_ARGUMENT) return status;
  writer->new_words.clear();
  (void)xsh::guarded(nullptr, [&] {
    // Where Xapian has left the transaction before it failed, closing the database would try to
    // commit what is left of it. An unflushed transaction begins without a commit; cancelling it
    // discards all that is pending.
    if (!writer->in_transaction) writer->database.begin_transaction(false);
    writer->in_transaction = false;
    writer->database.cancel_transaction();
  });
  return status;
}

xsh_status_t xsh_writer_cancel(xsh_writer_t *writer, xsh_error_t **error) noexcept {
  return xsh::guarded(error, [&] {
    expect_transaction(writer);
    writer->in_transaction = false;
    writer->new_words.clear();
    writer->database.cancel_transaction();
  });
}

xsh_status_t xsh_writer_add_passage(xsh_writer_t *writer, const xsh_new_passage_t *passage,
                                    xsh_error_t **error) noexcept {
  return xsh::guarded(error, [&] {
    expect_transaction(writer);
    validate(*passage);
    Xapian::Document document;
    document.set_data(std::string(passage->data, passage->data_length));
    document.add_value(xsh::document_slot, xsh::encode_document_number(passage->document_number));
    document.add_boolean_term(xsh::document_term(passage->document_number));
    for (size_t i = 0; i < passage->occurrence_count; ++i) {
      const auto &at = passage->occurrences[i];
      const std::string term(passage->terms + at.offset, at.byte_count);
      if (at.position > 0) {
        document.add_posting(term, at.position, at.wdf);
      } else {
        document.add_term(term, at.wdf);
      }
    }
    writer->database.add_document(document);
  });
}

xsh_status_t xsh_writer_remove_passages(xsh_writer_t *writer, uint32_t document_number,
                                        xsh_error_t **error) noexcept {
  return xsh::guarded(error, [&] {
    expect_transaction(writer);
    writer->database.delete_document(xsh::document_term(document_number));
  });
}

xsh_status_t xsh_writer_add_words(xsh_writer_t *writer, const char *bytes, size_t byte_count,
                                  const uint8_t *lengths, size_t count,
                                  xsh_error_t **error) noexcept {
  return xsh::guarded(error, [&] {
    expect_transaction(writer);
    validate_words(byte_count, lengths, count);
    for (size_t i = 0; i < count; bytes += lengths[i++]) {
      std::string word(bytes, lengths[i]);
      if (!writer->known_words.count(word)) writer->new_words.insert(std::move(word));
    }
  });
}

xsh_status_t xsh_writer_set_metadata(xsh_writer_t *writer, const char *key, size_t key_length,
                                     const char *value, size_t value_length,
                                     xsh_error_t **error) noexcept {
  return xsh::guarded(error, [&] {
    expect_transaction(writer);
    if (key_length > maximum_term_length) {
      throw Xapian::InvalidArgumentError("a metadata key is too long");
    }
    writer->database.set_metadata(std::string(key, key_length), std::string(value, value_length));
  });
}

xsh_status_t xsh_writer_get_metadata(xsh_writer_t *writer, const char *key, size_t key_length,
                                     const char **value, size_t *value_length,
                                     xsh_error_t **error) noexcept {
  *value = nullptr;
  *value_length = 0;
  return xsh::guarded(error, [&] {
    xsh::get_metadata(writer->database, writer->borrowed, key, key_length, value, value_length);
  });
}

xsh_status_t xsh_writer_list_metadata(xsh_writer_t *writer, const char *prefix,
                                      size_t prefix_length, bool with_values, xsh_list_t **list,
                                      xsh_error_t **error) noexcept {
  *list = nullptr;
  return xsh::guarded(error, [&] {
    *list = xsh::list_metadata(writer->database, prefix, prefix_length, with_values);
  });
}
