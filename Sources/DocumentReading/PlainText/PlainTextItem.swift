// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch of plain text whose part in the structure is not yet decided.
struct PlainTextItem {
  enum Kind: Equatable {
    case text
    /// Written as a heading, by `#` or by a line under it; `name` is it without its marks.
    case marked(level: Int, name: Range<Int>)
    /// A line of its own that reads like a title.
    case titleLike
    /// The same behind a number with a full stop, `2. Methods`: a heading or an item of a list.
    case numberedTitle
    /// What stands behind the last sentence of the text before, without a space between; by the
    /// layout of the text it is a heading for certain.
    case glued(isCertain: Bool)
  }

  var kind: Kind
  var range: Range<Int>

  /// Whether the text does not say that it is a heading.
  var isGuess: Bool { kind == .titleLike || isGlued }

  var isGlued: Bool {
    if case .glued = kind { true } else { false }
  }

  /// The level that it is marked with; nil where it is not marked.
  var markedLevel: Int? {
    if case .marked(let level, _) = kind { level } else { nil }
  }

  /// The stretch without its marks.
  var name: Range<Int> {
    if case .marked(_, let name) = kind { name } else { range }
  }
}
