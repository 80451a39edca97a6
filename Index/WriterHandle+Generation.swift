// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel

extension WriterHandle {
  /// Writes what every generation has from the beginning, and commits it.
  func prepare(
    revision: Int,
    nextDocument: UInt32,
    folders: [String: [UInt8]]
  ) throws(IndexError) {
    try begin()
    try setNumber(IndexSchema.Key.format, to: IndexSchema.version)
    try setNumber(IndexSchema.Key.revision, to: revision)
    try setNumber(IndexSchema.Key.nextDocument, to: Int(nextDocument))
    try setMetadata(IndexSchema.Key.complete, to: IndexMetadata.no)
    for (name, root) in folders {
      try setMetadata(IndexSchema.Key.folderPrefix + name, to: root)
    }
    try commit()
  }

  /// The former places of all documents that have any, by their places; none if the records cannot be
  /// read, being damaged or of an older format.
  func formerPlaces() -> [DocumentPlace: [DocumentPlace]] {
    guard (try? number(of: IndexSchema.Key.format)) == IndexSchema.version,
      let entries = try? metadata(prefix: IndexSchema.Key.documentPrefix),
      let records = try? IndexMetadata.documents(entries)
    else { return [:] }
    let moved = records.lazy.filter { !$0.formerPlaces.isEmpty }
    return Dictionary(moved.map { ($0.place, $0.formerPlaces) }) { first, _ in first }
  }

  /// Sets `key` to decimal digits.
  func setNumber(_ key: String, to number: Int) throws(IndexError) {
    try setMetadata(key, to: Array(String(number).utf8))
  }

  /// The value of `key`, which must be decimal digits.
  func number(of key: String) throws(IndexError) -> Int {
    try IndexMetadata.number(try metadata(of: key), of: key)
  }
}

extension IndexFolder {
  /// Makes an index: its generation first, then the stub that makes the folder an index.
  func makeFirstGeneration() throws(IndexError) -> Generation {
    let first = Generation(1)
    let handle = try WriterHandle(path: path(of: first), creating: true)
    try handle.prepare(revision: 0, nextDocument: 1, folders: [:])
    try switchStub(to: first)
    return first
  }

  /// Makes a new, empty generation the current one in the place of a damaged one, which is kept under
  /// another name until the next takes its place; nothing is taken over from it.
  ///
  /// - Returns: the new generation.
  func replaceDamaged(_ damaged: Generation) throws(IndexError) -> Generation {
    let next = Generation(damaged.number + 1)
    let handle = try WriterHandle(path: path(of: next), creating: true)
    try handle.prepare(revision: 0, nextDocument: 1, folders: [:])
    try switchStub(to: next)
    try moveAside(damaged)
    return next
  }

  /// Opens a generation of the format that this program writes, or also of an older one.
  func openForWriting(
    _ generation: Generation,
    acceptingOutdated: Bool
  ) throws(IndexError) -> WriterHandle {
    guard try contains(generation) else {
      throw IndexError(
        code: .corrupt,
        message: "the index is damaged: \(path(of: generation)) is missing"
      )
    }
    let handle = try WriterHandle(path: path(of: generation), creating: false)
    try IndexMetadata.checkFormat(
      try handle.metadata(of: IndexSchema.Key.format),
      at: path,
      acceptingOutdated: acceptingOutdated
    )
    return handle
  }
}
