// SPDX-License-Identifier: GPL-3.0-or-later

/// An entry of a BibTeX file, its values still written in TeX.
struct BibTeXEntry {
  /// Such as `article`, in lower case.
  let type: String
  /// What it is cited by.
  let key: String
  /// The line that it begins in, counted from 1.
  let line: Int
  /// By their names, in lower case.
  var fields: [String: String] = [:]

  /// The value of the first of these fields that there is and that says something.
  func value(_ names: String...) -> String? {
    names.lazy.compactMap { fields[$0] }.first { !$0.allSatisfy(\.isWhitespace) }
  }
}
