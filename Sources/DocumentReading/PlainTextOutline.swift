// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds the structure of plain text.
enum PlainTextOutline {
  static func make(of utf8: [UInt8]) -> Outline {
    var collector = PlainTextCollector(utf8: utf8)
    let items = collector.collect()
    return PlainTextHeadings(utf8: utf8, items: items).outline()
  }
}

/// A stretch of plain text whose part in the structure is not yet decided.
struct PlainTextItem {
  enum Kind: Equatable {
    case text
    /// Written as a heading, by `#` or by a line under it; `name` is it without its marks.
    case marked(level: Int, name: Range<Int>)
    /// A line of its own that reads like a title.
    case titleLike
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
}
