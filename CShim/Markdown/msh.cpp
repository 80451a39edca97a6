// SPDX-License-Identifier: GPL-3.0-or-later
#include <md4c.h>

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "msh_guard.hpp"

struct msh_document {
  std::vector<msh_leaf_t> leaves;
  std::vector<msh_run_t> runs;
};

namespace {

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
  size_t cell_count = 0;
  bool is_open = false;
  bool is_in_table = false;
  msh_status_t status = MSH_STATUS_OK;

  void open(msh_leaf_kind_t kind, int32_t level = 0) {
    close();
    const auto first = static_cast<uint32_t>(document->runs.size());
    document->leaves.push_back({kind, level, depth, first, 0});
    is_open = true;
  }

  void close() {
    if (is_open && document->leaves.back().run_count == 0) document->leaves.pop_back();
    is_open = false;
  }

  void enter(MD_BLOCKTYPE type, void *detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_LI:
        close();
        ++depth;
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
        close();
        --depth;
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
    if (leaf.run_count > 0 && document->runs.back().end == start &&
        document->runs.back().kind == kind) {
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

int ignore_span(MD_SPANTYPE, void *, void *) noexcept { return 0; }

int add_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context) noexcept {
  return collect(context, [&](Collector &to) { to.text(type, text, size); });
}

msh_status_t parse(const std::string &text, unsigned flags, msh_document &document,
                   bool &has_too_many_cells) {
  document.leaves.clear();
  document.runs.clear();
  Collector collector{text.data(), text.size(), &document};
  const MD_PARSER parser = {0,           flags,    enter_block, leave_block, ignore_span,
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

void msh_document_destroy(msh_document_t *document) noexcept { delete document; }
