// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import IndexerService
internal import PassageIndex
internal import PassageModel
internal import PassageSearch
internal import TextAnalysis

/// An index of documents, made as the service makes it but for where the passages are cut.
///
/// It is removed with its last user.
final class ScratchIndex {
  private(set) var passageCount = 0
  private var wordCount = 0
  private let folder: URL
  private let searcher: Searcher

  /// The mean size of a passage.
  var meanWordCount: Double { Double(wordCount) / Double(max(1, passageCount)) }

  init(
    of documents: [QuestionSet.Document],
    splitBy split: (StructuredDocument) -> [Passage]
  ) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "passages-bench-\(UUID().uuidString)")
    let path = folder.path(percentEncoded: false)
    let writer = try IndexWriter(path: path)
    searcher = Searcher(indexPath: path)
    try writer.setFolder(Self.folderName, root: Array("/".utf8))
    let analyzer = Analyzer()
    for document in documents {
      var analysis = PassageAnalysis(
        title: document.content.title,
        language: nil,
        analyzer: analyzer
      )
      let cut = split(document.content)
      let passages = cut.map { analysis.analyze($0) }
      passageCount += passages.count
      for passage in passages {
        let utf8 = Array(passage.passage.text.utf8)
        wordCount += Words.ranges(of: 0..<utf8.count, in: utf8).count
      }
      try writer.replace(
        try Self.record(of: document, in: writer),
        passages: passages,
        gaps: DocumentGaps(in: document.content.text, between: cut)
      )
    }
    try writer.commit()
    try writer.close()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The passages that answer `query`, best first.
  func hits(for query: String) throws -> [Hit] {
    try searcher.search(SearchRequest(query: query, limit: Self.hitLimit)).hits
  }

  private static let folderName = "documents"
  /// More than it takes for the words that are looked at.
  private static let hitLimit = 100

  private static func record(
    of document: QuestionSet.Document,
    in writer: IndexWriter
  ) throws -> DocumentRecord {
    let epoch = Timestamp(nanoseconds: 0)
    return DocumentRecord(
      number: try writer.nextDocumentNumber(),
      folder: folderName,
      path: document.path,
      checkpoint: Checkpoint(inode: 0, size: 0, modified: epoch, changed: epoch, isSettled: true),
      mediaType: document.content.mediaType.rawValue,
      title: document.content.title,
      length: TextLength(measuring: document.content.text.utf8)
    )
  }
}
