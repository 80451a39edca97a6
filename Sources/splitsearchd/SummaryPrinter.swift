// SPDX-License-Identifier: GPL-3.0-or-later

internal import IndexerService
internal import ResultPrinting
internal import StandardStreams

/// Says what a sync did.
struct SummaryPrinter {
  /// So many problems of a kind are named; the rest is counted.
  private static let namedCount = 20

  /// Whether all problems are named.
  let isVerbose: Bool

  /// Names what could not be taken in, the gravest last, where it is seen.
  func printProblems(_ report: SyncReport) {
    let severities: [SyncProblem.Severity] = [
      .leftAlone, .detectedEncoding, .damagedFile, .refusedFile, .unreadableFolder,
    ]
    // That an old file is in an old encoding is worth a word only to who asks.
    for severity in severities where isVerbose || severity != .detectedEncoding {
      let problems = report.problems.filter { $0.severity == severity }
      let named = isVerbose ? problems[...] : problems.prefix(Self.namedCount)
      for problem in named {
        complain("\(problem.place): \(problem.reason)", severity)
      }
      if problems.count > named.count {
        let rest = problems.count - named.count
        complain("… and \(rest) more like these; --verbose names them all", severity)
      }
    }
    if report.isIncomplete {
      LogLine.write(
        "what the index holds of folders that cannot be read was left as it was",
        .warning
      )
    }
  }

  private func complain(_ line: String, _ severity: SyncProblem.Severity) {
    LogLine.write(line, severity < .damagedFile ? .information : .warning)
  }

  /// `2 new, 1 moved`: how many documents became what; empty if there are none.
  static func changes(_ report: SyncReport) -> String {
    [
      (report.added, "new"), (report.updated, "changed"), (report.moved, "moved"),
      (report.removed, "gone"), (report.unchanged + report.sameContent, "unchanged"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// The summary, two lines.
  func printSummary(
    _ report: SyncReport,
    documents: Int,
    passages: Int,
    seconds: Double
  ) throws {
    let changes = Self.changes(report)
    let rate = Int(Double(report.bytesRead) / max(seconds, 0.001))
    var line = changes.isEmpty ? "No documents." : "Documents: " + changes
    if report.bytesRead > 0 {
      line += ". Read \(Amount.bytes(report.bytesRead)) in \(Amount.duration(seconds: seconds))"
      line += " (\(Amount.bytes(rate))/s)"
    }
    if !line.hasSuffix(".") { line += "." }
    for folder in report.forgottenFolders {
      line += "\nThe folder \(TerminalText.sanitize(folder)) is not among the folders any more:"
      line += " its documents were removed from the index."
    }
    let failed = report.problems.count { $0.severity == .refusedFile }
    line += "\nThe index holds \(Amount.count(passages, "passage"))"
    line += " of \(Amount.count(documents, "document"))"
    line += failed == 0 ? "." : "; \(Amount.count(failed, "file")) could not be read."
    let detected = report.problems.count { $0.severity == .detectedEncoding }
    if detected > 0 {
      line += "\n\(Amount.count(detected, "document")) in other encodings than UTF-8"
      line += isVerbose ? "." : "; --verbose says in which."
    }
    line += "\n"
    try StandardStream.output.write(line)
  }
}
