// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

extension SourceDocument {
  /// What a record says of its document, which lies in the watched folder at `root`.
  init(_ record: DocumentRecord, root: [UInt8]) {
    self.init(
      folder: record.folder,
      path: record.path,
      uri: "file://" + PercentEncoding.encode(root + [UInt8(ascii: "/")] + record.path.bytes),
      title: record.title,
      authors: record.authors,
      mediaType: record.mediaType,
      language: record.language,
      modified: record.checkpoint.modified,
      digest: record.digest,
      length: record.length,
      passageCount: record.passageCount
    )
  }
}
