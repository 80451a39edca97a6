// SPDX-License-Identifier: GPL-3.0-or-later
#include <md4c.h>

#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "msh_guard.hpp"

struct msh_document {
  std::vector<msh_leaf_t> leaves;
  std::vector<msh_run_t> runs;
  std::vector<msh_quotation_t> quotations;
  std::vector<msh_link_t> links;
};

namespace {

/// Brackets in paragraphs of more lines are not looked at for links.
///
/// For each bracket md4c 0.4.8 walks through the lines of its paragraph: 10^5 lines of links took
/// 4 s, 10^6 more than 3 minutes. Nobody writes paragraphs of so many lines.
constexpr size_t kLongestParagraph = 10000;

/// md4c fills rows up to the width of their table, so that a small text can have cells without end
/// (10^5 columns over 10^5 rows of one cell). With more cells than bytes it is read without tables.
constexpr int kTooManyCells = 1;
constexpr int kFailed = 2;

/// What md4c's callbacks, which are C, know.
struct Collector {
  const char *begin;
  size_t length;
  msh_document *document;
  uint32_t depth = 0;
  /// The numbers of the quotations, lists and items that are open; how many numbers are given.
  std::vector<uint32_t> containers = {};
  uint32_t container_count = 0;
  /// The quotations that are open.
  std::vector<uint32_t> open_quotations = {};
  size_t cell_count = 0;
  bool is_open = false;
  bool is_in_table = false;
  msh_status_t status = MSH_STATUS_OK;

  void open(msh_leaf_kind_t kind, int32_t level = 0) {
    close();
    const auto first = static_cast<uint32_t>(document->runs.size());
    document->leaves.push_back({kind, level, depth, container(), first, 0});
    is_open = true;
  }

  void close() {
    if (is_open && document->leaves.back().run_count == 0) {
      document->leaves.pop_back();
      auto &links = document->links;
      while (!links.empty() && links.back().leaf == document->leaves.size()) links.pop_back();
    }
    is_open = false;
  }

  uint32_t container() const { return containers.empty() ? 0 : containers.back(); }

  void open_container(MD_BLOCKTYPE type) {
    close();
    if (type == MD_BLOCK_QUOTE) {
      const auto first = static_cast<uint32_t>(document->leaves.size());
      open_quotations.push_back(static_cast<uint32_t>(document->quotations.size()));
      document->quotations.push_back({container(), first, 0});
    }
    containers.push_back(++container_count);
    ++depth;
  }

  void close_container(MD_BLOCKTYPE type) {
    close();
    containers.pop_back();
    --depth;
    if (type != MD_BLOCK_QUOTE) return;
    msh_quotation_t &quotation = document->quotations[open_quotations.back()];
    const auto leaf_count = static_cast<uint32_t>(document->leaves.size());
    quotation.leaf_count = leaf_count - quotation.first_leaf;
    // One without leaves holds none with leaves, so it is the last.
    if (quotation.leaf_count == 0) document->quotations.pop_back();
    open_quotations.pop_back();
  }

  void link(const MD_ATTRIBUTE &destination, const MD_ATTRIBUTE &title) {
    if (!is_open) open(MSH_LEAF_PARAGRAPH);
    msh_link_t link = {static_cast<uint32_t>(document->leaves.size() - 1), 0, 0, 0, 0};
    place(destination, link.destination_start, link.destination_end);
    place(title, link.title_start, link.title_end);
    document->links.push_back(link);
  }

  /// Where an attribute stands in the source, if it was not put together.
  void place(const MD_ATTRIBUTE &attribute, uint32_t &start, uint32_t &end) const {
    const std::less_equal<> precedes;
    if (attribute.size == 0 || !precedes(begin, attribute.text) ||
        !precedes(attribute.text + attribute.size, begin + length)) {
      return;
    }
    start = static_cast<uint32_t>(attribute.text - begin);
    end = start + attribute.size;
  }

  void enter(MD_BLOCKTYPE type, void *detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_LI:
        open_container(type);
        break;
      case MD_BLOCK_H:
        open(MSH_LEAF_HEADING,
             static_cast<int32_t>(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level));
        break;
      case MD_BLOCK_CODE: {
        const bool is_fenced = static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->fence_char != 0;
        open(is_fenced ? MSH_LEAF_FENCED_CODE : MSH_LEAF_CODE);
        break;
      }
      case MD_BLOCK_HTML:
        open(MSH_LEAF_HTML);
        break;
      case MD_BLOCK_P:
        open(MSH_LEAF_PARAGRAPH);
        break;
      case MD_BLOCK_TABLE:
        open(MSH_LEAF_TABLE);
        is_in_table = true;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        ++cell_count;
        break;
      case MD_BLOCK_HR:
        close();
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_LI:
        close_container(type);
        break;
      case MD_BLOCK_TABLE:
        is_in_table = false;
        close();
        break;
      default:
        if (!is_in_table) close();
        break;
    }
  }

  void text(MD_TEXTTYPE type, const char *text, size_t size) {
    // Line breaks, indentation and replaced zero bytes are md4c's own strings.
    if (size == 0 || text < begin || text >= begin + length) return;
    // What is promised of runs is kept, whatever order they come in.
    if (!document->runs.empty() && document->runs.back().end > static_cast<size_t>(text - begin)) {
      return;
    }
    // The text of an item in a tight list has no block of its own.
    if (!is_open) open(MSH_LEAF_PARAGRAPH);
    const auto start = static_cast<uint32_t>(text - begin);
    const auto end = start + static_cast<uint32_t>(size);
    const msh_run_kind_t kind = kind_of(type);
    msh_leaf_t &leaf = document->leaves.back();
    // A character reference is a run of its own: it is looked up as a whole.
    if (leaf.run_count > 0 && document->runs.back().end == start &&
        document->runs.back().kind == kind && kind != MSH_RUN_ENTITY) {
      document->runs.back().end = end;
    } else {
      document->runs.push_back({kind, start, end});
      ++leaf.run_count;
    }
  }

  static msh_run_kind_t kind_of(MD_TEXTTYPE type) {
    switch (type) {
      case MD_TEXT_CODE:
        return MSH_RUN_CODE;
      case MD_TEXT_HTML:
        return MSH_RUN_HTML;
      case MD_TEXT_ENTITY:
        return MSH_RUN_ENTITY;
      default:
        return MSH_RUN_TEXT;
    }
  }
};

/// Calls `body` with the collector; nothing it throws reaches md4c.
template <typename Body>
int collect(void *context, Body &&body) noexcept {
  auto &collector = *static_cast<Collector *>(context);
  collector.status = msh::guarded([&] {
    body(collector);
    return MSH_STATUS_OK;
  });
  return collector.status == MSH_STATUS_OK ? 0 : kFailed;
}

int enter_block(MD_BLOCKTYPE type, void *detail, void *context) noexcept {
  const int result = collect(context, [&](Collector &to) { to.enter(type, detail); });
  const auto &collector = *static_cast<Collector *>(context);
  return result == 0 && collector.cell_count > collector.length ? kTooManyCells : result;
}

int leave_block(MD_BLOCKTYPE type, void *, void *context) noexcept {
  return collect(context, [&](Collector &to) { to.leave(type); });
}

int enter_span(MD_SPANTYPE type, void *detail, void *context) noexcept {
  return collect(context, [&](Collector &to) {
    if (type == MD_SPAN_A) {
      const auto *link = static_cast<MD_SPAN_A_DETAIL *>(detail);
      to.link(link->href, link->title);
    } else if (type == MD_SPAN_IMG) {
      const auto *image = static_cast<MD_SPAN_IMG_DETAIL *>(detail);
      to.link(image->src, image->title);
    }
  });
}

int ignore_span(MD_SPANTYPE, void *, void *) noexcept { return 0; }

int add_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context) noexcept {
  return collect(context, [&](Collector &to) { to.text(type, text, size); });
}

void hide_brackets(std::string &text, size_t start, size_t end) {
  for (size_t index = start; index < end; ++index) {
    if (text[index] == '[' || text[index] == ']') text[index] = '(';
  }
}

/// Hides the brackets of paragraphs that are too long; offsets stay.
void shield(std::string &text) {
  size_t start = 0;
  size_t line_count = 0;
  for (size_t offset = 0; offset < text.size();) {
    size_t end = text.find_first_of("\r\n", offset);
    if (end == std::string::npos) end = text.size();
    if (text.compare(end, 2, "\r\n") == 0) ++end;
    if (text.find_first_not_of(" \t\f\v", offset) >= end) {
      if (line_count > kLongestParagraph) hide_brackets(text, start, offset);
      start = end;
      line_count = 0;
    }
    ++line_count;
    offset = end + 1;
  }
  if (line_count > kLongestParagraph) hide_brackets(text, start, text.size());
}

msh_status_t parse(const std::string &text, unsigned flags, msh_document &document,
                   bool &has_too_many_cells) {
  document.leaves.clear();
  document.runs.clear();
  document.quotations.clear();
  document.links.clear();
  Collector collector{text.data(), text.size(), &document};
  const MD_PARSER parser = {0,           flags,    enter_block, leave_block, enter_span,
                            ignore_span, add_text, nullptr,     nullptr};
  const int result = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &collector);
  collector.close();
  has_too_many_cells = result == kTooManyCells;
  if (result == 0) return MSH_STATUS_OK;
  // Of its own accord md4c fails only for want of memory, with -1.
  return collector.status == MSH_STATUS_OK ? MSH_STATUS_OUT_OF_MEMORY : collector.status;
}

}  // namespace

msh_status_t msh_document_parse(const char *utf8, size_t length,
                                msh_document_t **document) noexcept {
  *document = nullptr;
  if (length >= static_cast<size_t>(std::numeric_limits<int32_t>::max())) {
    return MSH_STATUS_TOO_LONG;
  }
  return msh::guarded([&] {
    auto made = std::make_unique<msh_document>();
    // md4c 0.4.8 looks one byte beyond a text that ends in an open link, and goes on from there if
    // that happens to close it: to be left out where every md4c is 0.5.0 or later.
    std::string text;
    text.reserve(length + 1);
    if (length > 0) text.assign(utf8, length);
    text += '\n';
    shield(text);
    const unsigned flags = MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    bool has_too_many_cells = false;
    msh_status_t status = parse(text, flags | MD_FLAG_TABLES, *made, has_too_many_cells);
    if (has_too_many_cells) status = parse(text, flags, *made, has_too_many_cells);
    if (status == MSH_STATUS_OK) *document = made.release();
    return status;
  });
}

const msh_leaf_t *msh_document_leaves(const msh_document_t *document, size_t *count) noexcept {
  *count = document->leaves.size();
  return document->leaves.data();
}

const msh_run_t *msh_document_runs(const msh_document_t *document, size_t *count) noexcept {
  *count = document->runs.size();
  return document->runs.data();
}

const msh_quotation_t *msh_document_quotations(const msh_document_t *document,
                                               size_t *count) noexcept {
  *count = document->quotations.size();
  return document->quotations.data();
}

const msh_link_t *msh_document_links(const msh_document_t *document, size_t *count) noexcept {
  *count = document->links.size();
  return document->links.data();
}

void msh_document_destroy(msh_document_t *document) noexcept { delete document; }
