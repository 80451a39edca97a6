// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
package import PassageModel
internal import TextAnalysis

/// Tells what became of quotations that were written down.
///
/// One caller at a time.
package final class Verifier {
  private let indexPath: String
  private let renewsMoved: Bool
  private let day: String

  /// Prepares to verify against the index at `indexPath`, an absolute path.
  ///
  /// - Parameters:
  ///   - indexPath: the index.
  ///   - day: the day of today, `YYYY-MM-DD`.
  ///   - renewsMoved: whether of those that moved is told what has to be written down for them now.
  package init(indexPath: String, day: String, renewsMoved: Bool = false) {
    self.indexPath = indexPath
    self.day = day
    self.renewsMoved = renewsMoved
  }

  /// What became of each of `quotations`, in their order; all by one revision of the index.
  ///
  /// - Parameters:
  ///   - quotations: all those of one file, or any.
  ///   - file: the real path of that file: what stands in it is not taken for a source.
  /// - Returns: as many verdicts.
  /// - Throws: what searching throws.
  package func verify(
    _ quotations: [CitedQuotation],
    quotedIn file: String? = nil
  ) throws(SearchError) -> [QuotationVerdict] {
    try SearchError.wrapping {
      try IndexReader.withNewestRevision(of: indexPath) { reader in
        let analyzer = QueryAnalyzer(languages: try reader.languages().map(\.code))
        let shelf = try DocumentShelf(reader)
        let passages = LikePassages(reader: reader, analyzer: analyzer)
        let judge = QuotationJudge(
          shelf: shelf,
          passages: passages,
          maker: self.renewsMoved ? QuotationMaker(passages: passages, day: self.day) : nil,
          quotingFile: file
        )
        // Those of one document after one another: its text is opened once.
        let order = quotations.indices.sorted {
          let (left, right) = (quotations[$0].anchor, quotations[$1].anchor)
          return (left?.folder ?? "", left?.path ?? RelativePath(""), $0)
            < (right?.folder ?? "", right?.path ?? RelativePath(""), $1)
        }
        var verdicts: [Int: QuotationVerdict] = [:]
        for index in order { verdicts[index] = try judge.verdict(on: quotations[index]) }
        return quotations.indices.compactMap { verdicts[$0] }
      }
    }
  }
}
