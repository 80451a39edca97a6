// SPDX-License-Identifier: GPL-3.0-or-later

/// The printable address of a document, or of a place in it.
///
/// It reads `FOLDER/PATH#POSITION;CHECKS:~:text=EXCERPT`, and everything from the `#` on, the checks
/// and the excerpt may be missing. Folder and path are percent-encoded; the checks tell whether the
/// document is still the one that was cited, the excerpt which words stood there. Whole grammar:
/// Documentation/anchors.md.
///
/// - SeeAlso: RFC 5147 (positions in text/plain, checks), RFC 8118 section 3 (pages), and "URL
///   Fragment Text Directives" of the WICG (excerpts).
package struct CitationAnchor: Hashable, Sendable {
  /// The name of the watched folder; not empty.
  package let folder: String
  /// Where the document lies below that folder.
  package let path: RelativePath
  /// The place in the document; nil for all of it.
  package let position: AnchorPosition?
  /// The length of the document's whole text, in characters.
  package let length: Int?
  /// The MD5 of the document's file: 32 hexadecimal digits in lower case.
  package let md5: String?
  /// The encoding that the checks were made for, by its IANA name; nil without checks.
  package let encoding: String?
  /// The words that stood there, or the first and the last of them.
  package let excerpt: TextDirective?

  /// Makes an anchor of its parts; checks need a position, without one they are left out.
  package init(
    folder: String,
    path: RelativePath,
    position: AnchorPosition? = nil,
    length: Int? = nil,
    md5: String? = nil,
    encoding: String? = nil,
    excerpt: TextDirective? = nil
  ) {
    self.folder = folder
    self.path = path
    self.position = position
    self.length = position == nil ? nil : length
    self.md5 = position == nil ? nil : md5?.lowercased()
    self.encoding = self.length == nil && self.md5 == nil ? nil : encoding
    self.excerpt = excerpt
  }

  /// Reads an anchor of any form, in `<…>` or not, with white space around it or not.
  ///
  /// - Parameter text: as it was printed, by this version or any earlier one.
  /// - Throws: what is wrong with it, where, and what to do.
  package init(_ text: String) throws(AnchorFault) {
    self = try AnchorParser(text).anchor()
  }

  /// The document that it names.
  package var document: DocumentPlace { DocumentPlace(folder: folder, path: path) }

  /// The same place, with `excerpt` as the words that stand there.
  package func showing(_ excerpt: TextDirective?) -> CitationAnchor {
    CitationAnchor(
      folder: folder,
      path: path,
      position: position,
      length: length,
      md5: md5,
      encoding: encoding,
      excerpt: excerpt
    )
  }
}

extension CitationAnchor: CustomStringConvertible {
  /// The anchor as it is printed: printable ASCII without blanks, quotation marks or brackets.
  package var description: String {
    let document = "\(PercentEncoding.encode(folder.utf8, keeping: "-"))/\(path.percentEncoded)"
    let fragment = (position?.description ?? "") + checks + (excerpt.map { ":~:\($0)" } ?? "")
    return fragment.isEmpty ? document : "\(document)#\(fragment)"
  }

  private var checks: String {
    let charset = encoding.map { ",\($0)" } ?? ""
    return (length.map { ";length=\($0)\(charset)" } ?? "")
      + (md5.map { ";md5=\($0)\(charset)" } ?? "")
  }
}
