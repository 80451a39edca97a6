// SPDX-License-Identifier: GPL-3.0-or-later

/// Documents as they stand at one time, searchable by which words they hold.
package struct EditedLibrary: Sendable {
  /// A place of a word.
  struct Occurrence: Sendable {
    let document: Int32
    let word: Int32
    /// The next one of the same word, as an index; negative if there is none.
    let next: Int32
  }

  /// The documents.
  package let documents: [RenderedDocument]
  private var heads: [Int32]
  private var occurrences: [Occurrence] = []

  /// Makes a library of documents whose lineages are below `lineageCount`.
  package init(_ documents: [RenderedDocument], lineageCount: Int) {
    self.documents = documents
    heads = Array(repeating: -1, count: lineageCount)
    for (number, document) in documents.enumerated().reversed() {
      for (index, word) in document.words.enumerated().reversed() {
        let next = heads[Int(word.lineage)]
        heads[Int(word.lineage)] = Int32(occurrences.count)
        occurrences.append(
          Occurrence(document: Int32(number), word: Int32(index), next: next)
        )
      }
    }
  }

  /// Where a word stands, in the order of the documents.
  func occurrences(of lineage: Int32) -> [Occurrence] {
    var found: [Occurrence] = []
    var next = heads[Int(lineage)]
    while next >= 0 {
      found.append(occurrences[Int(next)])
      next = occurrences[Int(next)].next
    }
    return found
  }
}
