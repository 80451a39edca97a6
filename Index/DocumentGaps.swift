// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// What of a document's text lies in none of its passages: title, headings, reference lists, the
/// white space between; with the passages it makes up the whole text.
package struct DocumentGaps: Hashable, Sendable {
  /// The bytes of all gaps, one after the other; the ranges of the passages tell where they belong.
  let utf8: [UInt8]

  /// Those of a document without any text.
  package static let none = DocumentGaps(utf8: [])

  /// Takes bytes as the index holds them.
  init(utf8: [UInt8]) {
    self.utf8 = utf8
  }

  /// Takes what `passages`, in reading order, leave of `text`.
  package init(in text: SourceText, between passages: [Passage]) {
    var utf8: [UInt8] = []
    var reached = 0
    for range in passages.map(\.range.bytes) {
      if range.lowerBound > reached { utf8 += text.utf8[reached..<range.lowerBound] }
      reached = max(reached, range.upperBound)
    }
    self.utf8 = utf8 + text.utf8[reached...]
  }

  /// Puts the text together again.
  ///
  /// - Parameters:
  ///   - record: that of the document.
  ///   - passages: all of the document, in reading order.
  /// - Returns: the text that all ranges count.
  /// - Throws: `corrupt` if record, gaps and passages do not fit together.
  func text(of record: DocumentRecord, with passages: [Passage]) throws(IndexError) -> SourceText {
    var text: [UInt8] = []
    text.reserveCapacity(utf8.count + passages.reduce(0) { $0 + $1.text.utf8.count })
    var rest = utf8[...]
    for passage in passages {
      let gap = passage.range.bytes.lowerBound - text.count
      guard gap >= 0, gap <= rest.count else { throw damage(record, "passage \(passage.ordinal)") }
      text += rest.prefix(gap)
      rest = rest.dropFirst(gap)
      text += passage.text.utf8
      guard text.count == passage.range.bytes.upperBound else {
        throw damage(record, "passage \(passage.ordinal)")
      }
    }
    text += rest
    guard TextLength(measuring: text) == record.length else { throw damage(record, "its length") }
    guard String(validating: text, as: UTF8.self) != nil else {
      throw damage(record, "an end of a gap")
    }
    return SourceText(validUTF8: text)
  }

  private func damage(_ record: DocumentRecord, _ what: String) -> IndexError {
    IndexError(
      code: .corrupt,
      message: "the index is damaged: the text of document \(record.number) does not fit together"
        + " at \(what)"
    )
  }
}
