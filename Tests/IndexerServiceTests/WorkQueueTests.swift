// SPDX-License-Identifier: GPL-3.0-or-later

import FolderWatch
import Glibc
import PassageModel
import Testing

@testable import IndexerService

struct `Work queue` {
  private func place(_ path: String) -> DocumentPlace {
    DocumentPlace(folder: "documents", path: RelativePath(path))
  }

  private func job(
    _ path: String,
    size: Int = 10,
    isNew: Bool = true,
    isPrompt: Bool = false
  ) -> PreparationJob {
    var status = stat()
    status.st_mode = S_IFREG
    status.st_size = size
    var job = PreparationJob(
      place: place(path),
      absolutePath: Array("/documents/\(path)".utf8),
      state: FileState(status),
      isNew: isNew
    )
    job.isPrompt = isPrompt
    return job
  }

  /// Takes the next job that `mayTake`.
  private func next(
    _ queue: inout WorkQueue,
    where mayTake: (PreparationJob) -> Bool = { _ in true }
  ) -> PreparationJob? {
    queue.next(mayTakeBulk: mayTake)
  }

  /// Ends a job.
  private func finish(_ queue: inout WorkQueue, _ job: PreparationJob?) -> Bool {
    job.map { queue.finish($0) } ?? false
  }

  /// Takes all jobs and ends each at once.
  private func drain(_ queue: inout WorkQueue) -> [String] {
    var paths: [String] = []
    while let job = next(&queue) {
      paths.append(job.place.path.description)
      let isWanted = queue.finish(job)
      #expect(isWanted)
    }
    #expect(queue.count == 0 && queue.byteCount == 0 && queue.promptCount == 0)
    return paths
  }

  @Test
  func `prompt files go first, then what changed last, each in its order`() {
    var queue = WorkQueue()
    queue.add([job("a"), job("b")])
    queue.add([job("c"), job("d"), job("p", isPrompt: true)])
    queue.add([job("q", isPrompt: true), job("r", isPrompt: true)])
    #expect(drain(&queue) == ["p", "q", "r", "c", "d", "a", "b"])
  }

  @Test
  func `a later job takes the place of an earlier one`() {
    var queue = WorkQueue()
    queue.add([job("a"), job("b", size: 7)])
    queue.add([job("b", size: 8)])
    #expect(queue.count == 2 && queue.byteCount == 18)
    #expect(!queue.mayFindNew(ofSize: 7) && queue.mayFindNew(ofSize: 8))
    #expect(drain(&queue) == ["b", "a"])
    #expect(!queue.mayFindNew(ofSize: 8))
  }

  @Test
  func `what comes of a job is not wanted when its place was looked at again`() {
    var queue = WorkQueue()
    queue.add([job("x/a"), job("x/b"), job("y")])
    let first = next(&queue)
    #expect(first?.place == place("x/a"))
    queue.supersede(within: [place("x")])
    #expect(queue.count == 2)
    #expect(!finish(&queue, first))
    #expect(drain(&queue) == ["y"])
  }

  @Test
  func `what is being read stays wanted when the file is found as it was`() {
    var queue = WorkQueue()
    queue.add([job("a")])
    let first = next(&queue)
    queue.supersede(within: [place("")])
    queue.add([job("a")])
    #expect(queue.count == 1 && next(&queue)?.place == nil)
    #expect(finish(&queue, first))
    #expect(queue.count == 0)
  }

  @Test
  func `a place is in one hand at a time`() {
    var queue = WorkQueue()
    queue.add([job("a", isPrompt: true)])
    let first = next(&queue)
    queue.add([job("a", size: 11, isPrompt: true)])
    queue.add([job("b")])
    let other = next(&queue)
    #expect(other?.place == place("b"))
    #expect(next(&queue)?.place == nil)
    #expect(!finish(&queue, first))
    let second = next(&queue)
    #expect(second?.place == place("a"))
    // What another queue had in hand is nothing to this one.
    #expect(!finish(&queue, first))
    #expect(finish(&queue, second) && finish(&queue, other))
    #expect(queue.count == 0)
  }

  @Test
  func `a file that may not be taken yet is not overtaken by those behind it`() {
    var queue = WorkQueue()
    queue.add([job("large", size: 1_000), job("small")])
    #expect(next(&queue) { $0.state.size < 100 }?.place == nil)
    #expect(next(&queue)?.place == place("large"))
  }

  @Test
  func `one file among a flood is prompt, the flood is not`() {
    let flood = (0..<500).map { job("flood/\($0 / 20)/\($0).txt") }
    let saved = job("notes/today.txt", isNew: false)
    let sorted = ReadingOrder.sorted(flood + [saved])
    #expect(sorted.first?.place == saved.place)
    #expect(sorted.filter(\.isPrompt).map(\.place) == [saved.place])
  }

  @Test
  func `a file saved in the folder of a flood goes first if it was known`() {
    let flood = (0..<500).map { job("\($0).txt") }
    let saved = job("today.txt", isNew: false)
    #expect(ReadingOrder.sorted(flood + [saved]).first?.place == saved.place)
  }

  @Test
  func `few files are prompt wherever they are, as long as they are small`() {
    let few = (0..<5).map { job("a/b/\($0).txt", size: 1_048_576) }
    #expect(ReadingOrder.sorted(few).map(\.isPrompt) == [true, true, true, true, false])
    let mixed = [job("a.txt", size: 60_000_000), job("b.txt", size: 20)]
    #expect(ReadingOrder.sorted(mixed).map(\.isPrompt) == [false, true])
  }
}
