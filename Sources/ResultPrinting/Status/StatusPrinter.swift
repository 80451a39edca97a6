// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Prints for people how an index and its service stand.
package struct StatusPrinter: Sendable {
  private let columns: Int?
  private let isColored: Bool
  private let clock: StatusClock

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - columns: the width of the terminal; nil where there is none: then nothing is wrapped.
  ///   - isColored: whether escape sequences may be used.
  ///   - clock: the time it is, here.
  package init(columns: Int?, isColored: Bool, clock: StatusClock) {
    self.columns = columns.map { min(max($0, Self.leastColumns), Self.readableColumns) }
    self.isColored = isColored
    self.clock = clock
  }

  private static let leastColumns = 40
  /// Longer lines are hard to read, however wide the terminal.
  private static let readableColumns = 120

  /// What there is to say, the gravest first; each line ends in a line feed.
  package func text(_ report: StatusReport) -> String {
    let rows =
      [trouble(report), index(report), documents(report), service(report), activity(report)]
      + [folders(report), FailureList(report).row, notes(report), version(report)]
    return rows.compactMap(\.self).map { $0.laid(columns: columns, isColored: isColored) }.joined()
  }

  // MARK: What is wrong

  private func trouble(_ report: StatusReport) -> StatusRow? {
    guard let trouble = report.service.live?.trouble else { return nil }
    return StatusRow(
      label: "trouble",
      lines: [
        StatusLine("the index cannot be written: \(trouble)", style: .match),
        StatusLine("→ \(TroubleAdvice.advice(for: trouble))"),
      ]
    )
  }

  // MARK: The index

  private func index(_ report: StatusReport) -> StatusRow {
    var lines = [StatusLine.whole(report.path)]
    let service = report.service.live?.index
    switch report.index {
    case .success(let index):
      let facts = [
        index.isComplete ? "complete" : "not complete",
        "committed \(clock.age(of: index.written))",
        Amount.bytes(index.byteCount), "revision \(Amount.grouped(index.revision))",
        "format \(index.format)",
      ]
      lines.append(StatusLine(facts.joined(separator: " · ")))
    case .failure(let error):
      lines.append(StatusLine("cannot be used: \(error.message)", style: .match))
      if let service {
        var says = "the service says: revision \(Amount.grouped(service.revision))"
        says += service.complete ? ", complete" : ", not complete"
        if let committed = service.committed {
          says += ", committed \(clock.age(of: committed.timestamp))"
        }
        lines.append(StatusLine(says))
      }
    }
    return StatusRow(label: "index", lines: lines)
  }

  private func documents(_ report: StatusReport) -> StatusRow? {
    guard case .success(let index) = report.index else { return nil }
    var line = "\(Amount.grouped(index.documentCount)) with "
    line += "\(Self.count(index.passageCount, "passage"))"
    if index.refusedCount > 0 {
      line += " · \(Self.count(index.refusedCount, "file")) could not be read"
    }
    return StatusRow(label: "documents", lines: [StatusLine(line)])
  }

  // MARK: The service

  private func service(_ report: StatusReport) -> StatusRow {
    var lines: [StatusLine]
    switch report.service {
    case .running(let status, _):
      let since = clock.moment(status.started.timestamp)
      lines = [
        StatusLine("running since \(since) (process \(status.process), version \(status.version))")
      ]
    case .silent(let process):
      lines = [
        StatusLine("process \(process) writes to the index and does not say how it stands"),
        StatusLine(
          "→ it has just begun, or is splitsearchd --once or rebuild, or a service with --status: then"
            + " SPLITSEARCH_STATUS names the file"
        ),
      ]
    case .absent(let last, let start):
      lines = [StatusLine("not running" + (last.map { farewell($0) } ?? ""), style: .match)]
      if let first = start.first {
        let others = start.dropFirst().map { ", or: \($0)" }.joined()
        lines.append(.whole("→ start it: \(first)\(others)"))
      }
    case .unknown(let last):
      let word = last.map { ": its last word, \(clock.moment($0.updated.timestamp)): \($0.state)" }
      lines = [StatusLine("there is no telling whether it runs" + (word ?? ""))]
    }
    return StatusRow(label: "service", lines: lines)
  }

  /// How it came that it does not run any more.
  private func farewell(_ last: StatusObject) -> String {
    let moment = clock.moment(last.updated.timestamp)
    guard last.state != "ended" else { return ": it ended \(moment)" }
    return ": it was killed; its last word, \(moment): \(last.state)"
  }

  private func activity(_ report: StatusReport) -> StatusRow? {
    guard let status = report.service.live else { return nil }
    let line: String
    switch status.state {
    case "scanning": line = "looking into the folders" + left(status)
    case "indexing": line = "indexing" + left(status)
    case "watching": line = "watching for changes"
    case "stalled": line = "waiting to write the index again" + left(status)
    case "ended": line = "ending"
    case let other: line = other + left(status)
    }
    return StatusRow(label: "now", lines: [StatusLine(line)])
  }

  /// What is still to be read, how fast it goes and how long it will take.
  private func left(_ status: StatusObject) -> String {
    let files = Int(clamping: status.queue.files)
    guard files > 0 else { return "" }
    let bytes = Amount.bytes(Int(clamping: status.queue.bytes))
    var text = ": \(Self.count(files, "file")) (\(bytes)) left"
    if let rate = status.rate { text += ", \(Amount.bytes(Int(clamping: rate.bytes)))/s" }
    if let seconds = status.secondsLeft {
      // Too rough a guess for tenths.
      let time = seconds < 10 ? "\(seconds) s" : Amount.duration(seconds: Double(seconds))
      text += ", about \(time) to go"
    }
    return text
  }

  // MARK: The rest

  private func folders(_ report: StatusReport) -> StatusRow? {
    FolderTable(report.folders, room: columns.map { $0 - StatusRow.margin }).row
  }

  private func notes(_ report: StatusReport) -> StatusRow? {
    report.notes.isEmpty
      ? nil : StatusRow(label: "notes", lines: report.notes.map { StatusLine($0) })
  }

  private func version(_ report: StatusReport) -> StatusRow {
    guard let other = report.service.live?.version, other != report.version else {
      return StatusRow(label: "version", lines: [StatusLine(report.version)])
    }
    return StatusRow(
      label: "version",
      lines: [
        StatusLine(
          "splitsearch \(report.version), but splitsearchd \(other): after an update it has to be"
            + " started again",
          style: .match
        )
      ]
    )
  }

  /// `1 file`, `3,668 files`.
  static func count(_ count: Int, _ one: String) -> String {
    "\(Amount.grouped(count)) \(count == 1 ? one : one + "s")"
  }
}
