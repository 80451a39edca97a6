// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <sstream>

#include "xsh_guard.hpp"
#include "xsh_handles.hpp"

xsh_status_t xsh_check(const char *path, size_t *error_count, xsh_list_t **lines,
                       xsh_error_t **error) noexcept {
  *error_count = 0;
  *lines = nullptr;
  return xsh::guarded(error, [&] {
    std::stringstream text;
    const size_t count = Xapian::Database::check(path, 0, &text);
    auto list = std::make_unique<xsh_list>();
    for (std::string line; std::getline(text, line);) {
      if (!line.empty()) list->strings.emplace_back(line, std::string());
    }
    list->seal();
    *error_count = count;
    *lines = list.release();
  });
}
