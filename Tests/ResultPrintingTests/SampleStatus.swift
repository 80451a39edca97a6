// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import ResultPrinting

/// Statuses to print.
enum SampleStatus {
  /// 2026-11-25T09:12:00Z.
  static let morning = moment(0)

  static func moment(_ secondsLater: Int) -> Timestamp {
    Timestamp(nanoseconds: (1_795_597_920 + Int64(secondsLater)) * 1_000_000_000)
  }

  /// Two hours later, where clocks are an hour ahead.
  static let clock = StatusClock(now: moment(7_200)) { _ in 3_600 }

  static let index = IndexReport(
    format: 2,
    revision: 1_031,
    isComplete: true,
    byteCount: 640_200_000,
    written: moment(7_188),
    documentCount: 3_668,
    passageCount: 170_139,
    refusedCount: 9
  )

  static let folders = [
    StatusObject.Folder(
      name: "archive",
      path: "/mnt/archive",
      watching: "polling",
      watchedFolders: 0,
      polledFolders: 1,
      reason: "NFS does not tell of changes that are made elsewhere"
    ),
    StatusObject.Folder(
      name: "notes",
      path: "/home/ann/notes",
      watching: "away",
      watchedFolders: 0,
      polledFolders: 0,
      reason: "what was mounted here is not there, or an empty folder took its place"
    ),
    StatusObject.Folder(
      name: "papers",
      path: "/home/ann/papers",
      watching: "events",
      watchedFolders: 1_212,
      polledFolders: 0,
      reason: nil
    ),
  ]

  static let failures =
    [
      failure("notes", "", folders[1].reason ?? ""),
      failure("papers", "a.html", "no reader for .html files in this version"),
      failure("papers", "b.html", "no reader for .html files in this version"),
      failure("papers", "big.txt", "larger than max-file-size (67108864 bytes)"),
      failure("papers", "closed", "cannot be listed: permission denied"),
      failure("papers", "one.bin", "binary file: a zero byte at offset 4"),
      failure("papers", "two.bin", "binary file: 31 % control characters"),
      failure("papers", "x/\u{1B}[31m.txt", "cannot be read: permission denied"),
    ] + (1...6).map { failure("papers", "y \($0).txt", "cannot be read: permission denied") }

  static func failure(_ folder: String, _ path: String, _ reason: String) -> StatusObject.Failure {
    StatusObject.Failure(folder: folder, path: RelativePath(path), reason: reason)
  }

  /// What a service says.
  static func said(
    _ state: String,
    version: String = "0.1.0",
    trouble: String? = nil,
    queue: StatusObject.Amount = StatusObject.Amount(files: 0, bytes: 0),
    rate: StatusObject.Amount? = nil
  ) -> StatusObject {
    StatusObject(
      version: version,
      process: 4_711,
      started: morning,
      updated: moment(7_195),
      state: state,
      trouble: trouble,
      index: StatusObject.Index(
        path: "/home/ann/index",
        revision: 1_031,
        complete: true,
        committed: moment(7_188)
      ),
      queue: queue,
      rate: rate,
      counters: ["added": 9_188, "removed": 0],
      folders: folders,
      failures: failures
    )
  }

  static let file = "/run/user/1000/splitsearch/home-ann-index.json"

  /// All is there.
  static let indexing = report(
    service: .running(
      said(
        "indexing",
        queue: StatusObject.Amount(files: 1_812, bytes: 9_120_344),
        rate: StatusObject.Amount(files: 210.5, bytes: 2_360_000)
      ),
      file: file
    )
  )

  /// No service runs.
  static let absent = report(
    service: .absent(
      last: said("watching"),
      start: ["systemctl --user start splitsearchd", "splitsearchd"]
    ),
    failures: []
  )

  static func report(
    index: Result<IndexReport, PrintedFailure> = .success(index),
    service: ServiceReport,
    failures: [StatusObject.Failure] = failures,
    failureCount: Int? = nil,
    notes: [String] = []
  ) -> StatusReport {
    let counts = ["archive": 668, "notes": 0, "papers": 3_000]
    var isUsable = false
    if case .success = index { isUsable = true }
    var isLive = false
    if case .running = service { isLive = true }
    return StatusReport(
      version: "0.1.0",
      path: "/home/ann/index",
      index: index,
      service: service,
      folders: folders.map {
        FolderReport(
          name: $0.name,
          path: $0.path,
          documentCount: isUsable ? counts[$0.name] : nil,
          watching: isLive ? $0 : nil
        )
      },
      failures: failures,
      failureCount: failureCount ?? failures.count,
      notes: notes
    )
  }
}
