// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "xsh_guard.hpp"
#include "xsh_handles.hpp"

void xsh::get_metadata(const Xapian::Database &database, std::string &borrowed, const char *key,
                       size_t key_length, const char **value, size_t *value_length) {
  borrowed = database.get_metadata(std::string(key, key_length));
  *value = borrowed.data();
  *value_length = borrowed.size();
}

xsh_list_t *xsh::list_metadata(const Xapian::Database &database, const char *prefix,
                               size_t prefix_length, bool with_values) {
  const std::string start(prefix, prefix_length);
  auto list = std::make_unique<xsh_list>();
  for (auto key = database.metadata_keys_begin(start); key != database.metadata_keys_end(start);
       ++key) {
    const std::string name = *key;
    list->strings.emplace_back(name, with_values ? database.get_metadata(name) : std::string());
  }
  list->seal();
  return list.release();
}

xsh_status_t xsh_reader_open(const char *path, xsh_reader_t **reader,
                             xsh_error_t **error) noexcept {
  *reader = nullptr;
  return xsh::guarded(error, [&] { *reader = new xsh_reader{Xapian::Database(path), {}}; });
}

void xsh_reader_close(xsh_reader_t *reader) noexcept { delete reader; }

xsh_status_t xsh_reader_passage_count(xsh_reader_t *reader, uint32_t *count,
                                      xsh_error_t **error) noexcept {
  *count = 0;
  return xsh::guarded(error, [&] { *count = reader->database.get_doccount(); });
}

xsh_status_t xsh_reader_get_metadata(xsh_reader_t *reader, const char *key, size_t key_length,
                                     const char **value, size_t *value_length,
                                     xsh_error_t **error) noexcept {
  *value = nullptr;
  *value_length = 0;
  return xsh::guarded(error, [&] {
    xsh::get_metadata(reader->database, reader->borrowed, key, key_length, value, value_length);
  });
}

xsh_status_t xsh_reader_list_metadata(xsh_reader_t *reader, const char *prefix,
                                      size_t prefix_length, bool with_values, xsh_list_t **list,
                                      xsh_error_t **error) noexcept {
  *list = nullptr;
  return xsh::guarded(error, [&] {
    *list = xsh::list_metadata(reader->database, prefix, prefix_length, with_values);
  });
}

xsh_status_t xsh_reader_vocabulary(xsh_reader_t *reader, const char *prefix, size_t prefix_length,
                                   size_t limit, xsh_list_t **list, xsh_error_t **error) noexcept {
  *list = nullptr;
  return xsh::guarded(error, [&] {
    const std::string start(prefix, prefix_length);
    auto found = std::make_unique<xsh_list>();
    const auto end = reader->database.spellings_end();
    auto word = reader->database.spellings_begin();
    if (word != end) word.skip_to(start);
    for (; word != end && found->strings.size() < limit; ++word) {
      std::string name = *word;
      if (name.compare(0, start.size(), start) != 0) break;
      found->strings.emplace_back(std::move(name), std::string());
    }
    found->seal();
    *list = found.release();
  });
}

xsh_status_t xsh_reader_list_terms(xsh_reader_t *reader, const char *prefix, size_t prefix_length,
                                   size_t limit, xsh_list_t **list, xsh_error_t **error) noexcept {
  *list = nullptr;
  return xsh::guarded(error, [&] {
    const std::string start(prefix, prefix_length);
    auto found = std::make_unique<xsh_list>();
    const auto end = reader->database.allterms_end(start);
    for (auto term = reader->database.allterms_begin(start);
         term != end && found->strings.size() < limit; ++term) {
      found->strings.emplace_back(*term, std::to_string(term.get_termfreq()));
    }
    found->seal();
    *list = found.release();
  });
}

xsh_status_t xsh_reader_walk(xsh_reader_t *reader, const char *term, size_t term_length,
                             uint32_t after, uint32_t limit, bool with_postings, xsh_page_t **page,
                             xsh_error_t **error) noexcept {
  *page = nullptr;
  return xsh::guarded(error, [&] {
    const std::string name(term, term_length);
    auto walked = std::make_unique<xsh_page>();
    const auto &database = reader->database;
    const auto end = database.postlist_end(name);
    auto posting = database.postlist_begin(name);
    if (after == UINT32_MAX) posting = end;
    if (posting != end) posting.skip_to(after + 1);
    for (; posting != end && walked->passages.size() < limit; ++posting) {
      walked->add(database, database.get_document(*posting), *posting, 0, with_postings);
    }
    walked->seal();
    *page = walked.release();
  });
}
