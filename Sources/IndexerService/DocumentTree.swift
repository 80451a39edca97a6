// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What the index holds, by place: kept in memory while it is written, so that a change costs no
/// walk of the index.
struct DocumentTree {
  private var documents: [DocumentPlace: KnownDocument] = [:]
  /// The documents and folders right in each folder.
  private var children: [DocumentPlace: Set<DocumentPlace>] = [:]

  init(_ documents: some Sequence<KnownDocument> = []) {
    for document in documents { insert(document) }
  }

  /// How many documents there are.
  var count: Int { documents.count }
  /// How many of them are files that could not be taken in.
  private(set) var refusedCount = 0

  /// All documents, in no order.
  var all: some Collection<KnownDocument> { documents.values }

  /// The document at `place`; nil if there is none.
  subscript(place: DocumentPlace) -> KnownDocument? { documents[place] }

  /// The documents at `place` and everywhere below it.
  func documents(within place: DocumentPlace) -> [KnownDocument] {
    var found: [KnownDocument] = []
    var pending = [place]
    while let next = pending.popLast() {
      if let document = documents[next] { found.append(document) }
      pending += children[next] ?? []
    }
    return found
  }

  /// Puts a document in its place, whatever was there.
  mutating func insert(_ document: KnownDocument) {
    var place = document.place
    if documents[place]?.isRefused == true { refusedCount -= 1 }
    documents[place] = document
    if document.isRefused { refusedCount += 1 }
    while let parent = place.parent,
      children[parent, default: []].insert(place).inserted
    {
      place = parent
    }
  }

  /// Takes a document out, unless its place is another's by now.
  mutating func remove(_ document: KnownDocument) {
    var place = document.place
    guard let current = documents[place], current.number == document.number else { return }
    if current.isRefused { refusedCount -= 1 }
    documents[place] = nil
    while documents[place] == nil, children[place] == nil, let parent = place.parent {
      children[parent]?.remove(place)
      if children[parent]?.isEmpty == true { children[parent] = nil }
      place = parent
    }
  }
}
