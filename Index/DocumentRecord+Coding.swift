// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel

extension DocumentRecord {
  /// The record in the bytes that the metadata of the index holds.
  var encoded: [UInt8] {
    var record = RecordEncoder()
    record.append(UInt64(number.rawValue))
    record.append(folder)
    record.append(path.bytes)
    record.append(checkpoint.inode)
    record.append(checkpoint.size)
    record.append(checkpoint.modified.nanoseconds)
    record.append(checkpoint.changed.nanoseconds)
    record.append(checkpoint.isSettled)
    record.append(digest)
    record.append(md5)
    record.append(processing)
    record.append(mediaType)
    record.append(title)
    record.append(authors) { $0.append($1) }
    record.append(language)
    record.append(date)
    record.append(encoding)
    record.append(length.bytes)
    record.append(length.characters)
    record.append(length.utf16)
    record.append(replacedByteCount)
    record.append(passageCount)
    record.append(references) { record, reference in
      record.append(reference.label)
      record.append(reference.text)
      record.append(reference.url)
      record.append(reference.doi)
      record.append(reference.item)
    }
    record.append(failure)
    record.append(formerPlaces) { record, place in
      record.append(place.folder)
      record.append(place.path.bytes)
    }
    return record.bytes
  }

  /// Reads what `encoded` wrote, or throws `corrupt`.
  init(decoding bytes: [UInt8]) throws(IndexError) {
    var record = RecordDecoder(bytes)
    guard let number = UInt32(exactly: try record.unsigned()) else {
      throw record.damage("holds a document number that is too large")
    }
    self.init(
      number: DocumentNumber(number),
      folder: try record.string(),
      path: RelativePath(bytes: try record.byteArray()),
      checkpoint: Checkpoint(
        inode: try record.unsigned(),
        size: try record.signed(),
        modified: Timestamp(nanoseconds: try record.signed()),
        changed: Timestamp(nanoseconds: try record.signed()),
        isSettled: try record.bool()
      ),
      digest: try record.string(),
      md5: try record.string(),
      processing: try record.string(),
      mediaType: try record.string(),
      title: try record.optionalString(),
      authors: try record.array { (record) throws(IndexError) in try record.string() },
      language: try record.optionalString(),
      date: try record.optionalString(),
      encoding: try record.string(),
      length: TextLength(
        bytes: try record.int(),
        characters: try record.int(),
        utf16: try record.int()
      ),
      replacedByteCount: try record.int(),
      passageCount: try record.int(),
      references: try record.array { (record) throws(IndexError) in
        Reference(
          label: try record.string(),
          text: try record.string(),
          url: try record.optionalString(),
          doi: try record.optionalString(),
          item: try record.optionalString()
        )
      },
      failure: try record.optionalString(),
      formerPlaces: try record.array { (record) throws(IndexError) in
        DocumentPlace(
          folder: try record.string(),
          path: RelativePath(bytes: try record.byteArray())
        )
      }
    )
    try record.finish()
  }

  /// Reads the record that stands at `key`, which must be its own.
  init(_ entry: (key: String, value: [UInt8])) throws(IndexError) {
    try self.init(decoding: entry.value)
    guard IndexSchema.Key.document(number) == entry.key else {
      throw IndexError(
        code: .corrupt,
        message: "the index is damaged: \(entry.key) holds the record of document \(number)"
      )
    }
  }
}
