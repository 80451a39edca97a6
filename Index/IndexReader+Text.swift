// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

extension IndexReader {
  /// The whole text of a document, which all ranges of its passages count; nil if there is no such
  /// document, empty if it could not be taken in.
  ///
  /// - Throws: `corrupt` if what the index holds of the text does not fit together.
  /// - Complexity: reads all passages of the document.
  package func text(of number: DocumentNumber) throws(IndexError) -> SourceText? {
    guard let record = try document(number) else { return nil }
    return try gaps(of: number).text(of: record, with: passages(of: number).map(\.passage))
  }

  /// What lies between the passages of a document.
  func gaps(of number: DocumentNumber) throws(IndexError) -> DocumentGaps {
    let pieces = try metadata(prefix: IndexSchema.Key.gaps(of: number))
    return DocumentGaps(utf8: pieces.flatMap(\.value))
  }
}
