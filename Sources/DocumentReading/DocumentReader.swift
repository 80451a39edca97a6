// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// Reads the bytes of one file into text and structure.
package enum DocumentReader {
  /// Rises whenever the same bytes would be read differently, so that they are read again.
  package static let version = 4

  private static let markdownExtensions: Set<String> = ["md", "markdown", "mdown", "mkd"]

  /// Formats that are text to the eye but would fill the index with markup if read as such.
  private static let refusedExtensions: Set<String> = [
    "csv", "eps", "htm", "html", "ipynb", "json", "jsonl", "ps", "rtf", "svg", "tsv", "xhtml",
    "xml",
  ]

  /// Chooses how to read a file by its name; whether it is text at all, its content decides.
  ///
  /// - Throws: `unsupportedFormat` for formats this version has no reader for.
  package static func mediaType(of path: RelativePath) throws(ReadingError) -> MediaType {
    guard let suffix = path.fileExtension else { return .plainText }
    if suffix == "bib" { return .bibTeX }
    if suffix == "json", isCSL(path) { return .cslJSON }
    if markdownExtensions.contains(suffix) { return .markdown }
    guard !refusedExtensions.contains(suffix) else {
      throw ReadingError(
        code: .unsupportedFormat,
        message: "no reader for .\(suffix) files in this version"
      )
    }
    return .plainText
  }

  /// Whether the name ends in `.csl.json`, with something before it.
  private static func isCSL(_ path: RelativePath) -> Bool {
    let name = String(decoding: path.lastComponent, as: UTF8.self).lowercased()
    return name.hasSuffix(".csl.json") && name != ".csl.json"
  }

  /// Decodes `bytes` and finds the structure of the text.
  ///
  /// - Throws: `binary` for what is no text, `tooLarge` from 2 GiB on, `malformed` for a bibliography
  ///   that is broken.
  /// - Complexity: O(n) in bytes.
  package static func read(
    _ bytes: [UInt8],
    as mediaType: MediaType
  ) throws(ReadingError) -> StructuredDocument {
    let decoded = try TextDecoder.decode(bytes)
    let outline: Outline
    switch mediaType {
    case .plainText: outline = PlainTextOutline.make(of: decoded.utf8)
    case .markdown: outline = MarkdownOutline.make(of: decoded.utf8)
    case .bibTeX, .cslJSON: return try Bibliography.read(decoded, as: mediaType)
    }
    var assembler = DocumentAssembler(outline, of: decoded.utf8, mediaType: mediaType)
    return assembler.assemble(decoded)
  }
}
