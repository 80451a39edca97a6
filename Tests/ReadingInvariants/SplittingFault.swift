// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// What is wrong with the passages of a document; nil if they hold every non-blank character of its
/// blocks once and in order, say exactly where they stand, and lose no marker and no markup.
package func splittingFault(of passages: [Passage], in document: StructuredDocument) -> String? {
  coverageFault(of: passages, in: document) ?? sliceFault(of: passages, in: document)
    ?? remainderFault(of: passages, in: document)
}

private func coverageFault(of passages: [Passage], in document: StructuredDocument) -> String? {
  let utf8 = document.text.utf8
  let blocks = Set(document.blocks.map(\.range))
  var parts = document.headings.map(\.range).filter { !blocks.contains($0) }
  parts += document.referenceLists
  if let title = document.titleRange { parts.append(title) }
  parts += passages.map(\.range.bytes)
  parts.sort { $0.lowerBound < $1.lowerBound }
  var reached = 0
  for part in parts + [utf8.count..<utf8.count] {
    guard part.lowerBound >= reached else { return "overlap at \(part)" }
    guard utf8.trimmed(reached..<part.lowerBound).isEmpty else { return "lost before \(part)" }
    reached = part.upperBound
  }
  return nil
}

private func sliceFault(of passages: [Passage], in document: StructuredDocument) -> String? {
  let text = document.text
  let scalars = Array(text.string(in: 0..<text.utf8.count).unicodeScalars)
  let units = Array(text.string(in: 0..<text.utf8.count).utf16)
  for (index, passage) in passages.enumerated() {
    let range = passage.range
    guard passage.ordinal == index + 1 else { return "ordinal \(passage.ordinal)" }
    guard text.utf8[range.bytes].elementsEqual(passage.text.utf8) else {
      return "bytes of \(passage.ordinal)"
    }
    guard scalars[range.characters].elementsEqual(passage.text.unicodeScalars) else {
      return "characters of \(passage.ordinal)"
    }
    guard units[range.utf16].elementsEqual(passage.text.utf16) else {
      return "UTF-16 of \(passage.ordinal)"
    }
    if let fault = sentenceFault(of: passage) { return fault }
  }
  return nil
}

private func sentenceFault(of passage: Passage) -> String? {
  let text = Array(passage.text.utf8)
  var reached = 0
  for sentence in passage.sentences + [text.count..<text.count] {
    guard sentence.lowerBound >= reached, text.trimmed(reached..<sentence.lowerBound).isEmpty,
      text.trimmed(sentence) == sentence
    else { return "sentence \(sentence) of passage \(passage.ordinal)" }
    reached = sentence.upperBound
  }
  return nil
}

/// Markers are never cut; of markup nothing but white space may be lost.
private func remainderFault(of passages: [Passage], in document: StructuredDocument) -> String? {
  let markers = passages.flatMap { passage in
    passage.markers.map { $0.moved(by: passage.range.bytes.lowerBound) }
  }
  guard markers == document.markers else { return "markers differ" }
  func visibleCount(_ ranges: [Range<Int>]) -> Int {
    ranges.reduce(0) { count, range in
      count + document.text.string(in: range).unicodeScalars.count { !$0.isBlank }
    }
  }
  let markup = passages.flatMap { passage in
    let start = passage.range.bytes.lowerBound
    return passage.markup.map { $0.lowerBound + start..<$0.upperBound + start }
  }
  return visibleCount(markup) == visibleCount(document.markup) ? nil : "markup differs"
}
