// SPDX-License-Identifier: GPL-3.0-or-later

internal import DocumentReading
internal import EditInvariants
internal import Foundation
internal import PassageModel
internal import TestSupport

/// Proves that anchors slice out what they are printed with, of real documents and of texts that are
/// made to be hard.
struct SliceRuns {
  private let options: ProofOptions
  /// Of one document; more would leave too little for the others.
  private static let stretchCount = 200

  init(_ options: ProofOptions) { self.options = options }

  /// Prints what was counted; whether nothing is wrong.
  func prove() throws -> Bool {
    var random = SeededGenerator(seed: options.seed)
    var proofs: [(name: String, proof: SliceProof)] = []
    let files = try options.folders.map { ($0, try Self.files($0)) }
    for (folder, files) in files {
      var proof = SliceProof(random: random)
      let share = options.count / (files.count + 1) / max(1, options.folders.count + 1)
      for file in files {
        let isMarkdown = ["md", "markdown"].contains(file.pathExtension)
        proof.check(
          [UInt8](try Data(contentsOf: file)),
          as: isMarkdown ? .markdown : .plainText,
          stretches: max(Self.stretchCount, min(4 * Self.stretchCount, share))
        )
      }
      random = proof.random
      proofs.append((folder, proof))
    }
    var hostile = SliceProof(random: random)
    let done = proofs.reduce(0) { $0 + $1.proof.anchorCount }
    while hostile.anchorCount + done < options.count || hostile.anchorCount < options.count / 4 {
      let bytes = HostileText.bytes(&hostile.random)
      let isMarkdown = hostile.random.next() % 4 == 0
      hostile.check(bytes, as: isMarkdown ? .markdown : .plainText, stretches: Self.stretchCount)
    }
    proofs.append(("random Unicode", hostile))
    return report(proofs)
  }

  private func report(_ proofs: [(name: String, proof: SliceProof)]) -> Bool {
    print(
      "| texts | documents | not text | anchors | passages among them | written and read | faults |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|")
    var total = (documents: 0, refused: 0, anchors: 0, passages: 0, written: 0, faults: 0)
    for (name, proof) in proofs {
      let short = name.split(separator: "/").suffix(2).filter { $0 != "docs" }.last ?? ""
      print(
        "| \(short) | \(proof.documentCount) | \(proof.refusedCount) | \(proof.anchorCount)"
          + " | \(proof.passageCount) | \(proof.writtenCount) | \(proof.faults.count) |"
      )
      total.documents += proof.documentCount
      total.refused += proof.refusedCount
      total.anchors += proof.anchorCount
      total.passages += proof.passageCount
      total.written += proof.writtenCount
      total.faults += proof.faults.count
    }
    print(
      "| **all** | \(total.documents) | \(total.refused) | \(total.anchors) | \(total.passages)"
        + " | \(total.written) | \(total.faults) |"
    )
    for (_, proof) in proofs { for fault in proof.faults.prefix(20) { print("FAULT:", fault) } }
    return total.faults == 0 && total.anchors > 0
  }

  private static func files(_ path: String) throws -> [URL] {
    var files: [URL] = []
    let found = FileManager.default.enumerator(
      at: URL(filePath: path),
      includingPropertiesForKeys: nil
    )
    while let file = found?.nextObject() as? URL {
      if ["txt", "md"].contains(file.pathExtension) { files.append(file) }
    }
    return files.sorted { $0.path() < $1.path() }
  }
}
