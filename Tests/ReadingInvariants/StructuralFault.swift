// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// What is wrong with the structure of a document; nil if every non-blank character is in exactly
/// one part, the parts are trimmed, and what stands in them is in order.
package func structuralFault(of document: StructuredDocument) -> String? {
  let utf8 = document.text.utf8
  let blocks = Set(document.blocks.map(\.range))
  var parts = document.headings.map(\.range).filter { !blocks.contains($0) }
  parts += document.blocks.map(\.range)
  parts += document.referenceLists
  if let title = document.titleRange { parts.append(title) }
  parts.sort { $0.lowerBound < $1.lowerBound }
  var reached = 0
  for part in parts {
    guard part.lowerBound >= reached else { return "parts overlap at \(part)" }
    guard part.upperBound <= utf8.count else { return "\(part) is outside the text" }
    guard !part.isEmpty, utf8.trimmed(part) == part else { return "\(part) is not trimmed" }
    guard utf8.trimmed(reached..<part.lowerBound).isEmpty else { return "lost before \(part)" }
    reached = part.upperBound
  }
  guard utf8.trimmed(reached..<utf8.count).isEmpty else { return "lost at the end" }
  return orderFault(of: document) ?? markerFault(of: document)
}

private func orderFault(of document: StructuredDocument) -> String? {
  func areInOrder(_ ranges: [Range<Int>]) -> Bool {
    zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
  }
  guard areInOrder(document.blocks.map(\.range)) else { return "blocks out of order" }
  guard areInOrder(document.headings.map(\.range)) else { return "headings out of order" }
  guard areInOrder(document.referenceLists) else { return "reference lists out of order" }
  guard areInOrder(document.markup) else { return "markup out of order" }
  guard areWithin(document.markup, document.blocks.map(\.range)) else {
    return "markup outside the blocks"
  }
  return document.headings.contains { $0.level < 1 || $0.text.isEmpty } ? "a heading of none" : nil
}

/// A marker stands in a block; the labels of one bracket share its range.
private func markerFault(of document: StructuredDocument) -> String? {
  let ranges = document.markers.map(\.range)
  for (range, next) in zip(ranges, ranges.dropFirst())
  where range != next && range.upperBound > next.lowerBound {
    return "markers out of order at \(next)"
  }
  guard areWithin(ranges, document.blocks.map(\.range)) else { return "markers outside the blocks" }
  return document.markers.contains { $0.label.isEmpty } ? "a marker without a label" : nil
}

/// Whether each of `ranges`, not empty and in order, lies within one of `blocks`.
private func areWithin(_ ranges: [Range<Int>], _ blocks: [Range<Int>]) -> Bool {
  var blocks = blocks[...]
  return ranges.allSatisfy { range in
    while let first = blocks.first, first.upperBound <= range.lowerBound { blocks.removeFirst() }
    guard let block = blocks.first else { return false }
    return !range.isEmpty && block.lowerBound <= range.lowerBound
      && range.upperBound <= block.upperBound
  }
}
