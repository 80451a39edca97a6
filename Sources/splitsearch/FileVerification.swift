// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import Glibc
import PassageModel
import PassageSearch
import ResultPrinting

/// One file with quotations that are verified.
struct FileVerification {
  private let name: String
  private let bytes: [UInt8]
  private let findings: CitationFindings

  /// Reads the file; `-` is standard input.
  init(_ name: String, as kind: CitationFileKind?) throws(Failure) {
    self.name = name
    bytes = try Self.read(name)
    do throws(FileFault) {
      findings = try CitationReader.read(bytes, named: name, as: kind)
    } catch {
      throw Failure(file: name, error)
    }
  }

  /// What became of each quotation in it, and which anchors were written anew.
  func report(by verifier: Verifier, fixing: Bool) throws -> FileReport {
    let verdicts = try verifier.verify(
      findings.quotations.map(\.quotation),
      quotedIn: realPath
    )
    let corrections = zip(findings.quotations, verdicts).map { Correction($0, $1) }
    if fixing { try apply(corrections.compactMap(\.self)) }
    let quotations = findings.quotations.indices.map { index in
      FileReport.Quotation(
        line: findings.quotations[index].line,
        quotation: findings.quotations[index].quotation,
        verdict: verdicts[index],
        isFixed: fixing && corrections[index] != nil
      )
    }
    let troubles = findings.troubles.map {
      FileReport.Trouble(line: $0.line, text: $0.text, reason: $0.reason)
    }
    return FileReport(name: name, quotations: quotations, troubles: troubles)
  }

  /// Where the file is, if it is one.
  private var realPath: String? {
    guard name != "-", let path = realpath(name, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// Writes the new anchors of what moved into the file.
  private func apply(_ corrections: [Correction]) throws(Failure) {
    guard !corrections.isEmpty else { return }
    do throws(FileFault) {
      let corrected = try CitationEditor.applying(corrections, to: bytes)
      try FileReplacement.replace(bytes, by: corrected, at: name)
    } catch {
      throw Failure(file: name, error)
    }
  }

  /// All of a file, which may be a pipe, up to the size that is read.
  private static func read(_ name: String) throws(Failure) -> [UInt8] {
    let descriptor = name == "-" ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(name) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= CitationReader.largestFile {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(name) }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  private static func unreadable(_ name: String) -> Failure {
    Failure(
      status: ExitStatus.unusable,
      code: "input-output",
      message: "\(name): cannot be read: \(String(cString: strerror(errno)))",
      hint: errno == ENOENT ? "to search for the word: splitsearch search verify …" : nil
    )
  }
}

extension Failure {
  /// What is wrong with a file of quotations.
  fileprivate init(file name: String, _ fault: FileFault) {
    let place = [fault.line, fault.column].compactMap(\.self).map { ":\($0)" }.joined()
    self.init(
      status: ExitStatus.unusable,
      code: fault.code == .system ? "input-output" : "malformed-file",
      message: "\(name)\(place): \(fault.reason)"
    )
  }
}

extension Correction {
  /// What has to be written for a quotation that moved; nil for any other, and where what is written
  /// is not enough to name the new place.
  fileprivate init?(_ found: FoundQuotation, _ verdict: QuotationVerdict) {
    guard verdict.state == .moved, let anchor = verdict.anchor,
      case .characters(let span) = anchor.position, let start = span.start, let end = span.end
    else { return nil }
    self.init(
      found,
      anchor: verdict.renewed?.anchor ?? anchor,
      characters: start..<end,
      digest: verdict.renewed?.digest,
      lookalike: verdict.renewed?.lookalike,
      showing: verdict.renewed
    )
    guard changesAnything, found.fixes.contains(where: { $0.kind == .anchor }) || isInSource else {
      return nil
    }
  }

  /// Whether the document is still the one that the source names, which is not written anew.
  private var isInSource: Bool {
    found.quotation.source?.hasSuffix("/\(anchor.path.percentEncoded)") ?? false
  }
}
