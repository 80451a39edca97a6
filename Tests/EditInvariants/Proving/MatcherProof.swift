// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel
internal import QuoteMatching
internal import TestSupport

/// Sets what the matcher finds in an edited text against the books of the editor.
///
/// A document is quoted, then edited in every way, each time from the beginning; after each the
/// quotations are looked for.
package struct MatcherProof: Sendable {
  private let kind: any TextKind
  private let seed: UInt64
  private let quotationCount: Int
  private let baselines: Bool

  /// Prepares to prove with one document of `kind`; with `baselines`, a sample is looked for in simpler
  /// ways, too.
  package init(_ kind: any TextKind, seed: UInt64, quotationCount: Int, baselines: Bool = false) {
    self.kind = kind
    self.seed = seed
    self.quotationCount = quotationCount
    self.baselines = baselines
  }

  private struct Cited {
    let quotation: PickedQuotation
    let full: Written
    let plain: Written
  }

  /// What is written down with a quotation.
  private struct Written {
    let prefix: String
    let suffix: String
    let lookalike: Double?
  }

  /// All that was found, and all faults.
  package func run() -> ProofOutcome { run(kind) }

  private func run(_ kind: some TextKind) -> ProofOutcome {
    var outcome = ProofOutcome()
    var editor = Editor(random: SeededGenerator(seed: seed))
    let document = editor.document(kind)
    let original = RenderedDocument(document)
    let cited = cite(original, &editor)
    for (number, edit) in EditKind.allCases.enumerated() {
      for (step, strength) in EditStrength.allCases.enumerated() {
        var (copy, edited) = (editor, document)
        let salt = UInt64(number * EditStrength.allCases.count + step + 1)
        copy.random = SeededGenerator(seed: seed &* 1_000_003 &+ salt)
        copy.edit(&edited, edit, strength, kind: kind)
        let library = EditedLibrary([RenderedDocument(edited)], lineageCount: copy.lineageCount)
        check(cited, library, edit, strength, &outcome)
      }
    }
    return outcome
  }

  private func cite(_ original: RenderedDocument, _ editor: inout Editor) -> [Cited] {
    let compared = ComparedText(original.text)
    var cited: [Cited] = []
    for _ in 0..<quotationCount {
      guard let quotation = editor.quotation(from: original) else { continue }
      let distinctness = compared.distinctness(of: quotation.bytes)
      let context = original.text.context(of: quotation.bytes, characterCount: 32)
      cited.append(
        Cited(
          quotation: quotation,
          full: Written(
            prefix: distinctness.prefix,
            suffix: distinctness.suffix,
            lookalike: distinctness.lookalike
          ),
          plain: Written(prefix: context.prefix, suffix: context.suffix, lookalike: nil)
        )
      )
    }
    return cited
  }

  private func check(
    _ cited: [Cited],
    _ library: EditedLibrary,
    _ edit: EditKind,
    _ strength: EditStrength,
    _ outcome: inout ProofOutcome
  ) {
    let text = library.documents[0].text
    let finder = QuoteFinder(ComparedText(text))
    for (number, cited) in cited.enumerated() {
      let quotation = cited.quotation
      let truth = Truth(of: quotation, in: library, home: 0)
      func claim(_ state: Claim.State, _ place: QuotePlace) -> Claim {
        Claim(state, document: 0, bytes: place.range, isSuccessor: edit == .rewritten)
      }
      func find(_ written: Written) -> Claim? {
        let isInside = text.isBoundary(quotation.bytes)
        let finding = finder.find(
          SoughtQuotation(
            text: quotation.text,
            prefix: written.prefix,
            suffix: written.suffix,
            place: isInside ? quotation.bytes : nil,
            wasFirst: quotation.bytes.lowerBound == 0,
            lookalike: written.lookalike
          )
        )
        switch finding {
        case .same(let place): return claim(.same, place)
        case .changed(let place): return claim(.changed, place)
        case .unsure: return nil
        case .gone: return nil
        }
      }
      func note(_ claim: Claim?, _ silence: Tally.Silence, _ way: ProofOutcome.Way) {
        let labels = ProofOutcome.Labels(
          kind: kind.name,
          edit: edit.rawValue,
          strength: strength.rawValue,
          extent: quotation.extent
        )
        guard let claim else { return outcome.count(silence, truth, labels, way) }
        let judgement = Judgement(claim, about: quotation, truth, in: library)
        outcome.count(judgement, truth, labels, way)
        guard way == .full || way == .plain, judgement.isFault else { return }
        outcome.faults.append(
          ProofFault(
            way: way,
            judgement: judgement,
            labels: labels,
            seed: seed,
            quotation: quotation,
            claim: claim,
            truth: truth,
            library: library
          )
        )
      }
      func silence(_ written: Written) -> Tally.Silence {
        // Only the matcher's own word tells the two apart.
        let finding = finder.find(
          SoughtQuotation(text: quotation.text, lookalike: written.lookalike)
        )
        if case .gone = finding { return .orphaned }
        return .ambiguous
      }
      let full = find(cited.full)
      note(full, full == nil ? silence(cited.full) : .orphaned, .full)
      let plain = find(cited.plain)
      note(plain, plain == nil ? silence(cited.plain) : .orphaned, .plain)
      guard baselines, number % 16 == 0 else { continue }
      let best = BestMatch(of: quotation.text, in: library.documents, at: [0])
      note(best.claim(), .orphaned, .bestMatch)
      note(best.claim(atLeast: 0.5), .orphaned, .bestMatchOfHalf)
    }
  }
}

extension SourceText {
  /// The same stretch, counted in characters.
  package func characters(in bytes: Range<Int>) -> Range<Int> {
    var ruler = TextRuler(self)
    return ruler.measure(bytes).range.characters
  }

  /// What stands before and behind a stretch.
  package func context(of bytes: Range<Int>, characterCount: Int) -> (
    prefix: String, suffix: String
  ) {
    let before = string(in: max(0, backed(bytes.lowerBound, characterCount))..<bytes.lowerBound)
    let behind = string(in: bytes.upperBound..<advanced(bytes.upperBound, characterCount))
    return (before, behind)
  }

  /// Whether a range lies in the text, on boundaries of characters.
  func isBoundary(_ bytes: Range<Int>) -> Bool {
    bytes.upperBound <= utf8.count && isStart(bytes.lowerBound) && isStart(bytes.upperBound)
  }

  private func isStart(_ offset: Int) -> Bool {
    offset == utf8.count || utf8[offset] & 0b1100_0000 != 0b1000_0000
  }

  private func backed(_ offset: Int, _ characterCount: Int) -> Int {
    var (offset, count) = (offset, 0)
    while offset > 0, count < characterCount {
      offset -= 1
      if isStart(offset) { count += 1 }
    }
    return offset
  }

  private func advanced(_ offset: Int, _ characterCount: Int) -> Int {
    var (offset, count) = (offset, 0)
    while offset < utf8.count, count < characterCount {
      offset += 1
      if isStart(offset) { count += 1 }
    }
    return offset
  }
}
