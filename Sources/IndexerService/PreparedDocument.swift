// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex
internal import PassageModel

/// What became of a file: all that the writer needs, and nothing that touches the index.
struct PreparedDocument: Sendable {
  enum Content: Sendable {
    /// The file was read and split.
    case passages(DocumentSummary, [AnalyzedPassage], DocumentGaps)
    /// The same of a large file: its passages are analyzed as they are written.
    case large(DocumentSummary, [Passage], DocumentGaps)
    /// The file has the content that the index holds.
    case known
    /// The file cannot be taken in, for the reason given.
    case refused(String)
    /// The file is not there any more.
    case gone
  }

  let job: PreparationJob
  let checkpoint: Checkpoint
  /// Empty if the file was not read.
  let digest: String
  /// Empty if the file was not read, or has the content that the index holds.
  let md5: String
  /// What the record is to bear (`Processing`).
  let processing: String
  /// How many bytes were read.
  let byteCount: Int
  let content: Content
}

/// What a record keeps of a document's structure.
struct DocumentSummary: Sendable {
  let mediaType: MediaType
  let title: String?
  let authors: [String]
  /// As `LanguageCode` makes it; nil if it is not known.
  let language: String?
  /// Whether the document itself says its language.
  let statesLanguage: Bool
  let date: String?
  let encoding: String
  let length: TextLength
  let replacedByteCount: Int
  let references: [Reference]
}
