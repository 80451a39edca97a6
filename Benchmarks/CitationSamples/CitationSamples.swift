// SPDX-License-Identifier: GPL-3.0-or-later

// Writes random citations in each format, for `scripts/citation-check` to read with the parsers of
// others.
//
//   citation-samples COUNT FOLDER CORPUS

internal import CitationFormats
internal import CitationInvariants
internal import DocumentReading
internal import Foundation
internal import PassageModel
internal import TestSupport

@main
struct CitationSamples {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let count = Int(arguments[1]) else {
      print("usage: citation-samples COUNT FOLDER CORPUS")
      exit(64)
    }
    let folder = URL(filePath: arguments[2])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var quotations = RandomQuotation(
      random: SeededGenerator(seed: 11),
      texts: try texts(below: URL(filePath: arguments[3]))
    )
    for number in 0..<count {
      let quotation = quotations.next()
      for format in CitationFormat.allCases {
        let written = CitationWriter(format, withReferences: true).write(quotation)
        try Data(written.utf8).write(to: folder.appending(path: "\(number).\(format.rawValue)"))
      }
      try JSONEncoder().encode(ExpectedCitation(quotation))
        .write(to: folder.appending(path: "\(number).expected"))
    }
  }

  /// The texts of the documents in a folder.
  private static func texts(below folder: URL) throws -> [String] {
    let names = FileManager.default.subpaths(atPath: folder.path()) ?? []
    return try names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted().compactMap {
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: $0)))
      guard let document = try? DocumentReader.read(bytes, as: .plainText) else { return nil }
      return String(decoding: document.text.utf8, as: UTF8.self)
    }
  }
}
