// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import FolderWatch

struct `Settling of changes` {
  private let start = ContinuousClock.now

  private func place(_ name: String) -> DirtyPlace {
    DirtyPlace(root: Array("/root".utf8), path: Array(name.utf8))
  }

  private func changes(_ places: DirtyPlace...) -> FolderChanges {
    var changes = FolderChanges()
    changes.insert(places)
    return changes
  }

  @Test
  func `without changes there is nothing to wait for`() {
    var settling = Settling()
    #expect(settling.deadline == nil)
    settling.add(changes(), at: start)
    #expect(settling.deadline == nil)
    #expect(settling.take(at: start).isEmpty)
  }

  @Test
  func `changes are handed on together when there is rest after the last`() {
    var settling = Settling()
    settling.add(changes(place("a")), at: start)
    settling.add(changes(place("b")), at: start + .milliseconds(60))
    #expect(settling.deadline == start + .milliseconds(160))
    #expect(settling.take(at: start + .milliseconds(159)).isEmpty)
    #expect(settling.take(at: start + .milliseconds(160)).places == [place("a"), place("b")])
    #expect(settling.deadline == nil)
  }

  @Test
  func `a flood is handed on after a second at the latest`() {
    var settling = Settling()
    for step in 0..<20 {
      settling.add(changes(place("\(step)")), at: start + .milliseconds(50 * step))
    }
    #expect(settling.deadline == start + .seconds(1))
    #expect(settling.take(at: start + .seconds(1)).places.count == 20)
  }

  @Test
  func `what is to be looked at later waits for its own time, the earliest that was named`() {
    var settling = Settling()
    settling.add(place("a"), due: start + .seconds(5))
    settling.add(place("a"), due: start + .seconds(3))
    settling.add(place("a"), due: start + .seconds(9))
    settling.add(changes(place("b")), at: start)
    #expect(settling.take(at: start + .seconds(1)).places == [place("b")])
    #expect(settling.deadline == start + .seconds(3))
    #expect(settling.take(at: start + .seconds(3)).places == [place("a")])
    #expect(settling.deadline == nil)
  }

  @Test
  func `what is due waits for changes that have not come to rest`() {
    var settling = Settling()
    settling.add(place("a"), due: start + .milliseconds(50))
    settling.add(changes(place("b")), at: start)
    #expect(settling.deadline == start + .milliseconds(100))
    #expect(settling.take(at: start + .milliseconds(60)).isEmpty)
    #expect(settling.take(at: start + .milliseconds(100)).places == [place("a"), place("b")])
  }

  @Test
  func `a place within a dirty one is not named beside it`() {
    let dirty: Set = [place("a"), place("a/b/c"), place("ab"), place("b/c"), place("b/cd")]
    #expect(dirty.outermost == [place("a"), place("ab"), place("b/c"), place("b/cd")])
    #expect(Set([place(""), place("a")]).outermost == [place("")])
  }

  @Test
  func `events are parted by the length of their names`() {
    let header: (Int32, UInt32, UInt32) -> [UInt8] = { watch, mask, length in
      [UInt32(bitPattern: watch), mask, 0, length].flatMap { word in
        (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
      }
    }
    let bytes =
      header(3, 0x8, 16) + Array("a.txt".utf8) + [UInt8](repeating: 0, count: 11)
      + header(-1, 0x4000, 0) + header(4, 0x400, 0)
    #expect(
      InotifyEvent.parse(bytes) == [
        InotifyEvent(watch: 3, mask: 0x8, cookie: 0, name: Array("a.txt".utf8)),
        .overflow,
        InotifyEvent(watch: 4, mask: 0x400, cookie: 0, name: []),
      ]
    )
  }
}
