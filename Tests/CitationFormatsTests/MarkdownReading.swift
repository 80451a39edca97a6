// SPDX-License-Identifier: GPL-3.0-or-later

import CMarkdownShim

/// What md4c reads of a Markdown text: the words of each block.
struct MarkdownReading {
  /// The words of the blocks within the block quotation, in order.
  private(set) var quoted: [String] = []
  /// Whether nothing but paragraphs is quoted.
  private(set) var isPlain = true

  init?(_ markdown: String) {
    var markdown = markdown
    var document: OpaquePointer?
    let status = markdown.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) {
        msh_document_parse($0.baseAddress, $0.count, &document)
      }
    }
    defer { msh_document_destroy(document) }
    guard status == .ok else { return nil }
    let bytes = Array(markdown.utf8)
    var (leafCount, runCount) = (0, 0)
    let leaves = msh_document_leaves(document, &leafCount)
    let runs = msh_document_runs(document, &runCount)
    for leaf in UnsafeBufferPointer(start: leaves, count: leafCount) where leaf.depth == 1 {
      if leaf.kind != .paragraph { isPlain = false }
      guard let first = runs.map({ $0 + Int(leaf.first_run) }) else { continue }
      quoted.append(words(UnsafeBufferPointer(start: first, count: Int(leaf.run_count)), bytes))
    }
  }

  private mutating func words(_ runs: UnsafeBufferPointer<msh_run_t>, _ bytes: [UInt8]) -> String {
    var words = ""
    var end = runs.first.map { Int($0.start) } ?? 0
    for run in runs {
      if bytes[end..<Int(run.start)].contains(UInt8(ascii: "\n")) { words += "\n" }
      let text = String(decoding: bytes[Int(run.start)..<Int(run.end)], as: UTF8.self)
      switch run.kind {
      case .text: words += text
      case .entity:
        // One run may hold several.
        for reference in text.split(separator: ";") {
          let scalar = UInt32(reference.dropFirst(2)).flatMap(Unicode.Scalar.init)
          words.unicodeScalars.append(scalar ?? "\u{FFFD}")
        }
      case .code, .html: isPlain = false
      }
      end = Int(run.end)
    }
    return words
  }
}
