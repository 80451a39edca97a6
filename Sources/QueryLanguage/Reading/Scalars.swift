// SPDX-License-Identifier: GPL-3.0-or-later

/// The characters of a query, with their places in bytes.
struct Scalars {
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets = [0]
    var offset = 0
    for scalar in text.unicodeScalars {
      offset += UTF8.width(scalar)
      scalars.append(scalar)
      offsets.append(offset)
    }
    self.scalars = scalars
    self.offsets = offsets
  }

  var count: Int { scalars.count }

  /// The character at `index`; nil outside of the query.
  subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  subscript(range: Range<Int>) -> ArraySlice<Unicode.Scalar> { scalars[range] }

  /// The query without blanks around it; nil if it is blank.
  var trimmed: QueryText? {
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return nil }
    return text(first..<last + 1)
  }

  /// What stands in `range`, and `around` it what belongs to it but is not its text.
  func text(_ range: Range<Int>, within around: Range<Int>? = nil) -> QueryText {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    let whole = around ?? range
    return QueryText(
      text: String(view),
      range: offsets[whole.lowerBound]..<offsets[whole.upperBound]
    )
  }
}

extension Unicode.Scalar {
  var isBlank: Bool { properties.isWhitespace }

  var isDigit: Bool { properties.generalCategory == .decimalNumber }

  /// Whether it makes a word by itself.
  var isLetterOrNumber: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// Whether words are made of it: of marks, too, but never of marks alone, as in ❤️ or *️⃣.
  var isOfWord: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: isLetterOrNumber
    }
  }

  var isHebrewLetter: Bool { (0x05D0...0x05EA).contains(value) }

  /// Whether it stands for other letters in a wildcard.
  var isWild: Bool { self == "*" || self == "?" }
}

extension Sequence<Unicode.Scalar> {
  /// Whether there is anything in it to search for.
  var holdsWord: Bool { contains(where: \.isLetterOrNumber) }
}
