// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds the quotations and anchors in a file.
///
/// What belongs to what: Documentation/anchors.md.
package enum CitationReader {
  /// Larger files are not read.
  package static let largestFile = 256 << 20

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: all of it, with a byte-order mark or without.
  ///   - name: the file's name or path, of which the extension counts; `-` is standard input.
  ///   - kind: how it is written, if that is known better than by its name.
  /// - Returns: ranges count the bytes as they were given.
  /// - Throws: why nothing can be read from it. A broken anchor is no fault of the file.
  /// - Complexity: O(n) in time and memory.
  package static func read(
    _ bytes: [UInt8],
    named name: String,
    as kind: CitationFileKind? = nil
  ) throws(FileFault) -> CitationFindings {
    guard bytes.count <= largestFile else {
      throw FileFault(.tooLarge, reason: "it is larger than 256 MiB")
    }
    let mark = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
    let text = mark > 0 ? Array(bytes[mark...]) : bytes
    try refuseOtherThanText(text)
    let lines = LineIndex(text)
    var findings =
      switch kind ?? CitationFileKind(fileNamed: name, holding: bytes) {
      case .markdown: MarkdownCitations.find(in: text, lines: lines)
      case .text: TextCitations.find(in: text, lines: lines)
      case .html: HTMLCitations.find(in: text, lines: lines)
      case .json: try JSONCitations.find(in: text, lines: lines)
      }
    findings.sort()
    return findings.shifted(by: mark)
  }

  private static func refuseOtherThanText(_ bytes: [UInt8]) throws(FileFault) {
    if let zero = bytes.firstIndex(of: 0) {
      throw fault(.notText, "it is no text in UTF-8: there is a zero byte", at: zero, in: bytes)
    }
    guard let wrong = bytes.firstInvalidUTF8 else { return }
    throw fault(.notText, "it is no text in UTF-8", at: wrong, in: bytes)
  }

  /// A fault at a byte of the file.
  static func fault(
    _ code: FileFault.Code,
    _ reason: String,
    at offset: Int,
    in bytes: [UInt8]
  ) -> FileFault {
    let lines = LineIndex(bytes)
    let line = lines.index(of: offset)
    let column = TextLength(measuring: bytes[lines.starts[line]..<offset]).characters + 1
    return FileFault(code, reason: reason, line: line + 1, column: column)
  }
}

extension [UInt8] {
  /// Where the first byte stands that makes it no valid UTF-8; nil if it is valid.
  fileprivate var firstInvalidUTF8: Int? {
    if String(validating: self, as: UTF8.self) != nil { return nil }
    // Halving would do, but it is asked once, of a file that is refused.
    var decoder = UTF8.ForwardParser()
    var iterator = makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error, .emptyInput: return offset
      }
    }
  }
}
