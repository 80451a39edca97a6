// SPDX-License-Identifier: GPL-3.0-or-later

internal import IndexerService
internal import PassageModel
internal import ResultPrinting
internal import StandardStreams

/// Tells on standard error what the service does, a line an event, nothing of what documents say.
struct ServiceLog: Sendable {
  private let folders: [WatchedFolder]
  private let isVerbose: Bool

  init(folders: [WatchedFolder], isVerbose: Bool) {
    self.folders = folders
    self.isVerbose = isVerbose
  }

  func write(_ event: ServiceEvent) {
    switch event {
    case .watching(let report, let count):
      let printer = SummaryPrinter(folders: folders, isVerbose: isVerbose)
      printer.printProblems(report)
      let changes = report.hasChanges ? SummaryPrinter.changes(report) : "nothing new"
      write("\(changes); watching \(Amount.count(count, "folder"))")
    case .updated(let report, let duration):
      // What was looked at and had not changed is nobody's news.
      var report = report
      (report.unchanged, report.sameContent) = (0, 0)
      let seconds = duration / .seconds(1)
      write("\(SummaryPrinter.changes(report)), in \(Amount.duration(seconds: seconds))")
    case .problem(let problem):
      write("\(place(problem.folder, problem.path)): \(problem.reason)")
      if problem.severity == .unreadableFolder {
        write("what the index holds of it is kept; it is tried again")
      }
    case .recovered(let folder, let path):
      write("\(place(folder, path)): can be read again, or is gone")
    case .eventsLost:
      write("more changed at once than the system keeps track of: everything is looked at")
    case .polling(let folder, let path, let reason):
      write("\(place(folder, path)): \(reason); it is looked into every few seconds")
    }
  }

  func write(_ line: String) {
    // What nobody reads is no reason to stop.
    try? StandardStream.error.write(TerminalText.sanitize("splitsearchd: \(line)") + "\n")
  }

  /// The folder's name and the path below it, as in anchors; of the folder itself, where it is.
  private func place(_ folder: String, _ path: RelativePath) -> String {
    guard path.bytes.isEmpty else { return "\(folder)/\(path)" }
    let root = folders.first { $0.name == folder }?.root
    return root.map { String(decoding: $0, as: UTF8.self) } ?? folder
  }
}
