// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageModel

@testable import DocumentReading

/// Reads `text` as a file of this format.
func read(_ text: String, as mediaType: MediaType = .plainText) throws -> StructuredDocument {
  try DocumentReader.read(Array(text.utf8), as: mediaType)
}

extension StructuredDocument {
  /// The text of each block.
  var blockTexts: [String] { blocks.map { text.string(in: $0.range) } }
}

/// The sample documents of the project.
enum Corpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus/samples")

  static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appending(path: name)))
  }

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

/// What is wrong with the structure of a document; nil if every non-blank character is in exactly
/// one part, and the parts are trimmed.
func structuralFault(of document: StructuredDocument) -> String? {
  let utf8 = document.text.utf8
  var parts = document.headings.map(\.range) + document.blocks.map(\.range)
  parts += document.referenceLists
  if let title = document.titleRange { parts.append(title) }
  parts.sort { $0.lowerBound < $1.lowerBound }
  var reached = 0
  for part in parts {
    guard part.lowerBound >= reached else { return "parts overlap at \(part)" }
    guard !part.isEmpty, utf8.trimmed(part) == part else { return "\(part) is not trimmed" }
    guard utf8.trimmed(reached..<part.lowerBound).isEmpty else { return "lost before \(part)" }
    reached = part.upperBound
  }
  guard utf8.trimmed(reached..<utf8.count).isEmpty else { return "lost at the end" }
  for (block, next) in zip(document.blocks, document.blocks.dropFirst())
  where block.range.upperBound > next.range.lowerBound {
    return "blocks out of order"
  }
  return nil
}
