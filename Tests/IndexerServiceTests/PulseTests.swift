// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Testing

@testable import IndexerService

@Suite struct `Pulse` {
  private let traffic: Counter
  private let pulse: IndexerService.Pulse

  init() {
    let traffic = Counter()
    self.traffic = traffic
    pulse = IndexerService.Pulse { traffic.value.load(ordering: .relaxed) }
    // The first time there is nothing to compare with.
    #expect(pulse.motion() == .moving)
  }

  @Test func `who answers and has nothing to do moves`() {
    for _ in 0..<3 {
      pulse.answer(isBusy: false)
      #expect(pulse.motion() == .moving)
    }
  }

  @Test func `who does not answer is silent until it answers`() {
    #expect(pulse.motion() == .silent)
    #expect(pulse.motion() == .silent)
    pulse.answer(isBusy: false)
    #expect(pulse.motion() == .moving)
  }

  @Test func `steps of others are no answer`() {
    pulse.step()
    #expect(pulse.motion() == .silent)
  }

  @Test func `who answers while nothing comes of the work waits`() {
    pulse.answer(isBusy: true)
    #expect(pulse.motion() == .waiting)
    pulse.answer(isBusy: true)
    pulse.step()
    #expect(pulse.motion() == .moving)
    pulse.answer(isBusy: true)
    #expect(pulse.motion() == .waiting)
    pulse.answer(isBusy: false)
    #expect(pulse.motion() == .moving)
  }

  @Test func `a long commit, which reads and writes, is no hang`() {
    for _ in 0..<3 {
      traffic.value.add(1, ordering: .relaxed)
      #expect(pulse.motion() == .moving)
    }
    #expect(pulse.motion() == .silent)
  }
}

private final class Counter: Sendable {
  let value = Atomic<Int>(0)
}
