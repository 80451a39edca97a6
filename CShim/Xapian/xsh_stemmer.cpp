// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <sstream>

#include "xsh_guard.hpp"
#include "xsh_handles.hpp"

xsh_status_t xsh_stemmer_create(const char *language, xsh_stemmer_t **stemmer,
                                xsh_error_t **error) noexcept {
  *stemmer = nullptr;
  return xsh::guarded(error, [&] { *stemmer = new xsh_stemmer{Xapian::Stem(language), {}}; });
}

xsh_status_t xsh_stemmer_stem(xsh_stemmer_t *stemmer, const char *word, size_t word_length,
                              const char **stem, size_t *stem_length,
                              xsh_error_t **error) noexcept {
  *stem = nullptr;
  *stem_length = 0;
  return xsh::guarded(error, [&] {
    stemmer->borrowed = stemmer->stem(std::string(word, word_length));
    *stem = stemmer->borrowed.data();
    *stem_length = stemmer->borrowed.size();
  });
}

xsh_status_t xsh_stemmer_languages(xsh_list_t **list, xsh_error_t **error) noexcept {
  *list = nullptr;
  return xsh::guarded(error, [&] {
    std::istringstream names(Xapian::Stem::get_available_languages());
    auto found = std::make_unique<xsh_list>();
    for (std::string name; names >> name;) found->strings.emplace_back(name, std::string());
    found->seal();
    *list = found.release();
  });
}

void xsh_stemmer_destroy(xsh_stemmer_t *stemmer) noexcept { delete stemmer; }
