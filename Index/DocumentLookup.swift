// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel

/// By what documents are found without the records of all being read.
///
/// The index has an entry for each pair of such a thing and a document, so that thousands of files
/// alike cost no more than as many others.
enum DocumentLookup: Hashable {
  /// Where the document lies.
  case place(DocumentPlace)
  /// Where it lay before.
  case former(DocumentPlace)
  /// `DocumentRecord.digest`.
  case digest(String)
  /// `DocumentRecord.md5`.
  case md5(String)

  /// Everything that finds the document of `record`.
  static func all(of record: DocumentRecord) -> [DocumentLookup] {
    var lookups = [DocumentLookup.place(record.place)]
    lookups += record.formerPlaces.map { .former($0) }
    if !record.digest.isEmpty { lookups.append(.digest(record.digest)) }
    if !record.md5.isEmpty { lookups.append(.md5(record.md5)) }
    return lookups
  }

  /// The keys of all entries of a document.
  static func keys(of record: DocumentRecord) -> Set<String> {
    Set(all(of: record).map { $0.prefix + IndexSchema.Key.hexadecimal(record.number.rawValue) })
  }

  /// The document whose entry stands at `key`; nil if that is no key of an entry.
  static func document(of key: String) -> DocumentNumber? {
    UInt32(key.suffix(8), radix: 16).map { DocumentNumber($0) }
  }

  /// Whether it finds the document of `record`: others may have entries that begin alike.
  func finds(_ record: DocumentRecord) -> Bool {
    switch self {
    case .place(let place): record.place == place
    case .former(let place): record.formerPlaces.contains(place)
    case .digest(let digest): record.digest == digest
    case .md5(let md5): record.md5 == md5
    }
  }

  /// What the keys of the entries of all documents begin with that it finds.
  ///
  /// A path can be longer than a key, so keys have hashes.
  var prefix: String {
    switch self {
    case .place(let place): IndexSchema.Key.placePrefix + Self.hash(place) + "/"
    case .former(let place): IndexSchema.Key.formerPlacePrefix + Self.hash(place) + "/"
    case .digest(let digest): IndexSchema.Key.digestPrefix + Self.hash(digest.utf8) + "/"
    case .md5(let md5): IndexSchema.Key.md5Prefix + Self.hash(md5.utf8) + "/"
    }
  }

  private static func hash(_ place: DocumentPlace) -> String {
    hash(Array(place.folder.utf8) + [0] + place.path.bytes)
  }

  /// FNV-1a of 64 bits, in hexadecimal digits.
  ///
  /// - SeeAlso: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm".
  private static func hash(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return IndexSchema.Key.hexadecimal(hash)
  }
}
