// SPDX-License-Identifier: GPL-3.0-or-later

internal import IndexerService
internal import ResultPrinting

/// How a service stands, in a line: what `systemctl status` shows.
enum StatusSummary {
  /// The line, without its end.
  static func line(for status: ServiceStatus) -> String {
    var parts = [activity(of: status)]
    if status.documentCount > 0 || status.activity == .watching {
      parts.append(Amount.count(status.documentCount, "document"))
    }
    if !status.problems.isEmpty {
      parts.append("\(Amount.count(status.problems.count, "place")) cannot be read")
    }
    return parts.joined(separator: "; ")
  }

  private static func activity(of status: ServiceStatus) -> String {
    switch status.activity {
    case .scanning:
      "Looking into \(Amount.count(status.folders.count, "folder"))"
    case .indexing:
      "Indexing: " + queue(of: status)
    case .watching:
      "Watching \(folders(of: status))"
    case .stalled:
      "The index cannot be written: \(status.trouble ?? "no reason is known")"
    case .ended:
      "Ended"
    }
  }

  /// Folders that are away are counted apart: they are not watched.
  private static func folders(of status: ServiceStatus) -> String {
    let awayCount = status.folders.count { $0.following == .away }
    let watched = status.folders.count - awayCount
    let below = status.folders.reduce(0) { $0 + $1.watchedCount } - watched
    var text = Amount.count(watched, "folder")
    if below > 0 { text += " and \(below) below" }
    return awayCount == 0 ? text : text + ", \(awayCount) away"
  }

  private static func queue(of status: ServiceStatus) -> String {
    let files = Amount.count(status.queuedFileCount, "file")
    var text = "\(files) (\(Amount.bytes(status.queuedByteCount))) left"
    guard let rate = status.bytesPerSecond, rate > 0 else { return text }
    let seconds = Double(status.queuedByteCount) / rate
    text += ", \(Amount.bytes(Int(rate)))/s, about \(Amount.duration(seconds: seconds))"
    return text
  }
}
