// SPDX-License-Identifier: GPL-3.0-or-later

// Words of the vocabulary that are spelled almost like a given one.

#include <algorithm>
#include <memory>
#include <utility>

#include "xsh_guard.hpp"
#include "xsh_handles.hpp"

namespace {

using Letters = std::u32string;

/// The characters of UTF-8; what is none becomes U+FFFD.
void decode(const std::string &bytes, Letters &letters) {
  letters.clear();
  for (Xapian::Utf8Iterator at(bytes), end; at != end; ++at) letters.push_back(char32_t(*at));
}

/// The words that no more than so many insertions, deletions, substitutions and swaps of neighbours
/// part from one word: optimal string alignment. (F. J. Damerau, A technique for computer detection
/// and correction of spelling errors, 1964.)
class Neighbourhood {
 public:
  Neighbourhood(const std::string &word, size_t most) : most(most) {
    decode(word, middle);
    for (auto &row : rows) row.resize(middle.size() + 1);
  }

  bool holds(const std::string &word) {
    // A character has four bytes at the most, so this spares most words the decoding.
    if (word.size() > 4 * (middle.size() + most)) return false;
    decode(word, letters);
    const size_t length = letters.size();
    if (std::max(length, middle.size()) - std::min(length, middle.size()) > most) return false;
    // Only cells near the diagonal can be small enough; those beside them count as too far.
    const size_t far = most + 1;
    for (size_t column = 0; column < rows[1].size(); ++column) {
      rows[1][column] = std::min(column, far);
    }
    for (size_t line = 1; line <= length; ++line) {
      const auto &before = rows[(line + 2) % 3];
      const auto &above = rows[line % 3];
      auto &row = rows[(line + 1) % 3];
      std::fill(row.begin(), row.end(), far);
      row[0] = std::min(line, far);
      size_t least = row[0];
      const size_t first = line > most ? line - most : 1;
      const size_t last = std::min(middle.size(), line + most);
      for (size_t column = first; column <= last; ++column) {
        const bool same = letters[line - 1] == middle[column - 1];
        size_t cost = std::min(
            {above[column - 1] + (same ? 0 : 1), above[column] + 1, row[column - 1] + 1, far});
        if (line > 1 && column > 1 && letters[line - 1] == middle[column - 2] &&
            letters[line - 2] == middle[column - 1]) {
          cost = std::min(cost, before[column - 2] + 1);
        }
        row[column] = cost;
        least = std::min(least, cost);
      }
      // A swap reaches back one row further, so both have to be too far.
      if (least > most && *std::min_element(above.begin(), above.end()) >= most) return false;
    }
    return rows[(length + 1) % 3][middle.size()] <= most;
  }

 private:
  const size_t most;
  Letters middle;
  Letters letters;
  std::vector<size_t> rows[3];
};

}  // namespace

xsh_status_t xsh_reader_near_words(xsh_reader_t *reader, const char *word, size_t word_length,
                                   const char *prefix, size_t prefix_length, size_t distance,
                                   size_t limit, xsh_list_t **list, xsh_error_t **error) noexcept {
  *list = nullptr;
  return xsh::guarded(error, [&] {
    Neighbourhood near(std::string(word, word_length), distance);
    const std::string start(prefix, prefix_length);
    auto found = std::make_unique<xsh_list>();
    const auto end = reader->database.spellings_end();
    auto at = reader->database.spellings_begin();
    if (at != end) at.skip_to(start);
    for (; at != end && found->strings.size() < limit; ++at) {
      std::string name = *at;
      if (name.compare(0, start.size(), start) != 0) break;
      if (near.holds(name)) found->strings.emplace_back(std::move(name), std::string());
    }
    found->seal();
    *list = found.release();
  });
}
