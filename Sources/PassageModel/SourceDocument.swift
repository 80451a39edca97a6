// SPDX-License-Identifier: GPL-3.0-or-later

/// The number of a document within one index: it stays when the document is edited, renamed or
/// moved, and is never given twice.
package struct DocumentNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  package let rawValue: UInt32

  /// Takes a number, counted from 1.
  package init(_ rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The number in decimal digits.
  package var description: String { String(rawValue) }

  /// Orders documents by when they were first seen.
  package static func < (left: DocumentNumber, right: DocumentNumber) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A moment, in nanoseconds since 1970-01-01T00:00:00Z, as the file system counts.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Nanoseconds since the epoch; negative before it.
  package let nanoseconds: Int64

  /// Takes nanoseconds since the epoch.
  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Orders moments in time.
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

/// What a hit says of the document it was found in.
package struct SourceDocument: Hashable, Sendable {
  /// The name of the watched folder.
  package let folder: String
  /// Where the document lies below that folder.
  package let path: RelativePath
  /// The exact place of the file, as a `file:` URL.
  package let uri: String
  /// The title as the document states it.
  package let title: String?
  /// The authors as the document states them.
  package let authors: [String]
  /// The format it was read as, such as `text/plain`.
  package let mediaType: String
  /// Its language as a BCP 47 tag, if it is known.
  package let language: String?
  /// When the file was last changed.
  package let modified: Timestamp
  /// The digest of the file's own bytes: `sha256:` and hexadecimal digits.
  package let digest: String
  /// The length of its text.
  package let length: TextLength
  /// How many passages it was split into.
  package let passageCount: Int

  /// Makes a description of its parts.
  package init(
    folder: String,
    path: RelativePath,
    uri: String,
    title: String?,
    authors: [String],
    mediaType: String,
    language: String?,
    modified: Timestamp,
    digest: String,
    length: TextLength,
    passageCount: Int
  ) {
    self.folder = folder
    self.path = path
    self.uri = uri
    self.title = title
    self.authors = authors
    self.mediaType = mediaType
    self.language = language
    self.modified = modified
    self.digest = digest
    self.length = length
    self.passageCount = passageCount
  }
}
