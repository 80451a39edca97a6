// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What `verify` found, as schema 1 has it.
struct VerificationObject: Encodable {
  let schema = JSONPrinter.schema
  let files: [FileObject]
  let counts: [String: Int]

  init(_ reports: [FileReport]) {
    files = reports.map(FileObject.init)
    var counts = Dictionary(uniqueKeysWithValues: QuotationState.allCases.map { ($0.rawValue, 0) })
    for quotation in reports.flatMap(\.quotations) {
      counts[quotation.verdict.state.rawValue, default: 0] += 1
    }
    self.counts = counts
  }

  struct FileObject: Encodable {
    let file: String
    let quotations: [QuotationObject]
    let broken: [BrokenObject]
    @Nullable var error: ErrorObject?

    init(_ report: FileReport) {
      file = report.name
      quotations = report.quotations.map(QuotationObject.init)
      broken = report.troubles.map {
        BrokenObject(line: $0.line, text: $0.text, reason: $0.reason)
      }
      _error = Nullable(wrappedValue: report.failure.map(ErrorObject.init))
    }
  }

  struct ErrorObject: Encodable {
    let code: String
    let message: String

    init(_ failure: PrintedFailure) {
      code = failure.code
      message = failure.message
    }
  }

  struct BrokenObject: Encodable {
    let line: Int
    let text: String
    let reason: String
  }

  struct QuotationObject: Encodable {
    let line: Int
    let state: String
    @Nullable var text: String?
    @Nullable var anchor: String?
    @Nullable var source: String?
    @Nullable var now: NowObject?
    let changes: [ChangeObject]
    let candidates: [CandidateObject]
    @Nullable var reason: String?
    let fixed: Bool

    init(_ entry: FileReport.Quotation) {
      let verdict = entry.verdict
      line = entry.line
      state = verdict.state.rawValue
      _text = Nullable(wrappedValue: entry.quotation.text)
      _anchor = Nullable(wrappedValue: entry.quotation.anchor?.description)
      _source = Nullable(wrappedValue: entry.quotation.source)
      _now = Nullable(
        wrappedValue: verdict.anchor.map {
          NowObject(anchor: $0.description, text: verdict.text ?? entry.quotation.text)
        }
      )
      changes = verdict.changes.map(ChangeObject.init)
      candidates = verdict.candidates.map {
        CandidateObject(
          anchor: $0.anchor.description,
          text: $0.text,
          similarity: $0.similarity
        )
      }
      _reason = Nullable(wrappedValue: verdict.reason)
      fixed = entry.isFixed
    }
  }

  struct NowObject: Encodable {
    let anchor: String
    @Nullable var text: String?

    init(anchor: String, text: String?) {
      self.anchor = anchor
      _text = Nullable(wrappedValue: text)
    }
  }

  struct CandidateObject: Encodable {
    let anchor: String
    let text: String
    let similarity: Double
  }

  /// One key, which says what became of the words: `kept`, `removed` or `added`.
  struct ChangeObject: Encodable {
    let change: WordChange

    init(_ change: WordChange) {
      self.change = change
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      switch change {
      case .kept(let words): try container.encode(words, forKey: .kept)
      case .removed(let words): try container.encode(words, forKey: .removed)
      case .added(let words): try container.encode(words, forKey: .added)
      }
    }

    private enum Key: CodingKey {
      case kept, removed, added
    }
  }
}
