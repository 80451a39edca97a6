// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import PassageModel

/// An anchor as it is printed, a digest, and the stamp with it.
enum SampleFile {
  static let anchor = "documents/split.txt#char=100,241;length=800,UTF-8"
  static let digest = "sha256:" + String(repeating: "0123456789abcdef", count: 4)
  static let stamp = "cited 2026-11-30; \(digest); look-alike 0.31"

  /// What is found in a text.
  static func read(
    _ text: String,
    as kind: CitationFileKind
  ) throws -> CitationFindings {
    try CitationReader.read(Array(text.utf8), named: "a", as: kind)
  }
}

/// What is wrong with what was found in `bytes`; nil if nothing is.
func fault(of findings: CitationFindings, in bytes: [UInt8]) throws -> String? {
  var reached = 0
  for found in findings.quotations {
    guard found.range.lowerBound >= reached, found.range.upperBound <= bytes.count else {
      return "\(found.range) is out of order"
    }
    reached = found.range.lowerBound
    let starts = bytes.indices.filter { offset in
      offset == 0 || bytes[offset - 1] == 0x0A
        || (bytes[offset - 1] == 0x0D && bytes[offset] != 0x0A)
    }
    guard (1...max(1, starts.count + 1)).contains(found.line) else { return "line \(found.line)" }
    for place in found.fixes {
      guard found.range.lowerBound <= place.range.lowerBound,
        place.range.upperBound <= found.range.upperBound
      else { return "\(place) lies without \(found.range)" }
      if let fault = fault(of: place, in: bytes) { return fault }
    }
  }
  return nil
}

/// Why `place` does not hold what it claims to.
private func fault(of place: FixPlace, in bytes: [UInt8]) -> String? {
  let written = String(decoding: bytes[place.range], as: UTF8.self)
  // Written without an escape, as almost everything is, it is the text itself.
  let hasEscapes = written.utf8.contains { "\\&".utf8.contains($0) }
  return written == place.text || hasEscapes ? nil : "\(place) holds \(written)"
}
