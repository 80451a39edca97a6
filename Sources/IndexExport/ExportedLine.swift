// SPDX-License-Identifier: GPL-3.0-or-later

internal import Digests
internal import PassageIndex
internal import PassageModel
internal import ResultPrinting

/// One line of an export: either a document or a passage.
struct ExportedLine: Encodable {
  var document: ExportedDocument?
  var passage: ExportedPassage?
}

struct ExportedReference: Encodable {
  let label: String
  let text: String
  @Nullable var url: String?
  @Nullable var doi: String?
  /// What is known of the work, as CSL-JSON.
  @Nullable var csl: String?
}

struct ExportedDocument: Encodable {
  let folder: String
  let path: String
  /// The exact bytes of the path, percent-encoded.
  let encodedPath: String
  @Nullable var title: String?
  let authors: [String]
  let mediaType: String
  @Nullable var language: String?
  @Nullable var date: String?
  let encoding: String
  let digest: String
  let md5: String
  let characters: Int
  let passages: Int
  let references: [ExportedReference]
  @Nullable var failure: String?

  init(_ record: DocumentRecord) {
    folder = record.folder
    path = record.path.description
    encodedPath = record.path.percentEncoded
    _title = Nullable(wrappedValue: record.title)
    authors = record.authors
    mediaType = record.mediaType
    _language = Nullable(wrappedValue: record.language)
    _date = Nullable(wrappedValue: record.date)
    encoding = record.encoding
    digest = record.digest
    md5 = record.md5
    characters = record.length.characters
    passages = record.passageCount
    references = record.references.map {
      ExportedReference(label: $0.label, text: $0.text, url: $0.url, doi: $0.doi, csl: $0.item)
    }
    _failure = Nullable(wrappedValue: record.failure)
  }
}

struct ExportedCitation: Encodable {
  let label: String
  /// Bytes of the passage's text.
  let range: [Int]
}

struct ExportedRange: Encodable {
  let bytes: [Int]
  let characters: [Int]
  let utf16: [Int]

  init(_ range: TextRange) {
    func pair(_ range: Range<Int>) -> [Int] { [range.lowerBound, range.upperBound] }
    bytes = pair(range.bytes)
    characters = pair(range.characters)
    utf16 = pair(range.utf16)
  }
}

struct ExportedPassage: Encodable {
  /// `FOLDER/PATH`, the path percent-encoded; null for a passage that belongs to no document.
  @Nullable var document: String?
  let ordinal: Int
  let headings: [String]
  let text: String
  let range: ExportedRange
  let lines: [Int]
  let sentences: [[Int]]
  let citations: [ExportedCitation]
  /// Bytes of the passage's text that hold no words.
  let markup: [[Int]]
  /// The digest of the passage's postings as the engine holds them.
  let terms: String

  init(_ stored: StoredPassage, _ record: DocumentRecord?) {
    let passage = stored.passage
    _document = Nullable(
      wrappedValue: record.map { "\($0.folder)/\($0.path.percentEncoded)" }
    )
    ordinal = passage.ordinal
    headings = passage.headings
    text = passage.text
    range = ExportedRange(passage.range)
    lines = [passage.lines.lowerBound, passage.lines.upperBound]
    sentences = passage.sentences.map { [$0.lowerBound, $0.upperBound] }
    citations = passage.markers.map {
      ExportedCitation(label: $0.label, range: [$0.range.lowerBound, $0.range.upperBound])
    }
    markup = passage.markup.map { [$0.lowerBound, $0.upperBound] }
    terms = ContentDigest.sha256(stored.postings)
  }
}
