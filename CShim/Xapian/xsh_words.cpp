// SPDX-License-Identifier: GPL-3.0-or-later

// Words: those that match a pattern, and how frequent terms are.

#include <cstring>
#include <memory>

#include "xsh_guard.hpp"
#include "xsh_handles.hpp"

namespace {

bool is_continuation(char byte) { return (uint8_t(byte) & 0xC0) == 0x80; }

/// Whether a word matches a pattern. Goes back to the last `*` only, so it ends soon.
bool matches(const char *pattern, const char *word) {
  const char *star = nullptr;
  const char *after_star = nullptr;
  while (*word) {
    if (*pattern == '*') {
      star = ++pattern;
      after_star = word;
    } else if (*pattern == '?') {
      ++pattern;
      do ++word;
      while (is_continuation(*word));
    } else if (*pattern == *word) {
      ++pattern;
      ++word;
    } else if (star) {
      pattern = star;
      do ++after_star;
      while (is_continuation(*after_star));
      word = after_star;
    } else {
      return false;
    }
  }
  while (*pattern == '*') ++pattern;
  return !*pattern;
}

}  // namespace

xsh_status_t xsh_reader_matching_words(xsh_reader_t *reader, const char *patterns,
                                       size_t pattern_count, size_t limit, xsh_list_t **list,
                                       xsh_error_t **error) noexcept {
  *list = nullptr;
  return xsh::guarded(error, [&] {
    auto found = std::make_unique<xsh_list>();
    const auto end = reader->database.spellings_end();
    // Words that begin alike are looked at once for each pattern; all words once for all others.
    std::vector<const char *> open;
    const char *pattern = patterns;
    for (size_t i = 0; i < pattern_count; ++i, pattern += std::strlen(pattern) + 1) {
      const std::string start(pattern, std::strcspn(pattern, "*?"));
      if (start.empty()) {
        open.push_back(pattern);
        continue;
      }
      auto word = reader->database.spellings_begin();
      if (word != end) word.skip_to(start);
      for (; word != end && found->strings.size() < limit; ++word) {
        const std::string name = *word;
        if (name.compare(0, start.size(), start) != 0) break;
        if (matches(pattern, name.c_str())) found->strings.emplace_back(name, std::string());
      }
    }
    if (!open.empty()) {
      for (auto word = reader->database.spellings_begin();
           word != end && found->strings.size() < limit; ++word) {
        const std::string name = *word;
        for (const char *each : open) {
          if (!matches(each, name.c_str())) continue;
          found->strings.emplace_back(name, std::string());
          break;
        }
      }
    }
    found->seal();
    *list = found.release();
  });
}

xsh_status_t xsh_reader_frequencies(xsh_reader_t *reader, const char *terms,
                                    const uint32_t *lengths, size_t count, uint32_t *frequencies,
                                    xsh_error_t **error) noexcept {
  return xsh::guarded(error, [&] {
    for (size_t i = 0; i < count; ++i) {
      const std::string term(terms, lengths[i]);
      terms += lengths[i];
      frequencies[i] = xsh::is_valid_term(term.data(), term.size()) && !term.empty()
                           ? reader->database.get_termfreq(term)
                           : 0;
    }
  });
}
