// SPDX-License-Identifier: GPL-3.0-or-later

/// What could not be taken in, for people: those of one reason together, with what to do about it.
struct FailureList {
  private let report: StatusReport

  init(_ report: StatusReport) {
    self.report = report
  }

  /// So many places of a reason are named.
  private static let shownPlaceCount = 5
  /// So many reasons are named.
  private static let shownGroupCount = 10

  /// Places for which the same is to be done.
  private struct Group {
    let advice: FailureAdvice
    var places: [String] = []

    var title: String {
      let count = StatusPrinter.count(places.count, advice.isOfFolder ? "folder" : "file")
      return "\(count): \(advice.summary)"
    }
  }

  /// The row; nil if there is nothing to say.
  var row: StatusRow? {
    let groups = self.groups
    var lines = groups.prefix(Self.shownGroupCount).flatMap(lines)
    if groups.count > Self.shownGroupCount {
      let rest = groups.dropFirst(Self.shownGroupCount)
      let count = rest.reduce(0) { $0 + $1.places.count }
      lines.append(
        StatusLine("… and \(Amount.grouped(count)) more for other reasons; --json lists them")
      )
    }
    let unnamed = report.failureCount - report.failures.count
    if unnamed > 0 {
      lines.append(
        StatusLine("… and \(Amount.grouped(unnamed)) more that the service does not name")
      )
    }
    return lines.isEmpty ? nil : StatusRow(label: "failures", lines: lines)
  }

  /// What can be mended first, of that what concerns most places.
  private var groups: [Group] {
    var groups: [String: Group] = [:]
    for failure in report.failures where !isShownWithFolder(failure) {
      let advice = FailureAdvice(failure.reason)
      groups[advice.summary, default: Group(advice: advice)].places.append(place(of: failure))
    }
    return groups.values.sorted { left, right in
      if left.advice.canBeMended != right.advice.canBeMended { return left.advice.canBeMended }
      if left.places.count != right.places.count { return left.places.count > right.places.count }
      return left.advice.summary < right.advice.summary
    }
  }

  private func lines(_ group: Group) -> [StatusLine] {
    let shown = group.places.prefix(Self.shownPlaceCount)
    let rest = group.places.count - shown.count
    var lines = [StatusLine(group.title)] + shown.map { StatusLine.whole($0, indent: 2) }
    if rest > 0 {
      lines.append(StatusLine("… and \(Amount.grouped(rest)) more; --json lists them", indent: 2))
    }
    lines.append(StatusLine("→ \(group.advice.advice)", indent: 2))
    return lines
  }

  /// A watched folder that is away is told of where the folders stand.
  private func isShownWithFolder(_ failure: StatusObject.Failure) -> Bool {
    failure.path.isEmpty
      && report.folders.contains { $0.name == failure.folder && $0.advice != nil }
  }

  private func place(of failure: StatusObject.Failure) -> String {
    guard failure.path.isEmpty else { return "\(failure.folder)/\(failure.path)" }
    return report.folders.first { $0.name == failure.folder }?.path ?? failure.folder
  }
}
