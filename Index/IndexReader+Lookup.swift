// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

// Documents found without the records of all being read.
extension IndexReader {
  /// The document that lies at `place`; nil if there is none.
  package func document(at place: DocumentPlace) throws(IndexError) -> DocumentRecord? {
    try documents(by: .place(place)).first
  }

  /// The documents that lay at `place` before they were seen to move or to get another name, by their
  /// numbers.
  package func documents(formerlyAt place: DocumentPlace) throws(IndexError) -> [DocumentRecord] {
    try documents(by: .former(place))
  }

  /// The documents whose files have the digest `digest` (`DocumentRecord.digest`), by their numbers.
  package func documents(digest: String) throws(IndexError) -> [DocumentRecord] {
    try documents(by: .digest(digest))
  }

  /// The documents whose files have the digest `md5` (`DocumentRecord.md5`), by their numbers.
  package func documents(md5: String) throws(IndexError) -> [DocumentRecord] {
    try documents(by: .md5(md5))
  }

  private func documents(by lookup: DocumentLookup) throws(IndexError) -> [DocumentRecord] {
    var found: [DocumentRecord] = []
    for key in try metadataKeys(prefix: lookup.prefix) {
      guard let number = DocumentLookup.document(of: key), let record = try document(number),
        lookup.finds(record)
      else { continue }
      found.append(record)
    }
    return found
  }
}
