// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import PassageIndex
import PassageModel
import SystemFiles
import TestSupport
import Testing

@Suite struct `Lock holder` {
  /// What is seen of a lock that nobody holds: in a container, others might.
  private static let freed: LockHolder = ProcessNumbers.areTheMachines ? .nobody : .unknown

  @Test func `is seen as long as it writes, and whoever looks turns nobody away`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "index").path
      #expect(LockHolder(ofIndexAt: path) == .missing)
      let writer = try IndexWriter(path: path)
      let process = Int(getpid())
      #expect(LockHolder(ofIndexAt: path) == .process(process, written: process))
      try writer.close()
      // A process that another test is starting holds all locks until it runs: the test's time limit
      // ends this if it is another one.
      while case .process = LockHolder(ofIndexAt: path) {}
      #expect(LockHolder(ofIndexAt: path) == Self.freed)
    }
  }

  @Test func `of one index is none of another, nor of a file that is only read`() async throws {
    try await withTemporaryFolder { folder in
      for name in ["a", "b"] { try write("12\n", to: "\(name)/writer.lock", in: folder) }
      let lock = try FileHandle(forUpdating: folder.appending(path: "a/writer.lock"))
      try #require(flock(lock.fileDescriptor, LOCK_SH) == 0)
      #expect(LockHolder(ofIndexAt: folder.appending(path: "a").path) == Self.freed)
      try #require(flock(lock.fileDescriptor, LOCK_EX) == 0)
      #expect(LockHolder(ofIndexAt: folder.appending(path: "b").path) == Self.freed)
      let holder = LockHolder(ofIndexAt: folder.appending(path: "a").path)
      #expect(holder == .process(Int(getpid()), written: 12))
    }
  }

  @Test func `is not known where the folder may not be looked into`() {
    #expect(LockHolder(ofIndexAt: "/proc/self/exe") == .missing)
    let tooLong = "/" + String(repeating: "x", count: 300)
    #expect(LockHolder(ofIndexAt: tooLong) == .unknown)
  }

  @Test func `is read from the kernel's list`() {
    let list = """
      1: POSIX  ADVISORY  WRITE 5474 fe:00:9576704 128 128
      2: FLOCK  ADVISORY  WRITE 5474 fe:00:16222541 0 EOF
      2: -> FLOCK  ADVISORY  WRITE 5475 fe:00:16222541 0 EOF
      3: FLOCK  ADVISORY  READ 5476 00:1f:77 0 EOF
      4: OFDLCK ADVISORY  WRITE -1 103:02:12 0 0
      5: FLOCK  ADVISORY  WRITE 4381 103:02:18446744073709551615 0 EOF
      6: FLOCK  ADVISORY  WRITE
      nonsense
      """
    let locks = KernelLock.all(in: list)
    #expect(locks.map(\.process) == [5474, 4381])
    #expect(locks.map(\.device) == ["fe:00", "103:02"])
    #expect(locks.map(\.inode) == [16_222_541, .max])
  }
}

@Suite struct `Index footprint` {
  @Test func `is what the folder takes of the disk, and when it was committed`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "index").path
      let writer = try IndexWriter(path: path)
      try writer.close()
      let footprint = try IndexFootprint(ofIndexAt: path)
      #expect(footprint.byteCount > 0)
      var status = stat()
      try #require(stat("\(path)/generation-000001/iamglass", &status) == 0)
      #expect(footprint.written.nanoseconds / 1_000_000_000 == Int64(status.st_mtim.tv_sec))

      let more = [UInt8](repeating: 7, count: 1 << 20)
      try write(Data(more), to: "index/generation-000002/more", in: folder)
      let larger = try IndexFootprint(ofIndexAt: path)
      #expect(larger.byteCount >= footprint.byteCount + more.count)
      #expect(larger.written == footprint.written)
    }
  }

  @Test func `of no index is notFound`() {
    let error = #expect(throws: IndexError.self) {
      try IndexFootprint(ofIndexAt: "/nonexistent/index")
    }
    #expect(error?.code == .notFound)
  }
}
