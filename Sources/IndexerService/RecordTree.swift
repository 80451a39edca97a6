// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// What the index holds, by place: kept in memory while folders are watched, so that a change costs
/// no walk of the index.
struct RecordTree {
  private var records: [DocumentPlace: DocumentRecord] = [:]
  /// The documents and folders right in each folder.
  private var children: [DocumentPlace: Set<DocumentPlace>] = [:]

  init(_ records: [DocumentRecord]) {
    for record in records { insert(record) }
  }

  /// How many documents there are.
  var count: Int { records.count }

  /// All records, in no order.
  var all: some Collection<DocumentRecord> { records.values }

  /// The records of `place` and of everything below it.
  func records(within place: DocumentPlace) -> [DocumentRecord] {
    var found: [DocumentRecord] = []
    var pending = [place]
    while let next = pending.popLast() {
      if let record = records[next] { found.append(record) }
      pending += children[next] ?? []
    }
    return found
  }

  /// Takes over what was done to the index.
  mutating func apply(_ changes: RecordChanges) {
    for record in changes.removed { remove(record) }
    for record in changes.written { insert(record) }
  }

  private mutating func insert(_ record: DocumentRecord) {
    var place = DocumentPlace(record)
    records[place] = record
    while let parent = place.parent,
      children[parent, default: []].insert(place).inserted
    {
      place = parent
    }
  }

  private mutating func remove(_ record: DocumentRecord) {
    var place = DocumentPlace(record)
    guard records[place]?.number == record.number else { return }
    records[place] = nil
    while records[place] == nil, children[place] == nil, let parent = place.parent {
      children[parent]?.remove(place)
      if children[parent]?.isEmpty == true { children[parent] = nil }
      place = parent
    }
  }
}

/// What a sync did to the records of an index.
struct RecordChanges {
  /// Records whose place holds nothing any more, as they were.
  var removed: [DocumentRecord] = []
  /// Records that were written, as they are.
  var written: [DocumentRecord] = []
}
