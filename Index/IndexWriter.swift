// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// Writes one index, which nobody else writes meanwhile.
///
/// One thread owns it: it is not Sendable, and its calls block. Changes gather in a transaction that
/// begins by itself and ends with `commit()`: all of them become visible together, or none. After a
/// call has thrown `inputOutput`, `corrupt` or `engine` from within the engine, the writer publishes
/// nothing more and throws that error from every call: close it and open another.
package final class IndexWriter {
  /// Whether there is anything that `commit()` would publish.
  package private(set) var hasUncommittedChanges = false

  private let folder: IndexFolder
  private var lock: WriterLock
  private var handle: WriterHandle
  /// The generation being written.
  private var generation: Generation
  /// The generation readers open: another one while the index is rebuilt.
  private var published: Generation
  /// The newest revision that was committed.
  package private(set) var revision: Int
  private var nextDocument: UInt32
  /// Where the documents of the published generation stood before, by their places, while another
  /// generation is filled.
  private var formerPlaces: [DocumentPlace: [DocumentPlace]] = [:]
  /// What the engine failed with.
  private var failure: IndexError?

  /// What is done with an index that is there.
  package enum Opening: Hashable, Sendable {
    /// It is gone on with.
    case existing
    /// A new, empty generation is begun at once, as `beginGeneration()` does. This is the way past a
    /// damaged index, of which nothing is taken over, and past one of an older format.
    case rebuilding
    /// It is moved aside, and a new, empty generation takes its place for readers, too.
    case replacingDamaged
  }

  /// Opens the index in the folder `path`; makes it if the folder is missing or empty.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - mode: the permissions of a folder that is made, less the process's umask.
  ///   - opening: what is done with an index that is there.
  /// - Throws: `locked` with the number of the process that writes to it, `notAnIndex`,
  ///   `unknownVersion`, `outdatedVersion`, `permissionDenied`, `corrupt` or `inputOutput`.
  package init(
    path: String,
    mode: UInt32 = 0o700,
    opening: Opening = .existing
  ) throws(IndexError) {
    let folder = IndexFolder(path: path)
    // Looked at before it is locked, so that no lock file appears in a folder of something else.
    if try folder.currentGeneration() == nil { try FileSystem.makeFolder(path, mode: mode) }
    let lock = try LockPatience.retry { () throws(IndexError) in try WriterLock(of: folder) }
    let named = try folder.currentGeneration()
    try folder.removeGenerations(except: named)
    var current: Generation
    if let named { current = named } else { current = try folder.makeFirstGeneration() }
    if opening == .replacingDamaged { current = try folder.replaceDamaged(current) }
    do throws(IndexError) {
      let handle = try LockPatience.retry { () throws(IndexError) in
        try folder.openForWriting(current, acceptingOutdated: opening == .rebuilding)
      }
      revision = try handle.number(of: IndexSchema.Key.revision)
      nextDocument = UInt32(clamping: try handle.number(of: IndexSchema.Key.nextDocument))
      self.handle = handle
      generation = current
    } catch {
      guard opening == .rebuilding, error.code == .corrupt else { throw error }
      generation = Generation(current.number + 1)
      handle = try WriterHandle(path: folder.path(of: generation), creating: true)
      try handle.prepare(revision: 0, nextDocument: 1, folders: [:])
      (revision, nextDocument) = (0, 1)
    }
    self.folder = folder
    self.lock = lock
    published = current
    if opening == .rebuilding, generation == published { try beginGeneration() }
  }

  deinit {
    // In this order: whoever gets the lock must find the database closed.
    handle.close()
    lock.release()
  }

  /// Gives up what was not committed and lets others write.
  ///
  /// Later calls throw.
  package func close() throws(IndexError) {
    defer {
      handle.close()
      lock.release()
      hasUncommittedChanges = false
    }
    if hasUncommittedChanges { try handle.cancel() }
  }

  // MARK: What is there, uncommitted changes included

  /// The records of all documents, by their numbers.
  package func documents() throws(IndexError) -> [DocumentRecord] {
    try refuseAfterFailure()
    return try IndexMetadata.documents(
      try handle.metadata(prefix: IndexSchema.Key.documentPrefix)
    )
  }

  /// The record of a document; nil if there is none.
  package func document(_ number: DocumentNumber) throws(IndexError) -> DocumentRecord? {
    try refuseAfterFailure()
    return try handle.document(number)
  }

  /// The absolute paths of the watched folders, by their names.
  package func folders() throws(IndexError) -> [String: [UInt8]] {
    try refuseAfterFailure()
    return IndexMetadata.folders(try handle.metadata(prefix: IndexSchema.Key.folderPrefix))
  }

  /// The marks of a watched folder and of the mount points in it.
  package func marks(of folder: String) throws(IndexError) -> [FolderMark] {
    try refuseAfterFailure()
    let value = try handle.metadata(of: IndexSchema.Key.marksPrefix + folder)
    return value.isEmpty ? [] : try FolderMark.decode(value)
  }

  // MARK: Changes

  /// A number for a new document: given once, never again.
  ///
  /// It is kept for good by the next commit; a number that was given before a crash and that no
  /// commit has published may be given again.
  package func nextDocumentNumber() throws(IndexError) -> DocumentNumber {
    try refuseAfterFailure()
    guard nextDocument < .max else {
      throw IndexError(code: .engine, message: "the index has no document numbers left: rebuild it")
    }
    defer { nextDocument += 1 }
    return DocumentNumber(nextDocument)
  }

  /// Keeps the absolute path of a watched folder; nil forgets the folder.
  ///
  /// Its name is at most 238 bytes long.
  package func setFolder(_ name: String, root: [UInt8]?) throws(IndexError) {
    let key = IndexSchema.Key.folderPrefix + name
    guard key.utf8.count <= IndexSchema.maximumTermByteCount else {
      throw IndexError(code: .engine, message: "the folder name \(name) is too long for the index")
    }
    try change { (handle) throws(IndexError) in
      try handle.setMetadata(key, to: root ?? [])
      if root == nil { try handle.setMetadata(IndexSchema.Key.marksPrefix + name, to: []) }
    }
  }

  /// Keeps the marks of a watched folder and of the mount points in it.
  package func setMarks(_ marks: [FolderMark], of folder: String) throws(IndexError) {
    let key = IndexSchema.Key.marksPrefix + folder
    let sorted = marks.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    try change { (handle) throws(IndexError) in
      try handle.setMetadata(key, to: FolderMark.encode(sorted))
    }
  }

  /// Puts a document's new text and record in the place of all there were.
  ///
  /// - Parameters:
  ///   - record: its `passageCount` is set by this call, its former places as by `update`.
  ///   - passages: in reading order.
  ///   - gaps: what lies between them.
  /// - Throws: `engine` for a term that is empty or too long, before anything is changed.
  package func replace(
    _ record: DocumentRecord,
    passages: [AnalyzedPassage],
    gaps: DocumentGaps
  ) throws(IndexError) {
    for passage in passages { try Self.validate(passage) }
    var record = record
    record.passageCount = passages.count
    try beginText(gaps, of: record.number)
    try append(passages, to: record.number)
    try update(record)
  }

  /// Removes a document's passages and puts what is to lie between the new ones in the place of what
  /// lay between them; leaves its record alone.
  ///
  /// A document that is too large to be put in at once is put in by this, by `append` and, before
  /// anything is committed, by `update` with its record.
  package func beginText(_ gaps: DocumentGaps, of number: DocumentNumber) throws(IndexError) {
    try change { (handle) throws(IndexError) in
      try handle.removeText(of: number)
      try handle.addGaps(gaps, of: number)
    }
  }

  /// Adds passages to a document, in reading order.
  ///
  /// - Throws: `engine` for a term that is empty or too long, before anything is changed.
  package func append(
    _ passages: [AnalyzedPassage],
    to number: DocumentNumber
  ) throws(IndexError) {
    for passage in passages { try Self.validate(passage) }
    try change { (handle) throws(IndexError) in
      for passage in passages {
        try handle.add(passage, of: number)
        try handle.addWords(passage.words)
      }
    }
  }

  /// Puts a new record in the place of the old one and leaves the text alone.
  ///
  /// The former places of `record` become those of the old one, and the old place if that was another;
  /// while the index is rebuilt they become those that the document at the same place had before.
  package func update(_ record: DocumentRecord) throws(IndexError) {
    var record = record
    try change { (handle) throws(IndexError) in
      let old = try handle.document(record.number)
      record.keepFormerPlaces(
        old.map { $0.formerPlaces + [$0.place] } ?? formerPlaces[record.place] ?? []
      )
      try handle.replaceRecord(old, with: record, of: record.number)
    }
    keepNumber(of: record)
  }

  /// Removes a document with its text; there may be none.
  package func remove(_ number: DocumentNumber) throws(IndexError) {
    try change { (handle) throws(IndexError) in
      try handle.removeText(of: number)
      try handle.replaceRecord(try handle.document(number), with: nil, of: number)
    }
  }

  /// States whether the index holds everything its folders hold.
  package func setComplete(_ complete: Bool) throws(IndexError) {
    let value = complete ? IndexMetadata.yes : IndexMetadata.no
    try refuseAfterFailure()
    guard try handle.metadata(of: IndexSchema.Key.complete) != value else { return }
    try change { (handle) throws(IndexError) in
      try handle.setMetadata(IndexSchema.Key.complete, to: value)
    }
  }

  /// Publishes all changes as a new revision, for good before this returns; without changes it does
  /// nothing.
  package func commit() throws(IndexError) {
    try refuseAfterFailure()
    guard hasUncommittedChanges else { return }
    let (revision, nextDocument) = (revision + 1, nextDocument)
    try change { (handle) throws(IndexError) in
      try handle.setNumber(IndexSchema.Key.revision, to: revision)
      try handle.setNumber(IndexSchema.Key.nextDocument, to: Int(nextDocument))
      try handle.commit()
    }
    self.revision = revision
    hasUncommittedChanges = false
  }

  /// Gives up all changes since the last commit.
  package func discardChanges() throws(IndexError) {
    try refuseAfterFailure()
    guard hasUncommittedChanges else { return }
    hasUncommittedChanges = false
    do throws(IndexError) {
      try handle.cancel()
    } catch {
      failure = error
      throw error
    }
  }

  // MARK: Rebuilding

  /// Commits, then begins a new, empty generation: from now on all calls go there, while readers see
  /// the old one until `publishGeneration()`.
  ///
  /// It has the folders of the old one with their marks, and goes on counting documents and revisions.
  /// Documents keep their former places, unless the old one is damaged or of an older format.
  package func beginGeneration() throws(IndexError) {
    guard generation == published else {
      throw IndexError(code: .engine, message: "the index is being rebuilt already")
    }
    try commit()
    let folders = try folders()
    var marks: [String: [FolderMark]] = [:]
    for name in folders.keys { marks[name] = try self.marks(of: name) }
    formerPlaces = handle.formerPlaces()
    let next = Generation(published.number + 1)
    let made = try WriterHandle(path: folder.path(of: next), creating: true)
    try made.prepare(revision: revision, nextDocument: nextDocument, folders: folders)
    handle = made
    generation = next
    for (name, marks) in marks { try setMarks(marks, of: name) }
  }

  /// Commits and gives the new generation to readers; removes all older ones but the one before.
  package func publishGeneration() throws(IndexError) {
    guard generation != published else {
      throw IndexError(code: .engine, message: "the index is not being rebuilt")
    }
    // A revision of its own even if nothing has changed: readers tell what they read by it.
    try change { (_) throws(IndexError) in }
    try commit()
    try folder.switchStub(to: generation)
    published = generation
    formerPlaces = [:]
    try folder.removeGenerations(except: published)
  }
}

// MARK: - Helpers

extension IndexWriter {
  private func refuseAfterFailure() throws(IndexError) {
    if let failure { throw failure }
  }

  /// Runs `body` within the transaction, which begins if there is none.
  ///
  /// What fails half-way must never be committed, so a failure ends the transaction and the writer.
  private func change(
    _ body: (borrowing WriterHandle) throws(IndexError) -> Void
  ) throws(IndexError) {
    try refuseAfterFailure()
    do throws(IndexError) {
      if !hasUncommittedChanges {
        try handle.begin()
        hasUncommittedChanges = true
      }
      try body(handle)
    } catch {
      failure = error
      if hasUncommittedChanges { try? handle.cancel() }
      hasUncommittedChanges = false
      throw error
    }
  }

  /// Makes sure that the number of a record that was not asked for here is not given to another.
  private func keepNumber(of record: DocumentRecord) {
    guard record.number.rawValue >= nextDocument, record.number.rawValue < .max else { return }
    nextDocument = record.number.rawValue + 1
  }

  /// Makes sure that the engine takes a passage, before anything is changed.
  private static func validate(_ passage: AnalyzedPassage) throws(IndexError) {
    for occurrence in passage.occurrences {
      let start = Int(occurrence.offset)
      let end = start + Int(occurrence.byteCount)
      guard end <= passage.termBytes.count,
        IndexSchema.isValidTerm(passage.termBytes[start..<end])
      else {
        throw IndexError(
          code: .engine,
          message: "passage \(passage.passage.ordinal) has a term that is empty or too long"
        )
      }
    }
  }
}
