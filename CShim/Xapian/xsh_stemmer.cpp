// SPDX-License-Identifier: GPL-3.0-or-later
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

void xsh_stemmer_destroy(xsh_stemmer_t *stemmer) noexcept { delete stemmer; }
