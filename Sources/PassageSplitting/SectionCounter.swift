// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Counts what no passage may reach across: titles, headings and reference lists.
struct SectionCounter {
  private let borders: [Int]
  private var passed = 0

  init(_ document: StructuredDocument) {
    var borders = document.headings.map(\.range.lowerBound)
    borders += document.referenceLists.map(\.lowerBound)
    if let title = document.titleRange { borders.append(title.lowerBound) }
    self.borders = borders.sorted()
  }

  /// How many of them stand before `offset`, which must not fall from call to call.
  mutating func section(at offset: Int) -> Int {
    while passed < borders.count, borders[passed] < offset { passed += 1 }
    return passed
  }
}
