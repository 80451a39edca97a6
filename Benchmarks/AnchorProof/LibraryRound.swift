// SPDX-License-Identifier: GPL-3.0-or-later

internal import EditInvariants
internal import Foundation
internal import PassageModel
internal import PassageSearch

/// Quotes from a library, edits it again and again, and judges each time what is said of the
/// quotations.
struct LibraryRound {
  private let kinds: [any TextKind]
  private let seed: UInt64
  private let editCount: Int
  private let quotationCount: Int

  init(_ kinds: [any TextKind], seed: UInt64, editCount: Int, quotationCount: Int) {
    self.kinds = kinds
    self.seed = seed
    self.editCount = editCount
    self.quotationCount = quotationCount
  }

  private struct Cited {
    let picked: PickedQuotation
    let document: Int
    let path: String
    let kind: String
    let full: CitedQuotation
    let plain: CitedQuotation
  }

  /// Today: what is written on a later day than a citation is another file.
  private static let day: String = {
    let parts = Calendar(identifier: .gregorian)
      .dateComponents(in: TimeZone.gmt, from: Date())
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }()

  func run() async throws -> ProofOutcome {
    var outcome = ProofOutcome()
    var library = LibraryEditor(kinds, count: 2, seed: seed)
    let disk = try LibraryOnDisk()
    try disk.follow(&library)
    try await disk.sync()
    let cited = try cite(&library, disk, &outcome)
    for edit in 1...editCount {
      library.edit()
      try disk.follow(&library)
      try await disk.sync()
      try check(cited, library, disk, edit, &outcome)
    }
    return outcome
  }

  private func cite(
    _ library: inout LibraryEditor,
    _ disk: LibraryOnDisk,
    _ outcome: inout ProofOutcome
  ) throws -> [Cited] {
    let citer = Citer(indexPath: disk.indexPath, day: Self.day)
    var cited: [Cited] = []
    for document in library.documents {
      let rendered = RenderedDocument(document.document)
      for _ in 0..<quotationCount {
        guard let picked = library.editor.quotation(from: rendered) else { continue }
        let anchor = CitationAnchor(
          folder: LibraryOnDisk.folderName,
          path: RelativePath(document.path),
          position: .characters(AnchorSpan(rendered.text.characters(in: picked.bytes)))
        )
        let full = try citer.cite(anchor).quotation
        if full.text != picked.text {
          outcome.otherFaults.append("cited \(anchor): \(full.text ?? "") for \(picked.text)")
        }
        let context = rendered.text.context(of: picked.bytes, characterCount: 32)
        cited.append(
          Cited(
            picked: picked,
            document: document.number,
            path: document.path,
            kind: document.kind.name,
            full: full,
            plain: CitedQuotation(
              text: picked.text,
              prefix: context.prefix,
              suffix: context.suffix,
              anchor: anchor
            )
          )
        )
      }
    }
    return cited
  }

  private func check(
    _ cited: [Cited],
    _ library: LibraryEditor,
    _ disk: LibraryOnDisk,
    _ edit: Int,
    _ outcome: inout ProofOutcome
  ) throws {
    let now = EditedLibrary(
      library.documents.map { RenderedDocument($0.document) },
      lineageCount: library.editor.lineageCount
    )
    let paths = Dictionary(
      library.documents.enumerated().map { ($1.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let numbers = Dictionary(
      library.documents.enumerated().map { ($1.number, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let verifier = Verifier(indexPath: disk.indexPath, day: Self.day)
    for way in [ProofOutcome.Way.full, .plain] {
      let verdicts = try verifier.verify(cited.map { way == .full ? $0.full : $0.plain })
      for (cited, verdict) in zip(cited, verdicts) {
        let atPath = paths[cited.path]
        let home = atPath == numbers[cited.document] ? atPath : nil
        let truth = Truth(of: cited.picked, in: now, home: home)
        let label = numbers[cited.document].map { library.documents[$0].label } ?? "deleted"
        let labels = ProofOutcome.Labels(
          kind: cited.kind,
          edit: label,
          strength: "\(edit) times",
          extent: cited.picked.extent
        )
        let claimed = claim(of: verdict, cited, paths, library, now)
        guard let claim = claimed.claim else {
          if let fault = claimed.fault { outcome.otherFaults.append(fault) }
          outcome.count(claimed.silence, truth, labels, way)
          continue
        }
        let judgement = claimed.corrected(Judgement(claim, about: cited.picked, truth, in: now))
        outcome.count(judgement, truth, labels, way)
        guard judgement.isFault else { continue }
        let place = library.documents[claim.document]
        let places =
          "document \(cited.document), \(cited.path) -> document \(place.number), \(place.path)"
          + " (\(place.history.joined(separator: "; ")))"
        outcome.faults.append(
          ProofFault(
            way: way,
            judgement: judgement,
            labels: labels,
            seed: seed,
            quotation: cited.picked,
            claim: claim,
            truth: truth,
            library: now,
            note:
              "\(places); \(verdict.state), \(verdict.reason ?? ""); look-alike \(cited.full.lookalike ?? -1)"
          )
        )
      }
    }
    try checkBaseline(cited, now, numbers, edit, library, &outcome)
  }

  /// What whoever asks no questions would say: of the document, or of any if that is gone.
  private func checkBaseline(
    _ cited: [Cited],
    _ now: EditedLibrary,
    _ numbers: [Int: Int],
    _ edit: Int,
    _ library: LibraryEditor,
    _ outcome: inout ProofOutcome
  ) throws {
    let paths = Dictionary(
      library.documents.enumerated().map { ($1.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for (index, cited) in cited.enumerated() where index % 16 == 0 {
      let atPath = paths[cited.path]
      let home = atPath == numbers[cited.document] ? atPath : nil
      let truth = Truth(of: cited.picked, in: now, home: home)
      let labels = ProofOutcome.Labels(
        kind: cited.kind,
        edit: numbers[cited.document].map { library.documents[$0].label } ?? "deleted",
        strength: "\(edit) times",
        extent: cited.picked.extent
      )
      let within = atPath.map { [$0] } ?? Array(now.documents.indices)
      let best = BestMatch(of: cited.picked.text, in: now.documents, at: within)
      for (way, share) in [(ProofOutcome.Way.bestMatch, 0), (.bestMatchOfHalf, 0.5)] {
        guard let claim = best.claim(atLeast: share) else {
          outcome.count(.orphaned, truth, labels, way)
          continue
        }
        outcome.count(Judgement(claim, about: cited.picked, truth, in: now), truth, labels, way)
      }
    }
  }

  private struct Claimed {
    var claim: Claim?
    var silence = Tally.Silence.orphaned
    /// What is wrong about the verdict, whatever the place.
    var fault: String?

    func corrected(_ judgement: Judgement) -> Judgement {
      guard let fault, judgement == .right || judgement == .copy else { return judgement }
      return .wrongState(fault)
    }
  }

  private func claim(
    of verdict: QuotationVerdict,
    _ cited: Cited,
    _ paths: [String: Int],
    _ library: LibraryEditor,
    _ now: EditedLibrary
  ) -> Claimed {
    switch verdict.state {
    case .ambiguous: return Claimed(silence: .ambiguous)
    case .orphaned: return Claimed(silence: .orphaned)
    case .unverifiable: return Claimed(silence: .unverifiable)
    case .exact, .moved, .changed: break
    }
    guard let anchor = verdict.anchor, let document = paths[anchor.path.description],
      let bytes = try? anchor.position?.bytes(in: now.documents[document].text)
    else {
      return Claimed(fault: "no place for \(verdict.state) \(String(describing: verdict.anchor))")
    }
    var claimed = Claimed()
    let isAtPath = anchor.path == RelativePath(cited.path)
    let isAtPlace = isAtPath && anchor.position == cited.plain.anchor?.position
    claimed.claim = Claim(
      verdict.state == .exact ? .exact : verdict.state == .moved ? .same : .changed,
      document: document,
      bytes: bytes,
      isSuccessor: isAtPath && library.documents[document].number != cited.document
    )
    if verdict.state == .exact, !isAtPlace { claimed.fault = "exact, but at another place" }
    if verdict.state == .moved, isAtPlace { claimed.fault = "moved, but where it was" }
    if let text = verdict.text, text != now.documents[document].text.string(in: bytes) {
      claimed.fault = "its text is not what stands at its anchor"
    }
    return claimed
  }
}
