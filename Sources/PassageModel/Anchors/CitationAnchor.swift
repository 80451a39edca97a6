// SPDX-License-Identifier: GPL-3.0-or-later

/// The printable address of a stretch of a document's text.
///
/// It reads `FOLDER/PATH#char=START,END;length=LENGTH,UTF-8`: folder and path percent-encoded, then
/// a text/plain fragment whose length is a weak check on the document's text.
///
/// - SeeAlso: RFC 5147, sections 2.1.1 (character positions) and 3.1 (integrity checks).
package struct CitationAnchor: Hashable, Sendable, CustomStringConvertible {
  /// The name of the watched folder.
  package let folder: String
  /// Where the document lies below that folder.
  package let path: RelativePath
  /// The stretch, in characters of the document's text.
  package let characters: Range<Int>
  /// The length of the document's whole text, in characters.
  package let documentLength: Int

  /// Makes an anchor of its parts.
  package init(folder: String, path: RelativePath, characters: Range<Int>, documentLength: Int) {
    self.folder = folder
    self.path = path
    self.characters = characters
    self.documentLength = documentLength
  }

  /// The anchor as it is printed.
  package var description: String {
    "\(PercentEncoding.encode(folder.utf8))/\(path.percentEncoded)"
      + "#char=\(characters.lowerBound),\(characters.upperBound);length=\(documentLength),UTF-8"
  }
}

/// A selector of the W3C Web Annotation Data Model.
package enum Selector: Hashable, Sendable {
  /// `TextPositionSelector`: characters of the document's text.
  case position(Range<Int>)
  /// `TextQuoteSelector`: the quotation and what stands around it.
  case quote(exact: String, prefix: String, suffix: String)
}
