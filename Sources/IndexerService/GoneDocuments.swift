// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// Documents whose files are gone and that are still in the index, because a file that waits to be
/// read may be one of them, moved.
struct GoneDocuments {
  private var documents: [DocumentPlace: KnownDocument] = [:]
  private var placesByDigest: [String: Set<DocumentPlace>] = [:]
  private var placesBySize: [Int64: Set<DocumentPlace>] = [:]

  var isEmpty: Bool { documents.isEmpty }

  mutating func insert(_ document: KnownDocument) {
    documents[document.place] = document
    placesByDigest[document.digest, default: []].insert(document.place)
    placesBySize[document.checkpoint.size, default: []].insert(document.place)
  }

  /// Takes the document that lay at `place`.
  mutating func take(at place: DocumentPlace) -> KnownDocument? {
    guard let document = documents.removeValue(forKey: place) else { return nil }
    placesByDigest[document.digest]?.remove(place)
    if placesByDigest[document.digest]?.isEmpty == true { placesByDigest[document.digest] = nil }
    let size = document.checkpoint.size
    placesBySize[size]?.remove(place)
    if placesBySize[size]?.isEmpty == true { placesBySize[size] = nil }
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

  /// Takes all whose size is such that no file which waits can be one of them.
  mutating func takeAll(whereSize isOver: (Int64) -> Bool) -> [KnownDocument] {
    placesBySize.keys.filter(isOver).flatMap { takeAll(ofSize: $0) }
  }

  /// Takes all of a size.
  mutating func takeAll(ofSize size: Int64) -> [KnownDocument] {
    (placesBySize[size] ?? []).compactMap { take(at: $0) }
  }
}
