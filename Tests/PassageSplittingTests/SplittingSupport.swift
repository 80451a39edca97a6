// SPDX-License-Identifier: GPL-3.0-or-later

import DocumentReading
import Foundation
import PassageModel

@testable import PassageSplitting

/// Reads `text` and splits it.
func split(
  _ text: String,
  as mediaType: MediaType = .plainText,
  rules: SplitRules = SplitRules()
) throws -> [Passage] {
  PassageSplitter(rules: rules).split(try DocumentReader.read(Array(text.utf8), as: mediaType))
}

extension Passage {
  /// The text of each sentence.
  var sentenceTexts: [String] {
    let utf8 = Array(text.utf8)
    return sentences.map { String(decoding: utf8[$0], as: UTF8.self) }
  }
}

/// What is wrong with the passages of a document; nil if nothing is.
func fault(of passages: [Passage], in document: StructuredDocument, rules: SplitRules) -> String? {
  let utf8 = document.text.utf8
  let scalars = Array(String(decoding: utf8, as: UTF8.self).unicodeScalars)
  let units = Array(String(decoding: utf8, as: UTF8.self).utf16)
  var parts = document.headings.map(\.range) + document.referenceLists
  if let title = document.titleRange { parts.append(title) }
  parts += passages.map(\.range.bytes)
  parts.sort { $0.lowerBound < $1.lowerBound }
  var reached = 0
  for part in parts + [utf8.count..<utf8.count] {
    guard part.lowerBound >= reached else { return "overlap at \(part)" }
    guard utf8.trimmed(reached..<part.lowerBound).isEmpty else { return "lost before \(part)" }
    reached = part.upperBound
  }
  for (index, passage) in passages.enumerated() {
    let text = Array(passage.text.utf8)
    let range = passage.range
    guard passage.ordinal == index + 1 else { return "ordinal \(passage.ordinal)" }
    guard Array(utf8[range.bytes]) == text else { return "bytes of \(passage.ordinal)" }
    guard scalars[range.characters].elementsEqual(passage.text.unicodeScalars) else {
      return "characters of \(passage.ordinal)"
    }
    guard units[range.utf16].elementsEqual(passage.text.utf16) else {
      return "UTF-16 of \(passage.ordinal)"
    }
    let size = WordMeter.units(of: 0..<text.count, in: text)
    guard size <= rules.maximumUnits else { return "\(passage.ordinal) has \(size) units" }
    if let fault = sentenceFault(of: passage) { return fault }
  }
  let markers = passages.flatMap { passage in
    passage.markers.map { $0.moved(by: passage.range.bytes.lowerBound) }
  }
  return markers == document.markers ? nil : "markers differ"
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
