// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// What was seen of a file when it was last read: if none of it differs, the file was not changed.
package struct Checkpoint: Hashable, Sendable {
  /// The inode number: reused by the file system, so it proves nothing alone.
  package var inode: UInt64
  /// The size in bytes.
  package var size: Int64
  /// When its content was last changed.
  package var modified: Timestamp
  /// When its content or its inode was last changed.
  package var changed: Timestamp
  /// False if the file was changed so shortly before it was read that a later change could bear
  /// the same times: such a file is read again.
  package var isSettled: Bool

  /// Makes a checkpoint.
  package init(
    inode: UInt64,
    size: Int64,
    modified: Timestamp,
    changed: Timestamp,
    isSettled: Bool
  ) {
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
    self.isSettled = isSettled
  }
}

/// All the index knows of one file, committed together with that file's passages.
package struct DocumentRecord: Hashable, Sendable {
  /// Stays when the document is edited, renamed or moved.
  package let number: DocumentNumber
  /// The name of the watched folder.
  package var folder: String
  /// Where the file lies below that folder.
  package var path: RelativePath
  /// What was seen of the file when it was read.
  package var checkpoint: Checkpoint
  /// `sha256:` and 64 hexadecimal digits, of the file's own bytes; empty if it was not read.
  package var digest: String
  /// The MD5 of the same bytes, 32 lower-case hexadecimal digits: the integrity check of RFC 5147,
  /// which guards against nobody; empty if the file was not read.
  package var md5: String
  /// The version of the reader that read it and of the splitter that split it, such as `1.1`.
  package var processing: String
  /// The format it was read as; empty if it was not read.
  package var mediaType: String
  /// The title as the document states it.
  package var title: String?
  /// The authors as the document states them.
  package var authors: [String]
  /// Its language as a BCP 47 tag, if it is known.
  package var language: String?
  /// Its date as the document states it.
  package var date: String?
  /// The encoding it was read in, by its IANA name; empty if it was not read.
  package var encoding: String
  /// The length of its text.
  package var length: TextLength
  /// How many bytes of the file were no text and stand as U+FFFD in its passages.
  package var replacedByteCount: Int
  /// How many passages it has.
  package var passageCount: Int
  /// The entries of its reference lists.
  package var references: [Reference]
  /// Why the file has no passages, for people; nil if it was read.
  package var failure: String?
  /// Where the document stood before it was seen to move or to get another name, the newest last:
  /// no place twice, never the present one, `formerPlaceLimit` at the most.
  ///
  /// `IndexWriter` keeps them from one record of a document to the next.
  package private(set) var formerPlaces: [DocumentPlace]

  /// How many former places are kept.
  package static let formerPlaceLimit = 8

  /// Where the document lies.
  package var place: DocumentPlace { DocumentPlace(folder: folder, path: path) }

  /// Makes a record of its parts.
  package init(
    number: DocumentNumber,
    folder: String,
    path: RelativePath,
    checkpoint: Checkpoint,
    digest: String = "",
    md5: String = "",
    processing: String = "",
    mediaType: String = "",
    title: String? = nil,
    authors: [String] = [],
    language: String? = nil,
    date: String? = nil,
    encoding: String = "",
    length: TextLength = .zero,
    replacedByteCount: Int = 0,
    passageCount: Int = 0,
    references: [Reference] = [],
    failure: String? = nil,
    formerPlaces: [DocumentPlace] = []
  ) {
    self.number = number
    self.folder = folder
    self.path = path
    self.checkpoint = checkpoint
    self.digest = digest
    self.md5 = md5
    self.processing = processing
    self.mediaType = mediaType
    self.title = title
    self.authors = authors
    self.language = language
    self.date = date
    self.encoding = encoding
    self.length = length
    self.replacedByteCount = replacedByteCount
    self.passageCount = passageCount
    self.references = references
    self.failure = failure
    self.formerPlaces = formerPlaces
  }

  /// Goes on from what the document was at the places `earlier`, the newest last.
  mutating func keepFormerPlaces(_ earlier: [DocumentPlace]) {
    var seen: Set = [place]
    let newestFirst = earlier.reversed().filter { seen.insert($0).inserted }
    formerPlaces = newestFirst.prefix(Self.formerPlaceLimit).reversed()
  }
}
