// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// Finds the files of references that belong to a document, by their names.
///
/// Documents of one answer share folders: what was looked up once is kept.
struct SidecarFinder {
  private static let sharedName = Array("references".utf8)
  private static let suffixes = [".bib", ".csl.json"].map { Array($0.utf8) }

  private let reader: IndexReader
  private var known: [DocumentPlace: Sidecar?] = [:]

  init(reader: IndexReader) {
    self.reader = reader
  }

  /// The sidecars of a document, the nearest level first.
  ///
  /// First stand those named as it is, then those of its folder and of each folder above it. Levels
  /// without any are left out.
  mutating func sidecars(of record: DocumentRecord) throws(IndexError) -> [[Sidecar]] {
    let own = try level(Self.stem(of: record.path), in: record.folder)
    return try ([own] + shared(for: record)).filter { !$0.isEmpty }
  }

  /// The sidecars named as a document is, which are for it alone.
  mutating func own(of record: DocumentRecord) throws(IndexError) -> [Sidecar] {
    try level(Self.stem(of: record.path), in: record.folder)
  }

  private mutating func shared(for record: DocumentRecord) throws(IndexError) -> [[Sidecar]] {
    var levels: [[Sidecar]] = []
    var parents = record.path.bytes[...]
    while true {
      // With its slash; empty for the watched folder itself.
      let slash = parents.lastIndex(of: UInt8(ascii: "/"))
      let parent = slash.map { parents[...$0] } ?? []
      levels.append(try level(Array(parent) + Self.sharedName, in: record.folder))
      guard let slash else { return levels }
      parents = parents[..<slash]
    }
  }

  /// The sidecars whose path is `stem` and a suffix.
  private mutating func level(
    _ stem: [UInt8],
    in folder: String
  ) throws(IndexError) -> [Sidecar] {
    var found: [Sidecar] = []
    for suffix in Self.suffixes {
      let place = DocumentPlace(folder: folder, path: RelativePath(bytes: stem + suffix))
      if let sidecar = try sidecar(at: place) { found.append(sidecar) }
    }
    return found
  }

  private mutating func sidecar(at place: DocumentPlace) throws(IndexError) -> Sidecar? {
    if let known = known[place] { return known }
    let record = try reader.document(at: place)
    // One that could not be read has no type.
    let isReadable = record.flatMap { MediaType(rawValue: $0.mediaType) }?.isBibliography ?? false
    let sidecar = record.flatMap { record in
      isReadable
        ? Sidecar(origin: "\(record.folder)/\(record.path)", references: record.references) : nil
    }
    known[place] = .some(sidecar)
    return sidecar
  }

  /// The path without what follows the last dot of the name.
  private static func stem(of path: RelativePath) -> [UInt8] {
    guard path.fileExtension != nil, let dot = path.bytes.lastIndex(of: UInt8(ascii: "."))
    else { return path.bytes }
    return Array(path.bytes[..<dot])
  }
}
