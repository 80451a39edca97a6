// SPDX-License-Identifier: GPL-3.0-or-later

import DocumentReading
import Foundation
import PassageModel
import ReadingInvariants

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

/// What is wrong with the passages of a document, their sizes included; nil if nothing is.
func fault(of passages: [Passage], in document: StructuredDocument, rules: SplitRules) -> String? {
  if let fault = splittingFault(of: passages, in: document) { return fault }
  for passage in passages {
    let text = Array(passage.text.utf8)
    let size = WordMeter.units(of: 0..<text.count, in: text)
    guard size <= rules.maximumUnits else { return "\(passage.ordinal) has \(size) units" }
  }
  return nil
}
