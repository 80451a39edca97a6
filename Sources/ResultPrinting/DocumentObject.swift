// SPDX-License-Identifier: GPL-3.0-or-later

internal import FoundationEssentials
internal import PassageModel

/// A document as schema 1 has it.
struct DocumentObject: Encodable {
  let folder: String
  let path: String
  let uri: String
  @Nullable var title: String?
  let authors: [String]
  let mediaType: String
  @Nullable var language: String?
  let modified: String
  let digest: String
  let passages: Int

  init(_ document: SourceDocument) {
    folder = document.folder
    path = document.path.description
    uri = document.uri
    _title = Nullable(wrappedValue: document.title)
    authors = document.authors
    mediaType = document.mediaType
    _language = Nullable(wrappedValue: document.language)
    modified = document.modified.internetTime
    digest = document.digest
    passages = document.passageCount
  }
}

extension Timestamp {
  /// The moment in UTC, cut to whole seconds, such as `2026-11-23T10:00:00Z`.
  ///
  /// - SeeAlso: RFC 3339.
  var internetTime: String {
    let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    // Division rounds towards zero, a clock always back.
    let seconds = remainder < 0 ? quotient - 1 : quotient
    return Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}
