// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The number of a generation, counted from 1: each rebuild makes the next.
struct Generation: Hashable, Comparable {
  let number: Int

  init(_ number: Int) {
    self.number = number
  }

  /// The generation that a name of the form `generation-000001` names; nil for any other.
  init?(name: Substring) {
    let digits = name.dropFirst(Self.prefix.count)
    guard name.hasPrefix(Self.prefix), let number = Int(digits), number > 0 else { return nil }
    self.init(number)
    guard self.name == name else { return nil }
  }

  /// Six digits at least, so that names sort as numbers.
  var name: String {
    let digits = String(number)
    return Self.prefix + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  static func < (left: Generation, right: Generation) -> Bool { left.number < right.number }

  private static let prefix = "generation-"
}

/// The folder of an index: what lies in it under which name.
struct IndexFolder {
  let path: String

  private static let stubName = "XAPIANDB"
  private static let newStubName = "XAPIANDB.new"
  private static let lockName = "writer.lock"
  /// Where a service has no better place for it, it tells here how it stands.
  private static let statusName = "status.json"
  private static let damagedPrefix = "damaged-"

  var lockPath: String { "\(path)/\(Self.lockName)" }

  func path(of generation: Generation) -> String { "\(path)/\(generation.name)" }

  /// The error that says what stands in the place of an index.
  func notAnIndex(_ reason: String) -> IndexError {
    IndexError(code: .notAnIndex, message: "\(path) is no splitsearch index: \(reason)")
  }

  // MARK: The stub

  /// The generation that the stub names; nil if there is no index, but there may come to be one.
  ///
  /// Throws `notAnIndex` if there is something else at the path.
  func currentGeneration() throws(IndexError) -> Generation? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno != ENOENT else { return nil }
      throw .system("look at \(path)")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw notAnIndex("it is no folder") }
    guard access(path, X_OK) == 0 else { throw .system("read \(path)") }
    let stubPath = "\(path)/\(Self.stubName)"
    guard let stub = try OpenFile(path: stubPath, flags: O_RDONLY) else {
      try refuseForeignContent()
      // A writer may have made the index between the two looks at it.
      guard let stub = try OpenFile(path: stubPath, flags: O_RDONLY) else { return nil }
      return try parse(stub.read(limit: 256))
    }
    return try parse(stub.read(limit: 256))
  }

  private func parse(_ content: [UInt8]) throws(IndexError) -> Generation {
    let text = String(decoding: content, as: UTF8.self)
    guard text.hasPrefix("auto "), text.hasSuffix("\n"),
      let generation = Generation(name: text.dropFirst(5).dropLast())
    else { throw notAnIndex("its file \(Self.stubName) was not written by splitsearch") }
    return generation
  }

  /// Makes sure that a folder without a stub holds nothing but what a writer leaves that died, or
  /// has not yet got so far as to write the stub.
  private func refuseForeignContent() throws(IndexError) {
    let ours = [
      Self.lockName, Self.newStubName, Self.stubName, Self.statusName, Self.statusName + ".new",
    ]
    for name in try FileSystem.names(in: path)
    where !ours.contains(name) && Generation(name: name[...]) == nil
      && !name.hasPrefix(Self.damagedPrefix)
    {
      throw notAnIndex("it has no file \(Self.stubName), but holds \(name)")
    }
  }

  /// Makes `generation` the current one, for good before this returns.
  ///
  /// Readers see the old stub or the new one, never a part.
  func switchStub(to generation: Generation) throws(IndexError) {
    let new = "\(path)/\(Self.newStubName)"
    guard let file = try OpenFile(path: new, flags: O_RDWR | O_CREAT | O_TRUNC) else {
      throw .system("write \(new)", ENOENT)
    }
    try file.replaceContent(with: "auto \(generation.name)\n")
    try file.synchronize()
    guard rename(new, "\(path)/\(Self.stubName)") == 0 else { throw .system("rename \(new)") }
    try synchronize()
  }

  /// Waits until the names in the folder are on the disk.
  private func synchronize() throws(IndexError) {
    guard let folder = try OpenFile(path: path, flags: O_RDONLY | O_DIRECTORY) else {
      throw .system("open \(path)", ENOENT)
    }
    try folder.synchronize()
  }

  // MARK: Generations

  /// Keeps a damaged generation under another name, and no more than one such.
  func moveAside(_ damaged: Generation) throws(IndexError) {
    for name in try FileSystem.names(in: path) where name.hasPrefix(Self.damagedPrefix) {
      try FileSystem.removeFolder("\(path)/\(name)", first: "postlist.glass")
    }
    guard rename(path(of: damaged), "\(path)/\(Self.damagedPrefix)\(damaged.name)") == 0 else {
      // It may be just what is missing.
      guard errno != ENOENT else { return }
      throw .system("rename \(path(of: damaged))")
    }
    try synchronize()
  }

  /// Whether the files of a generation are there and may be read by this user.
  func contains(_ generation: Generation) throws(IndexError) -> Bool {
    // Xapian keeps what a glass database is in this file, and opens it before any other. Without
    // read access it would say "Couldn't detect type of database".
    let file = "\(path(of: generation))/iamglass"
    guard access(file, R_OK) != 0 else { return true }
    guard errno == ENOENT || errno == ENOTDIR else { throw .system("read \(file)") }
    return false
  }

  /// Removes all generations but the current one and the one before it.
  ///
  /// Readers may still be opening the latter. Without a current one (nil) all are removed. Only for
  /// the holder of the lock.
  func removeGenerations(except current: Generation?) throws(IndexError) {
    var generations: [Generation] = []
    for name in try FileSystem.names(in: path) {
      if let generation = Generation(name: name[...]) { generations.append(generation) }
    }
    let previous = current.flatMap { current in generations.filter { $0 < current }.max() }
    for generation in generations where generation != current && generation != previous {
      // Xapian opens this table after all others, and takes some of the others as empty when they
      // are missing: without it nobody can open half of a generation.
      try FileSystem.removeFolder(path(of: generation), first: "postlist.glass")
    }
  }
}
