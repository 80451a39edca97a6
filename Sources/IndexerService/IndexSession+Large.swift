// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex

// Large documents, written in parts.
extension IndexSession {
  func beginLarge(_ document: PreparedDocument) throws {
    guard case .large(let summary, let passages, let gaps) = document.content else { return }
    guard queue.isWanted(document.job) else { return drop(document) }
    let place = document.job.place
    while let other = removals.first(where: { $0.place == place }) {
      // Two records of one place must not be published.
      removals.removeAll { $0.number == other.number }
      gone.insert(other)
    }
    let old = documents[place] ?? gone.take(at: place)
    if try old == nil && relocateGone(to: document, summary) {
      noteRead(document)
      hasPromptChanges = true
      return drop(document)
    }
    large = LargeDocument(document, summary, passages, gaps, replacing: old, as: try number(old))
  }

  /// Writes a part, or what ends it.
  func stepLarge() throws {
    guard var document = large else { return }
    // Emptied, so that it is not copied.
    large = nil
    guard queue.isWanted(document.prepared.job) else {
      try writer.discardChanges()
      if let old = document.old, documents[old.place]?.number != old.number { gone.insert(old) }
      return drop(document.prepared)
    }
    try document.writePart(to: writer)
    guard document.isWhole else {
      large = document
      return
    }
    try finish(document)
  }

  /// Gives up what was written of a large document, so that something else can be committed; it is
  /// written again afterwards.
  func interruptLarge() throws {
    guard var document = large, document.isBegun else { return }
    large = nil
    try writer.discardChanges()
    document.startOver()
    large = document
  }

  private func finish(_ document: LargeDocument) throws {
    var record = Self.record(of: document.prepared, document.summary, as: document.number)
    record.passageCount = document.passageCount
    try writer.update(record)
    note(record)
    noteRead(document.prepared)
    if document.old == nil { report.added += 1 } else { report.updated += 1 }
    report.passagesWritten += document.passageCount
    count(document.prepared.byteCount)
    hasPromptChanges = true
    drop(document.prepared)
  }

  private func drop(_ document: PreparedDocument) {
    _ = queue.finish(document.job)
    releaseGone(ofSize: document.job.state.size)
  }
}
