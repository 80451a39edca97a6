// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel

/// What the metadata of an index mean, the same for readers and the writer.
enum IndexMetadata {
  static let yes = Array("1".utf8)
  static let no = Array("0".utf8)

  /// Makes sure that the value of the key `format` is the format of this program.
  ///
  /// - Parameters:
  ///   - value: what the key holds.
  ///   - path: the index folder, for the error.
  ///   - acceptingOutdated: whether an older one will do, because nothing is read of the index but
  ///     metadata, which all formats have in common.
  /// - Throws: `notAnIndex` if it states no format, `unknownVersion` if the format is another one.
  static func checkFormat(
    _ value: [UInt8],
    at path: String,
    acceptingOutdated: Bool = false
  ) throws(IndexError) {
    let text = String(decoding: value, as: UTF8.self)
    guard let version = Int(text), version > 0 else {
      throw IndexFolder(path: path).notAnIndex("it states no format")
    }
    guard version <= IndexSchema.version else {
      throw IndexError(
        code: .unknownVersion,
        message: "\(path) was written by a newer splitsearch, in format \(version); "
          + "this one knows formats up to \(IndexSchema.version)"
      )
    }
    guard version == IndexSchema.version || acceptingOutdated else {
      throw IndexError(
        code: .outdatedVersion,
        message: "\(path) was written by an older splitsearch, in format \(version); "
          + "this one writes format \(IndexSchema.version)"
      )
    }
  }

  /// A value in decimal digits.
  static func number(_ value: [UInt8], of key: String) throws(IndexError) -> Int {
    guard let number = Int(String(decoding: value, as: UTF8.self)), number >= 0 else {
      throw IndexError(code: .corrupt, message: "the index is damaged: \(key) is no number")
    }
    return number
  }

  static func documents(
    _ metadata: [(key: String, value: [UInt8])]
  ) throws(IndexError) -> [DocumentRecord] {
    var records: [DocumentRecord] = []
    records.reserveCapacity(metadata.count)
    for entry in metadata { records.append(try DocumentRecord(entry)) }
    return records
  }

  static func folders(_ metadata: [(key: String, value: [UInt8])]) -> [String: [UInt8]] {
    var folders: [String: [UInt8]] = [:]
    for (key, value) in metadata {
      folders[String(key.dropFirst(IndexSchema.Key.folderPrefix.count))] = value
    }
    return folders
  }
}
