// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <cstdlib>

#include "xsh_guard.hpp"
#include "xsh_handles.hpp"

xsh_status_t xsh::fail(xsh_error_t **error, xsh_status_t status, const char *type,
                       const char *message, const char *cause) noexcept {
  if (!error) return status;
  const char *colon = message ? ": " : "";
  const char *open = cause ? " (" : "";
  const char *close = cause ? ")" : "";
  if (!message) message = "";
  if (!cause) cause = "";
  const int length =
      std::snprintf(nullptr, 0, "%s%s%s%s%s%s", type, colon, message, open, cause, close);
  auto *text = length < 0 ? nullptr : static_cast<char *>(std::malloc(size_t(length) + 1));
  if (!text) return status;
  std::snprintf(text, size_t(length) + 1, "%s%s%s%s%s%s", type, colon, message, open, cause, close);
  *error = new (std::nothrow) xsh_error{text};
  if (!*error) std::free(text);
  return status;
}

const char *xsh_error_message(const xsh_error_t *error) noexcept { return error->message; }

void xsh_error_destroy(xsh_error_t *error) noexcept {
  if (!error) return;
  std::free(error->message);
  delete error;
}
