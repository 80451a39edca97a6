// SPDX-License-Identifier: GPL-3.0-or-later

internal import IndexerService
internal import PassageIndex
internal import ResultPrinting

/// Tells on standard error what the service does, a line an event, nothing of what documents say.
struct ServiceLog: Sendable {
  /// Whether every file that was left alone is named.
  let isVerbose: Bool

  func write(_ event: ServiceEvent) {
    switch event {
    case .seeing(let folderCount, let fileCount, let byteCount):
      guard fileCount > 0 else { return }
      let files = "\(Amount.count(fileCount, "file")) (\(Amount.bytes(byteCount)))"
      write(
        "sees all changes in \(Amount.count(folderCount, "folder")); \(files) to be read",
        .notice
      )
    case .watching(let report, let count):
      SummaryPrinter(isVerbose: isVerbose).printProblems(report)
      let changes = report.hasChanges ? SummaryPrinter.changes(report) : "nothing new"
      write("\(changes); watching \(Amount.count(count, "folder"))", .notice)
    case .updated(let report, let duration, let left):
      // What was looked at and had not changed is nobody's news.
      var report = report
      (report.unchanged, report.sameContent) = (0, 0)
      let seconds = duration / .seconds(1)
      let rest = left == 0 ? "" : "; \(Amount.count(left, "file")) to be read"
      let time = Amount.duration(seconds: seconds)
      write("\(SummaryPrinter.changes(report)), in \(time)\(rest)", .information)
    case .problem(let problem):
      let isFolder = problem.severity == .unreadableFolder
      let rest = isFolder ? "; what the index holds of it is kept; it is tried again" : ""
      write("\(problem.place): \(problem.reason)\(rest)", .warning)
    case .recovered(let problem):
      write("\(problem.place): can be read again, or is gone", .notice)
    case .eventsLost:
      write("more changed at once than the system keeps track of: everything is looked at", .notice)
    case .slow(let place):
      write("\(place): takes very long to be read; the others go on", .warning)
    case .stalled(let error, let delay):
      let seconds = delay / .seconds(1)
      write(
        "the index cannot be written: \(error.message); see whether its disk has room and the folder"
          + " may be written; it is tried again in \(Amount.duration(seconds: seconds))",
        .error
      )
    case .ended(let isWritten):
      guard isWritten else {
        return write(
          "ended; the index could not be written: what it lacks is taken in at the next start",
          .error
        )
      }
      write("ended; all that was taken in is in the index", .notice)
    case .resumed:
      write("the index can be written again; nothing was lost", .notice)
    case .repaired(let damage):
      write("the index was damaged (\(damage)): it was moved aside and is made anew", .error)
    case .outdated(let message):
      write("\(message): it is made anew, and holds meanwhile what has been read", .notice)
    case .polling(let place, let reason):
      write("\(place): \(reason); it is looked into every few seconds", .notice)
    }
  }

  private func write(_ line: String, _ weight: LogLine.Weight) { LogLine.write(line, weight) }
}
