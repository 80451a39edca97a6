// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageModel
import ResultPrinting
import TestSupport
import Testing

@Suite struct `Status printer` {
  private func text(
    _ report: StatusReport,
    columns: Int? = nil,
    isColored: Bool = false
  ) -> String {
    StatusPrinter(columns: columns, isColored: isColored, clock: SampleStatus.clock).text(report)
  }

  private static let denied = PrintedFailure(
    code: "index-permission-denied",
    message: "cannot read /home/ann/index: Permission denied",
    hint: "ask"
  )

  @Test func `prints what a service does`() throws {
    try expectGolden(text(SampleStatus.indexing), "status-indexing.txt")
  }

  @Test func `prints for a terminal of 80 columns`() throws {
    try expectGolden(text(SampleStatus.indexing, columns: 80), "status-80.txt")
  }

  @Test func `prints what an index alone knows`() throws {
    try expectGolden(text(SampleStatus.absent, columns: 80, isColored: true), "status-absent.txt")
  }

  @Test func `prints what a service says of an index that cannot be read or written`() throws {
    let said = SampleStatus.said(
      "stalled",
      version: "0.2.0",
      trouble: "the index engine reports: postlist.glass (No space left on device)",
      queue: StatusObject.Amount(files: 1, bytes: 12)
    )
    let report = SampleStatus.report(
      index: .failure(Self.denied),
      service: .running(said, file: SampleStatus.file),
      failures: Array(SampleStatus.failures.prefix(1)),
      failureCount: 3,
      notes: ["/run/x.json: it is no status of splitsearchd: passed over"]
    )
    try expectGolden(text(report, columns: 80), "status-stalled.txt")
  }

  @Test func `prints all for programs`() throws {
    let printer = JSONPrinter()
    for (report, name) in [
      (SampleStatus.indexing, "status-indexing.json"), (SampleStatus.absent, "status-absent.json"),
      (
        SampleStatus.report(
          index: .failure(Self.denied),
          service: .unknown(last: nil),
          failures: []
        ),
        "status-denied.json"
      ),
    ] {
      let line = try printer.line(for: report)
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let pretty = try JSONSerialization.data(
        withJSONObject: object,
        options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      )
      try expectGolden(String(decoding: pretty, as: UTF8.self) + "\n", name)
    }
  }

  @Test func `names the same keys whatever is known`() throws {
    let reports = [
      SampleStatus.indexing, SampleStatus.absent,
      SampleStatus.report(service: .silent(process: 12)),
      SampleStatus.report(index: .failure(Self.denied), service: .unknown(last: nil)),
    ]
    let keys = try reports.map { report in
      let line = try JSONPrinter().line(for: report)
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try ["", "index", "service"].map { key in
        let part = key.isEmpty ? object : object?[key] as? [String: Any]
        return try #require(part).keys.sorted()
      }
    }
    #expect(Set(keys).count == 1)
  }

  @Test(arguments: [1, 40, 57, 80, 300])
  func `keeps to the width but for paths`(columns: Int) {
    for line in text(SampleStatus.indexing, columns: columns).split(separator: "\n")
    where !line.contains("/") {
      #expect(line.count <= max(columns, 40), "\(line)")
    }
  }

  @Test(arguments: [("watching", "watching for changes"), ("dreaming", "dreaming")])
  func `says what the service does, known or not`(state: String, said: String) {
    let report = SampleStatus.report(service: .running(SampleStatus.said(state), file: ""))
    #expect(text(report).contains("\nnow        \(said)\n"))
  }

  @Test func `says who writes without a word`() {
    let report = SampleStatus.report(service: .silent(process: 12))
    #expect(text(report).contains("process 12 writes to the index"))
  }

  @Test(arguments: [
    (nil, "not running\n"), ("ended", "not running: it ended 2026-11-25 12:11\n"),
    ("stalled", "not running: it was killed; its last word, 2026-11-25 12:11: stalled\n"),
  ])
  func `says how it ended`(state: String?, said: String) {
    let last = state.map { SampleStatus.said($0) }
    let report = SampleStatus.report(service: .absent(last: last, start: []))
    #expect(text(report).contains("\nservice    " + said))
  }

  @Test func `lets nothing from a file or a service control the terminal`() {
    let evil = "\u{1B}[2J\u{9B}1m\u{202E}\rrm\n\u{7}"
    let folder = StatusObject.Folder(
      name: evil,
      path: evil,
      watching: evil,
      watchedFolders: .max,
      polledFolders: .min,
      reason: evil
    )
    let said = StatusObject(
      version: evil,
      process: .min,
      started: Timestamp(nanoseconds: .min),
      updated: Timestamp(nanoseconds: .max),
      state: evil,
      trouble: evil,
      index: StatusObject.Index(path: evil, revision: .min, complete: false, committed: nil),
      queue: StatusObject.Amount(files: 1e308, bytes: 1e300),
      rate: StatusObject.Amount(files: -1e308, bytes: 1e-300),
      counters: [evil: .max],
      folders: [folder],
      failures: []
    )
    for service in [
      ServiceReport.running(said, file: evil), .absent(last: said, start: [evil, evil]),
    ] {
      let report = StatusReport(
        version: "0.1.0",
        path: evil,
        index: .failure(PrintedFailure(code: "index-corrupt", message: evil, hint: evil)),
        service: service,
        folders: [FolderReport(name: evil, path: evil, documentCount: .max, watching: folder)],
        failures: [SampleStatus.failure(evil, evil, evil)],
        failureCount: .max,
        notes: [evil]
      )
      for columns in [nil, 40] {
        let printed = text(report, columns: columns)
        let controls = printed.unicodeScalars.filter { $0.properties.generalCategory == .control }
        #expect(controls.allSatisfy { $0 == "\n" })
        #expect(!printed.unicodeScalars.contains("\u{202E}"))
      }
      #expect(throws: Never.self) { try JSONPrinter().line(for: report) }
    }
  }

  @Test func `names some places of some reasons, and counts the rest`() {
    let failures = (1...12).flatMap { reason in
      (1...7).map { SampleStatus.failure("f", "\($0)", "cannot be read: odd \(reason)") }
    }
    let printed = text(SampleStatus.report(service: .silent(process: 1), failures: failures))
    #expect(printed.split(separator: "\n").count { $0.contains("… and 2 more; --json") } == 10)
    #expect(printed.contains("… and 14 more for other reasons; --json lists them"))
  }
}

@Suite struct `Advice on failures` {
  @Test(arguments: [
    ("cannot be read: permission denied", "setfacl -m u:splitsearch:r FILE"),
    ("cannot be listed: permission denied", "setfacl -m u:splitsearch:rx FOLDER"),
    ("cannot be looked at: operation not permitted", "setfacl -m u:splitsearch:rx FOLDER"),
    ("larger than max-file-size (100 bytes)", "raise max-file-size"),
    ("larger than 2 GiB", "split it"),
    ("no reader for .html files in this version", "nothing to do"),
    ("binary file: a zero byte at offset 4", "nothing to do"),
    ("not UTF-8 (3 of 9 bytes are invalid), and no other encoding fits", "iconv"),
    ("begins like UTF-16LE, but much of the rest is none", "iconv"),
    ("cannot be listed: no such file or directory", "put the folder back"),
    ("cannot be read: input/output error", "journalctl -k"),
    ("cannot be listed: stale file handle", "mount it again"),
    ("what was mounted here is not there, or an empty folder took its place", "mount it again"),
    ("\".splitsearchignore\" cannot be read: permission denied", "read .splitsearchignore there"),
    ("\".splitsearchignore\" cannot be read: it is larger than 1 MiB", "mend .splitsearchignore"),
    ("cannot be read: too many open files", "it is tried again by itself"),
    ("", "it is tried again by itself"),
  ])
  func `is given for`(reason: String, advice: String) {
    #expect(FailureAdvice(reason).advice.contains(advice))
  }
}
