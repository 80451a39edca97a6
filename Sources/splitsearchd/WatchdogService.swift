// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import IndexerService
internal import ServiceLifecycle

/// Tells the service manager that the service moves, as long as it does.
struct WatchdogService: Service {
  /// How often it looks while the service starts.
  private static let startInterval = Duration.seconds(10)
  /// How much time it asks for then.
  private static let startTime = Duration.seconds(60)

  private let service: IndexService
  /// Whether the start is over.
  private let isReady: @Sendable () -> Bool
  /// Called when the service does not move.
  private let tellHung: @Sendable (String, Duration) -> Void

  /// Makes a service that looks after `service`.
  ///
  /// - Parameters:
  ///   - service: it is to move.
  ///   - isReady: whether its start is over.
  ///   - tellHung: called with what has not moved, and for how long; once until it moves again.
  init(
    _ service: IndexService,
    isReady: @escaping @Sendable () -> Bool,
    tellHung: @escaping @Sendable (_ what: String, _ time: Duration) -> Void
  ) {
    self.service = service
    self.isReady = isReady
    self.tellHung = tellHung
  }

  /// Looks now and then until the end.
  func run() async throws {
    guard ServiceManager.isListening else { return try await gracefulShutdown() }
    // A sign that is due comes in time even if the service moved just after the look before.
    let interval = ServiceManager.watchdogInterval.map { $0 / 4 }
    let startInterval = min(interval ?? Self.startInterval, Self.startInterval)
    let timer = DispatchSource.makeTimerSource()
    let (ticks, tick) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    timer.setEventHandler { tick.yield() }
    timer.schedule(deadline: .now(), every: startInterval)
    timer.activate()
    defer { timer.cancel() }
    var isStarting = true
    var restCount = 0
    for await _ in ticks.cancelOnGracefulShutdown() {
      let motion = service.motion()
      restCount = motion == .moving ? 0 : restCount + 1
      if isStarting, isReady() {
        isStarting = false
        guard let interval else { break }
        timer.schedule(deadline: .now() + .microseconds(interval.microseconds), every: interval)
      }
      if motion == .moving {
        if interval != nil { ServiceManager.tellAlive() }
        if isStarting { ServiceManager.askForTime(Self.startTime) }
      } else if restCount == 2 {
        let pause = isStarting ? startInterval : interval ?? startInterval
        tellHung(Self.describe(motion), pause * restCount)
      }
    }
    try await gracefulShutdown()
  }

  private static func describe(_ motion: ServiceMotion) -> String {
    motion == .waiting
      ? "no folder or file that is being read has answered"
      : "the service itself has not moved"
  }
}

extension DispatchSourceTimer {
  fileprivate func schedule(deadline: DispatchTime, every interval: Duration) {
    schedule(deadline: deadline, repeating: .microseconds(interval.microseconds))
  }
}

extension Duration {
  /// In whole microseconds.
  var microseconds: Int { Int(self / .microseconds(1)) }
}
