// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import ResultPrinting
import Testing

@Suite struct `Status file` {
  /// What Documentation/status-file.md shows.
  static let documented = """
    {"schema":1,"version":"0.1.0","process":4711,
     "started":"2026-11-24T18:00:00Z","updated":"2026-11-24T18:03:20Z",
     "state":"indexing","trouble":null,
     "index":{"path":"/home/ann/.local/share/splitsearch/index","revision":12,"complete":false,
              "committed":"2026-11-24T18:03:19Z"},
     "queue":{"files":812,"bytes":9120344},"rate":{"files":210.5,"bytes":2360000.0},"secondsLeft":4,
     "counters":{"filesRead":9188,"repairs":0},
     "folders":[{"name":"papers","path":"/home/ann/papers","watching":"events","watchedFolders":212,
                 "polledFolders":0,"reason":null}],
     "failures":[{"folder":"papers","path":"scan.pdf","reason":"no reader"}],
     "failureCount":1}
    """

  @Test func `is read as it is documented`() throws {
    let status = try StatusObject(parsing: Array(Self.documented.utf8))
    #expect(status.process == 4711)
    #expect(status.started.timestamp.nanoseconds == 1_795_543_200_000_000_000)
    #expect(status.trouble == nil)
    #expect(status.index.committed?.timestamp.nanoseconds == 1_795_543_399_000_000_000)
    #expect(status.rate?.files == 210.5)
    #expect(status.secondsLeft == 4)
    #expect(status.folders.first?.reason == nil)
    #expect(status.failures.map(\.path) == ["scan.pdf"])
  }

  @Test(arguments: [nil, "the disk is \u{1B}[31mfull\u{202E}\n"])
  func `is read as it was written`(trouble: String?) throws {
    let moment = Timestamp(nanoseconds: 1_795_543_200_000_000_000)
    let status = StatusObject(
      version: "0.1.0",
      process: 1,
      started: moment,
      updated: moment,
      state: "stalled",
      trouble: trouble,
      index: StatusObject.Index(path: "/i", revision: 3, complete: true, committed: nil),
      queue: StatusObject.Amount(files: 2, bytes: 1e300),
      rate: trouble == nil ? nil : StatusObject.Amount(files: 1, bytes: 1),
      counters: ["added": 1],
      folders: [
        StatusObject.Folder(
          name: "é",
          path: "/p",
          watching: "away",
          watchedFolders: 0,
          polledFolders: 1,
          reason: trouble
        )
      ],
      failures: (0..<101).map {
        StatusObject.Failure(folder: "é", path: RelativePath("\($0)"), reason: "so")
      }
    )
    #expect(status.failures.count == 100)
    #expect(status.failureCount == 101)
    let line = try JSONLine.encode(status)
    #expect(try StatusObject(parsing: Array(line.utf8)) == status)
  }

  @Test func `of the same schema with more keys is read`() throws {
    let more = Self.documented.replacing(
      "{\"schema\":1",
      with: "{\"mood\":{\"a\":[1]},\"schema\":1"
    )
    #expect(throws: Never.self) { try StatusObject(parsing: Array(more.utf8)) }
  }

  @Test(arguments: [
    "", "\n", "{", "null", "[]", "{}", "\"schema\"", "{\"schema\":1}", "{\"schema\":\"1\"}",
    "{\"schema\":1e99}", String(repeating: "[", count: 100_000), "\u{0}\u{0}",
  ])
  func `that is none is refused`(content: String) {
    #expect(throws: StatusFileError.malformed) { try StatusObject(parsing: Array(content.utf8)) }
  }

  @Test(arguments: [
    ("\"process\":4711", "\"process\":99999999999999999999"),
    ("\"process\":4711", "\"process\":null"),
    ("\"files\":812", "\"files\":1e999"),
    ("\"2026-11-24T18:00:00Z\"", "\"yesterday\""),
    ("\"2026-11-24T18:00:00Z\"", "\"9999-01-01T00:00:00Z\""),
    ("\"trouble\":null,", ""),
    ("\"state\":\"indexing\"", "\"state\":7"),
    ("\"path\":\"scan.pdf\"", "\"path\":{}"),
  ])
  func `with one wrong value is refused`(right: String, wrong: String) {
    let content = Self.documented.replacing(right, with: wrong)
    #expect(content != Self.documented)
    #expect(throws: StatusFileError.malformed) { try StatusObject(parsing: Array(content.utf8)) }
  }

  @Test func `that is not UTF-8 is refused`() {
    let content = Array(Self.documented.utf8).map { $0 == UInt8(ascii: "/") ? 0xFF : $0 }
    #expect(throws: StatusFileError.malformed) { try StatusObject(parsing: content) }
  }

  @Test func `of a later schema is named as such`() {
    let later = "{\"schema\":2,\"all\":\"new\"}"
    #expect(throws: StatusFileError.unknownSchema(2)) {
      try StatusObject(parsing: Array(later.utf8))
    }
  }
}
