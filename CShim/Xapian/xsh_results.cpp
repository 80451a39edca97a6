// SPDX-License-Identifier: GPL-3.0-or-later

// What calls return: lists and pages.

#include "xsh_handles.hpp"

void xsh_list::seal() {
  items.reserve(strings.size());
  for (const auto &[key, value] : strings) {
    items.push_back({key.data(), key.size(), value.data(), value.size()});
  }
}

const xsh_item_t *xsh_list_items(const xsh_list_t *list, size_t *count) noexcept {
  *count = list->items.size();
  return list->items.empty() ? nullptr : list->items.data();
}

void xsh_list_destroy(xsh_list_t *list) noexcept { delete list; }

namespace {

/// The postings of one passage, a line for each term but `left_out`.
std::string describe_postings(const Xapian::Database &database, Xapian::docid docid,
                              const std::string &left_out) {
  std::string lines;
  for (auto term = database.termlist_begin(docid); term != database.termlist_end(docid); ++term) {
    const std::string name = *term;
    if (name == left_out) continue;
    lines += name + "\t" + std::to_string(term.get_wdf()) + "\t";
    const char *separator = "";
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      lines += separator + std::to_string(*at);
      separator = ",";
    }
    lines += "\n";
  }
  return lines;
}

}  // namespace

void xsh_page::add(const Xapian::Database &database, const Xapian::Document &document,
                   Xapian::docid docid, double weight, bool with_postings) {
  const uint32_t number = xsh::decode_document_number(document.get_value(xsh::document_slot));
  bytes.push_back(document.get_data());
  bytes.push_back(with_postings ? describe_postings(database, docid, xsh::document_term(number))
                                : std::string());
  passages.push_back({docid, number, weight, "", 0, "", 0});
}

void xsh_page::seal() {
  for (size_t i = 0; i < passages.size(); ++i) {
    passages[i].data = bytes[2 * i].data();
    passages[i].data_length = bytes[2 * i].size();
    passages[i].postings = bytes[2 * i + 1].data();
    passages[i].postings_length = bytes[2 * i + 1].size();
  }
}

const xsh_passage_t *xsh_page_passages(const xsh_page_t *page, size_t *count) noexcept {
  *count = page->passages.size();
  return page->passages.empty() ? nullptr : page->passages.data();
}

xsh_matches_t xsh_page_matches(const xsh_page_t *page) noexcept { return page->matches; }

const xsh_document_count_t *xsh_page_document_counts(const xsh_page_t *page,
                                                     size_t *count) noexcept {
  *count = page->document_counts.size();
  return page->document_counts.empty() ? nullptr : page->document_counts.data();
}

void xsh_page_destroy(xsh_page_t *page) noexcept { delete page; }
