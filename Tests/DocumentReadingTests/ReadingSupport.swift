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

extension [Reference] {
  /// The same without their items, which have tests of their own.
  var withoutItems: [Reference] {
    map { Reference(label: $0.label, text: $0.text, url: $0.url, doi: $0.doi) }
  }
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
