// SPDX-License-Identifier: GPL-3.0-or-later

import FolderWatch
import Foundation
import PassageIndex
import PassageModel
import TestSupport
import Testing

@testable import IndexerService

@Suite(.timeLimit(.minutes(5)))
struct `Index session` {
  private var options: SyncOptions {
    var options = SyncOptions()
    options.largeByteCount = 100_000
    return options
  }

  private func root(_ library: Library) -> [UInt8] {
    Array(library.documents.path(percentEncoded: false).utf8)
  }

  /// 300 paragraphs, each a passage.
  private func writeLarge(_ library: Library, saying word: String = "word") throws {
    let paragraph = (0..<130).map { "\(word)\($0)" }.joined(separator: " ") + ".\n\n"
    let text = (0..<300).map { "Number \($0): \(paragraph)" }.joined()
    try write(text, to: "large.txt", in: library.documents)
  }

  /// Looks at a file and has it read; what comes of it is given to the session.
  private func read(_ name: String, of library: Library, for session: IndexSession) async throws {
    let folder = WatchedFolder(name: "documents", root: root(library))
    let look = FolderLook(excluding: [])
    let plan = SyncPlan(
      for: [look.at(folder, [Array(name.utf8)], knowing: [:])],
      holding: session.documents,
      after: FolderChanges(),
      options: options
    )
    try session.take(plan)
    var job = session.queue.next { _ in true }
    // What was in hand for the same place has to be given up first.
    while job == nil {
      try goOn(session)
      job = session.queue.next { _ in true }
    }
    let preparer = DocumentPreparer(options: options, isForBulk: false)
    try session.take(await preparer.prepare(try #require(job)))
  }

  /// Does what can be done, as a service would between two inputs.
  private func goOn(_ session: IndexSession) throws {
    try session.step()
    _ = try session.commitIfDue(at: .now, isWhole: true)
  }

  private func expectFresh(_ library: Library, in folder: URL) async throws {
    try #expect(IndexCheck.run(path: library.indexPath).isEmpty)
    let fresh = try Library(in: folder, index: "fresh")
    try await fresh.sync()
    try #expect(library.export() == fresh.export())
  }

  @Test
  func `one lets a small file go first and is whole afterwards`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      let session = try IndexSession(IndexWriter(path: library.indexPath), options: options)
      try writeLarge(library)
      try await read("large.txt", of: library, for: session)
      while session.large?.isBegun != true { try goOn(session) }
      try #expect(library.records().isEmpty)

      try write("A marmot.\n", to: "small.txt", in: library.documents)
      try await read("small.txt", of: library, for: session)
      #expect(session.large?.isBegun == false)
      try goOn(session)
      try #expect(library.records().map(\.path.description) == ["small.txt"])
      while session.canStep { try goOn(session) }
      try #expect(library.records().count == 2)
      try session.writer.close()
      try await expectFresh(library, in: folder)
    }
  }

  @Test
  func `one that is half written is not published when the work ends`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      let session = try IndexSession(IndexWriter(path: library.indexPath), options: options)
      try writeLarge(library)
      try await read("large.txt", of: library, for: session)
      while session.large?.isBegun != true { try goOn(session) }
      try session.commit()
      try session.writer.close()
      try #expect(IndexReader(path: library.indexPath).passageCount == 0)
      try #expect(IndexCheck.run(path: library.indexPath).isEmpty)
    }
  }

  @Test
  func `one that changes while it is written is written as it is in the end`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try writeLarge(library)
      try await library.sync(options)
      try writeLarge(library, saying: "term")
      let session = try IndexSession(IndexWriter(path: library.indexPath), options: options)
      try await read("large.txt", of: library, for: session)
      while session.large?.isBegun != true { try goOn(session) }
      try writeLarge(library, saying: "stem")
      try await read("large.txt", of: library, for: session)
      while session.canStep { try goOn(session) }
      try goOn(session)
      #expect(session.isIdle)
      try session.writer.close()
      try await expectFresh(library, in: folder)
    }
  }

  @Test
  func `a file that is not there when it is read is not taken for deleted`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("A marmot.\n", to: "a.txt", in: library.documents)
      try await library.sync()
      try write("A beaver.\n", to: "a.txt", in: library.documents)
      let session = try IndexSession(IndexWriter(path: library.indexPath), options: options)
      let look = FolderLook(excluding: [])
      let plan = SyncPlan(
        for: [look.at(WatchedFolder(name: "documents", root: root(library)), [[]], knowing: [:])],
        holding: session.documents,
        after: FolderChanges(),
        options: options
      )
      try session.take(plan)
      let job = try #require(session.queue.next { _ in true })
      // As when a disk is unmounted after its files were listed.
      try library.remove("a.txt")
      try session.take(await DocumentPreparer(options: options, isForBulk: false).prepare(job))
      try goOn(session)
      #expect(session.isIdle)
      #expect(session.takeChanges().missing == [job.place])
      try session.writer.close()
      try #expect(library.records().count == 1)
    }
  }
}
