// SPDX-License-Identifier: GPL-3.0-or-later

/// A service as schema 1 has it: its words are those of the status file.
struct ServiceObject: Encodable {
  @Nullable var running: Bool?
  @Nullable var process: Int?
  @Nullable var version: String?
  @Nullable var started: InternetTime?
  @Nullable var updated: InternetTime?
  @Nullable var state: String?
  @Nullable var trouble: String?
  @Nullable var advice: String?
  @Nullable var revision: Int?
  @Nullable var complete: Bool?
  @Nullable var committed: InternetTime?
  @Nullable var queue: StatusObject.Amount?
  @Nullable var rate: StatusObject.Amount?
  @Nullable var secondsLeft: Int?
  let counters: [String: Int]
  @Nullable var statusFile: String?
  @Nullable var last: LastObject?
  let start: [String]

  init(_ service: ServiceReport) {
    let live = service.live
    var process = live?.process
    var file: String?
    var start: [String] = []
    let isRunning: Bool?
    switch service {
    case .running(_, let path): (isRunning, file) = (true, path)
    case .silent(let number): (isRunning, process) = (true, number)
    case .absent(_, let commands): (isRunning, start) = (false, commands)
    case .unknown: isRunning = nil
    }
    _running = Nullable(wrappedValue: isRunning)
    _process = Nullable(wrappedValue: process)
    _version = Nullable(wrappedValue: live?.version)
    _started = Nullable(wrappedValue: live?.started)
    _updated = Nullable(wrappedValue: live?.updated)
    _state = Nullable(wrappedValue: live?.state)
    _trouble = Nullable(wrappedValue: live?.trouble)
    _advice = Nullable(wrappedValue: live?.trouble.map { TroubleAdvice.advice(for: $0) })
    _revision = Nullable(wrappedValue: live?.index.revision)
    _complete = Nullable(wrappedValue: live?.index.complete)
    _committed = Nullable(wrappedValue: live?.index.committed)
    _queue = Nullable(wrappedValue: live?.queue)
    _rate = Nullable(wrappedValue: live?.rate)
    _secondsLeft = Nullable(wrappedValue: live?.secondsLeft)
    counters = live?.counters ?? [:]
    _statusFile = Nullable(wrappedValue: file)
    _last = Nullable(wrappedValue: service.last.map(LastObject.init))
    self.start = start
  }

  /// What a service said that does not run any more, or of which there is no telling.
  struct LastObject: Encodable {
    let process: Int
    let version: String
    let started: InternetTime
    let updated: InternetTime
    let state: String
    @Nullable var trouble: String?

    init(_ status: StatusObject) {
      process = status.process
      version = status.version
      started = status.started
      updated = status.updated
      state = status.state
      _trouble = Nullable(wrappedValue: status.trouble)
    }
  }
}
