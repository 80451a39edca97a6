// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_XSH_GUARD_HPP
#define SPLITSEARCH_XSH_GUARD_HPP

#include <xapian.h>

#include <exception>
#include <new>

#include "xsh.h"

namespace xsh {

/// Makes an error of the parts of its message, unless nobody wants it or memory ran out.
xsh_status_t fail(xsh_error_t **error, xsh_status_t status, const char *type, const char *message,
                  const char *cause) noexcept;

/// As above, for what Xapian threw.
inline xsh_status_t fail(xsh_error_t **error, xsh_status_t status, Xapian::Error &e) noexcept {
  return fail(error, status, e.get_type(), e.get_msg().c_str(), e.get_error_string());
}

/// Runs `body` and turns whatever it throws into a status. The one place where exceptions stop:
/// most specific first, nothing gets past the last line.
///
/// - SeeAlso: xapian/error.h for what derives from what.
template <typename Body>
xsh_status_t guarded(xsh_error_t **error, Body &&body) noexcept try {
  if (error) *error = nullptr;
  body();
  return XSH_STATUS_OK;
} catch (Xapian::DatabaseLockError &e) {
  return fail(error, XSH_STATUS_LOCKED, e);
} catch (Xapian::DatabaseModifiedError &e) {
  return fail(error, XSH_STATUS_REVISION_LOST, e);
} catch (Xapian::DatabaseNotFoundError &e) {
  return fail(error, XSH_STATUS_NOT_FOUND, e);
} catch (Xapian::DatabaseVersionError &e) {
  return fail(error, XSH_STATUS_VERSION, e);
} catch (Xapian::DatabaseCorruptError &e) {
  return fail(error, XSH_STATUS_CORRUPT, e);
} catch (Xapian::SerialisationError &e) {
  return fail(error, XSH_STATUS_CORRUPT, e);
} catch (Xapian::DatabaseClosedError &e) {
  return fail(error, XSH_STATUS_INVALID_ARGUMENT, e);
} catch (Xapian::DatabaseOpeningError &e) {
  return fail(error, e.get_error_string() ? XSH_STATUS_INPUT_OUTPUT : XSH_STATUS_CANNOT_OPEN, e);
} catch (Xapian::DatabaseError &e) {
  // Without a cause of the system's, the glass backend means damage ("EOF reading block").
  return fail(error, e.get_error_string() ? XSH_STATUS_INPUT_OUTPUT : XSH_STATUS_CORRUPT, e);
} catch (Xapian::InvalidArgumentError &e) {
  return fail(error, XSH_STATUS_INVALID_ARGUMENT, e);
} catch (Xapian::InvalidOperationError &e) {
  return fail(error, XSH_STATUS_INVALID_ARGUMENT, e);
} catch (Xapian::Error &e) {
  return fail(error, XSH_STATUS_ENGINE, e);
} catch (const std::bad_alloc &) {
  return fail(error, XSH_STATUS_OUT_OF_MEMORY, "out of memory", nullptr, nullptr);
} catch (const std::exception &e) {
  return fail(error, XSH_STATUS_ENGINE, "C++", e.what(), nullptr);
} catch (...) {
  return fail(error, XSH_STATUS_ENGINE, "C++", "unknown exception", nullptr);
}

}  // namespace xsh

#endif
