// SPDX-License-Identifier: GPL-3.0-or-later

internal import QueryLanguage
internal import TextAnalysis

/// A path, or the name of a folder, as it is compared: case and diacritics make no difference.
struct PathText {
  fileprivate let text: String
  fileprivate let utf8: [UInt8]

  init(_ written: String) {
    // A path is no pattern, but what folds patterns folds it in the same way.
    text = WordPattern.folded(written)
    utf8 = Array(text.utf8)
  }
}

/// What a path is to look like: a part of it, or a pattern of all of it.
struct PathDemand {
  private let part: PathText
  private let pattern: WordPattern?

  init(_ value: FieldValue) {
    let written = value.written.text
    part = PathText(written)
    if case .wildcard = value { pattern = WordPattern(wildcard: written) } else { pattern = nil }
  }

  /// Whether `path` looks like it.
  func isMet(by path: PathText) -> Bool {
    if let pattern { return pattern.matches(path.text) }
    let wanted = part.utf8
    guard let first = wanted.first, path.utf8.count >= wanted.count else { return wanted.isEmpty }
    return (0...(path.utf8.count - wanted.count)).contains { start in
      path.utf8[start] == first && path.utf8[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
