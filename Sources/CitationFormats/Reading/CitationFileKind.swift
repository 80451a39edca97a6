// SPDX-License-Identifier: GPL-3.0-or-later

/// How a file that holds citations is written.
package enum CitationFileKind: String, Hashable, Sendable, CaseIterable {
  /// Markdown: CommonMark with GitHub's tables.
  case markdown
  /// Plain text.
  case text
  /// HTML, or XHTML.
  case html
  /// JSON: W3C annotations, CSL-JSON, hits of a search, or JSON Lines of these.
  case json

  /// Tells the kind by the extension of the file's name.
  ///
  /// - Parameters:
  ///   - name: of the file; `-` is standard input, whose beginning tells whether it is JSON or HTML.
  ///   - bytes: what is in the file.
  package init(fileNamed name: String, holding bytes: [UInt8]) {
    if name == "-" {
      self.init(beginning: bytes)
      return
    }
    let component = name.utf8.split(separator: UInt8(ascii: "/")).last ?? name.utf8[...]
    let dot = component.lastIndex(of: UInt8(ascii: "."))
    switch dot.map({ String(component[$0...]) ?? "" })?.lowercased() {
    case ".md", ".markdown": self = .markdown
    case ".html", ".htm", ".xhtml": self = .html
    case ".json", ".jsonld", ".jsonl", ".ndjson": self = .json
    default: self = .text
    }
  }

  private init(beginning bytes: [UInt8]) {
    let start = bytes.dropFirst(bytes.starts(with: ByteOrderMark.utf8) ? 3 : 0)
      .drop { $0 <= UInt8(ascii: " ") }
    let head = Array(start.prefix(64).map { $0 | 0x20 })
    let tags = ["<!doctype html", "<html", "<head", "<body", "<blockquote", "<?xml"]
    if tags.contains(where: { head.starts(with: $0.utf8.map { $0 | 0x20 }) }) {
      self = .html
    } else if start.first == UInt8(ascii: "{") {
      self = .json
    } else if start.first == UInt8(ascii: "["),
      let next = start.dropFirst().first(where: { $0 > UInt8(ascii: " ") }),
      next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
    {
      // A text may well begin with [1].
      self = .json
    } else {
      self = .text
    }
  }
}

/// What a file may begin with that is no part of its text.
enum ByteOrderMark {
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
}
