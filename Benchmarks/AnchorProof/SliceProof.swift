// SPDX-License-Identifier: GPL-3.0-or-later

internal import CitationFormats
internal import Digests
internal import DocumentReading
internal import PassageModel
internal import PassageSplitting
internal import TestSupport

/// Slices documents by anchors in every unit and every printed form.
struct SliceProof {
  private(set) var documentCount = 0
  /// Files that are refused as no text.
  private(set) var refusedCount = 0
  private(set) var anchorCount = 0
  private(set) var passageCount = 0
  /// Of the anchors, those that were written down in all formats and read back.
  private(set) var writtenCount = 0
  private(set) var faults: [String] = []
  var random: SeededGenerator

  /// Writing takes far longer than slicing.
  private static let writtenShare: UInt64 = 40

  init(random: SeededGenerator) { self.random = random }

  /// Checks all passages of a file, and random stretches of its text.
  mutating func check(_ bytes: [UInt8], as mediaType: MediaType, stretches count: Int) {
    guard let document = try? DocumentReader.read(bytes, as: mediaType) else {
      refusedCount += 1
      return
    }
    documentCount += 1
    let slicer = Slicer(document.text, md5: ContentDigest.md5(bytes))
    for passage in PassageSplitter().split(document) {
      passageCount += 1
      check(passage.range, passage.text, slicer, passage.prefix, passage.suffix)
    }
    let starts = slicer.starts
    guard starts.count > 1 else { return }
    for _ in 0..<count {
      let one = Int(random.next() % UInt64(starts.count))
      let length = Int(random.next() % UInt64(random.next() % 4 == 0 ? 2000 : 60))
      let other = min(starts.count - 1, one + length)
      var ruler = TextRuler(document.text)
      let bytes = starts[one]..<starts[other]
      let range = ruler.measure(bytes).range
      check(range, document.text.string(in: bytes), slicer, "", "")
    }
  }

  private mutating func check(
    _ range: TextRange,
    _ quotation: String,
    _ slicer: Slicer,
    _ prefix: String,
    _ suffix: String
  ) {
    anchorCount += 1
    // Strings compare by canonical equivalence, bytes do not.
    let utf8 = Array(quotation.utf8)
    if let unit = slicer.wrongUnit(range, utf8) { return note("by \(unit)", range, utf8) }
    for anchor in slicer.anchors(of: range, quotation, prefix, suffix) {
      guard let read = try? CitationAnchor(anchor.description), read == anchor else {
        return note("\(anchor) is read as another", range, utf8)
      }
      guard (try? read.position?.bytes(in: slicer.text)) == range.bytes else {
        return note("\(anchor) is read as another place", range, utf8)
      }
    }
    guard random.next() % Self.writtenShare == 0, !utf8.isEmpty else { return }
    writtenCount += 1
    do {
      try checkWritten(range, quotation, slicer, prefix, suffix)
    } catch {
      note("written: \(error)", range, utf8)
    }
  }

  private mutating func checkWritten(
    _ range: TextRange,
    _ quotation: String,
    _ slicer: Slicer,
    _ prefix: String,
    _ suffix: String
  ) throws {
    let sourced = slicer.sourced(range, quotation, prefix, suffix)
    let kinds: [(CitationFormat, CitationFileKind)] = [
      (.markdown, .markdown), (.text, .text), (.html, .html), (.w3c, .json),
    ]
    for (format, kind) in kinds {
      let written = CitationWriter(format).write(sourced)
      let found = try CitationReader.read(Array(written.utf8), named: "citations", as: kind)
      guard found.quotations.count == 1, let read = found.quotations.first?.quotation else {
        note("\(found.quotations.count) found in \(format)", range, Array(quotation.utf8))
        continue
      }
      // Markdown and HTML have no zero characters.
      let isSame = Array((read.text ?? "").utf8) == Array(quotation.utf8)
      if !isSame, !quotation.utf8.contains(0) {
        note(
          "\(format) gives \(read.text ?? "nothing") of \(written)",
          range,
          Array(quotation.utf8)
        )
      }
      if (try? read.anchor?.position?.bytes(in: slicer.text)) != range.bytes {
        note("\(format) gives another place", range, Array(quotation.utf8))
      }
    }
  }

  private mutating func note(_ reason: String, _ range: TextRange, _ utf8: [UInt8]) {
    faults.append(
      "\(reason): bytes \(range.bytes): \(String(decoding: utf8, as: UTF8.self).debugDescription)"
    )
  }
}
