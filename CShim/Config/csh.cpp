// SPDX-License-Identifier: GPL-3.0-or-later
#include "csh.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "csh_guard.hpp"

struct csh_document {
  toml::table table;
  std::vector<csh_entry_t> entries;
  csh::failure failure;
};

namespace {

void append_members(std::vector<csh_entry_t> &entries, int64_t parent, const toml::node &node);

/// Appends an entry for `node`, then what stands in it. The parser bounds how deep tables nest.
void append(std::vector<csh_entry_t> &entries, int64_t parent, std::string_view key,
            const toml::source_position &place, const toml::node &node) {
  csh_entry_t entry{};
  entry.parent = parent;
  entry.key = key.data();
  entry.key_length = key.size();
  entry.string = "";
  entry.line = place.line;
  entry.column = place.column;
  switch (node.type()) {
    case toml::node_type::string: {
      const std::string &string = node.as_string()->get();
      entry.type = CSH_TYPE_STRING;
      entry.string = string.data();
      entry.string_length = string.size();
      break;
    }
    case toml::node_type::integer:
      entry.type = CSH_TYPE_INTEGER;
      entry.integer = node.as_integer()->get();
      break;
    case toml::node_type::boolean:
      entry.type = CSH_TYPE_BOOLEAN;
      entry.boolean = node.as_boolean()->get() ? 1 : 0;
      break;
    case toml::node_type::floating_point:
      entry.type = CSH_TYPE_DOUBLE;
      entry.number = node.as_floating_point()->get();
      break;
    case toml::node_type::table:
      entry.type = CSH_TYPE_TABLE;
      break;
    case toml::node_type::array:
      entry.type = CSH_TYPE_ARRAY;
      break;
    default:
      entry.type = CSH_TYPE_DATE;
  }
  entries.push_back(entry);
  append_members(entries, static_cast<int64_t>(entries.size()) - 1, node);
}

void append_members(std::vector<csh_entry_t> &entries, int64_t parent, const toml::node &node) {
  if (const toml::table *table = node.as_table()) {
    // A table is sorted by key; people read the first mistake in their file first.
    std::vector<const toml::key *> keys;
    for (auto &&member : *table) keys.push_back(&member.first);
    std::sort(keys.begin(), keys.end(), [](const toml::key *left, const toml::key *right) {
      return left->source().begin < right->source().begin;
    });
    for (const toml::key *key : keys)
      append(entries, parent, key->str(), key->source().begin, *table->get(key->str()));
  } else if (const toml::array *array = node.as_array()) {
    for (const toml::node &element : *array)
      append(entries, parent, "", element.source().begin, element);
  }
}

}  // namespace

csh_status_t csh_document_parse(const char *text, size_t length,
                                csh_document_t **document) noexcept {
  *document = new (std::nothrow) csh_document{};
  if (*document == nullptr) return CSH_STATUS_OUT_OF_MEMORY;
  csh_document &parsed = **document;
  return csh::guarded(parsed.failure, [&] {
    parsed.table = toml::parse(std::string_view(text, length));
    append_members(parsed.entries, -1, parsed.table);
  });
}

const csh_entry_t *csh_document_entries(const csh_document_t *document, size_t *count) noexcept {
  *count = document->entries.size();
  return document->entries.data();
}

const char *csh_document_error(const csh_document_t *document, uint32_t *line,
                               uint32_t *column) noexcept {
  *line = document->failure.line;
  *column = document->failure.column;
  return document->failure.message.c_str();
}

void csh_document_destroy(csh_document_t *document) noexcept { delete document; }
