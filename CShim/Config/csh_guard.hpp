// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SPLITSEARCH_CSH_GUARD_HPP
#define SPLITSEARCH_CSH_GUARD_HPP

#include <exception>
#include <new>
#include <stdexcept>
#include <string>

// toml++ 3.3 asserts what a wrong text can break: "[[[" ends the program, and with NDEBUG it
// becomes undefined behaviour (TOML_ASSUME). Here it is an error like any other. This can go once
// the parser looks at a table's header before it calls parse_key.
#undef NDEBUG
#define TOML_ASSERT(expr) ((expr) ? void() : throw std::logic_error("this is no TOML"))
#include <toml++/toml.h>

#include "csh.h"

namespace csh {

/// Where a failure is told.
struct failure {
  std::string message;
  uint32_t line = 0;
  uint32_t column = 0;
};

/// Runs `body` and turns whatever it throws into a status. The one place where exceptions stop:
/// most specific first, nothing gets past the last line.
template <typename Body>
csh_status_t guarded(failure &failure, Body &&body) noexcept {
  try {
    try {
      body();
      return CSH_STATUS_OK;
    } catch (const toml::parse_error &error) {
      failure.message = error.description();
      failure.line = error.source().begin.line;
      failure.column = error.source().begin.column;
      return CSH_STATUS_SYNTAX;
    } catch (const std::bad_alloc &) {
      return CSH_STATUS_OUT_OF_MEMORY;
    } catch (const std::exception &error) {
      failure.message = error.what();
      return CSH_STATUS_PARSER;
    }
  } catch (...) {
    return CSH_STATUS_PARSER;
  }
}

}  // namespace csh

#endif
