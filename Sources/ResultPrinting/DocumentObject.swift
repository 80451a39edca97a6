// SPDX-License-Identifier: GPL-3.0-or-later

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
