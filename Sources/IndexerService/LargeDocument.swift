// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import TextAnalysis

/// A large document while it is written, a part at a time, so that others need not wait for it.
struct LargeDocument {
  /// So many passages are written at a time.
  private static let partCount = 200
  /// After so long prompt files have to wait for it.
  private static let patience = Duration.seconds(300)

  let prepared: PreparedDocument
  let summary: DocumentSummary
  /// What the index holds at its place; nil if it is new.
  let old: KnownDocument?
  let number: DocumentNumber
  private let passages: [Passage]
  private let gaps: DocumentGaps
  private var analysis: PassageAnalysis
  private var writtenCount = 0
  private let start = ContinuousClock.now

  /// Begins with a document of which nothing is written.
  init(
    _ prepared: PreparedDocument,
    _ summary: DocumentSummary,
    _ passages: [Passage],
    _ gaps: DocumentGaps,
    replacing old: KnownDocument?,
    as number: DocumentNumber
  ) {
    self.prepared = prepared
    self.summary = summary
    self.passages = passages
    self.gaps = gaps
    self.old = old
    self.number = number
    analysis = PassageAnalysis(
      title: summary.title,
      language: summary.language,
      analyzer: Analyzer(language: summary.language)
    )
  }

  var passageCount: Int { passages.count }
  /// Whether a part of it is in the transaction: then nothing may be committed.
  var isBegun: Bool { writtenCount > 0 }
  var isWhole: Bool { writtenCount == passages.count }
  /// Whether it is given up for now when something prompt is to be written: not for ever, or it would
  /// never be whole.
  var yields: Bool { .now - start < Self.patience }

  /// Writes the next part.
  mutating func writePart(to writer: IndexWriter) throws {
    if writtenCount == 0 { try writer.beginText(gaps, of: number) }
    let part = passages[writtenCount...].prefix(Self.partCount)
    try writer.append(part.map { analysis.analyze($0) }, to: number)
    writtenCount += part.count
  }

  /// Forgets what was written, which the caller has discarded.
  mutating func startOver() {
    writtenCount = 0
  }
}
