// SPDX-License-Identifier: GPL-3.0-or-later

/// Documents whose files are gone and that are still in the index, because a file that waits to be
/// read may be one of them, moved.
struct GoneDocuments {
  private var documents: [DocumentPlace: KnownDocument] = [:]
  private var placesByDigest: [String: Set<DocumentPlace>] = [:]

  var isEmpty: Bool { documents.isEmpty }

  mutating func insert(_ document: KnownDocument) {
    documents[document.place] = document
    placesByDigest[document.digest, default: []].insert(document.place)
  }

  /// Takes the document that lay at `place`.
  mutating func take(at place: DocumentPlace) -> KnownDocument? {
    guard let document = documents.removeValue(forKey: place) else { return nil }
    placesByDigest[document.digest]?.remove(place)
    if placesByDigest[document.digest]?.isEmpty == true { placesByDigest[document.digest] = nil }
    return document
  }

  /// Takes a document that was just what the file `prepared` is.
  mutating func take(like prepared: PreparedDocument, as mediaType: String) -> KnownDocument? {
    let place = placesByDigest[prepared.digest]?.first { place in
      documents[place]?.processing == prepared.processing
        && documents[place]?.mediaType == mediaType
    }
    return place.flatMap { take(at: $0) }
  }

  /// Takes all that no file which waits can be.
  mutating func takeAll(where isOver: (KnownDocument) -> Bool) -> [KnownDocument] {
    documents.values.filter(isOver).compactMap { take(at: $0.place) }
  }
}
