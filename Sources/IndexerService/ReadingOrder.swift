// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageModel

/// In which order the files of one scan are read.
///
/// A file that stands alone among those that changed was saved by somebody who may be waiting for
/// it; thousands beneath one folder are a copy, an archive unpacked, a first build.
enum ReadingOrder {
  /// So many files of a scan, and so many bytes of them, may be prompt.
  private static let promptCount = 32
  private static let promptByteCount = 4 * 1_048_576
  /// A file with more neighbours that changed is part of a flood.
  private static let neighbourCount = 8
  /// How many levels of folders are looked at.
  private static let levelCount = 3

  /// The files with the fewest neighbours first, those prompt that may be.
  static func sorted(_ jobs: [PreparationJob]) -> [PreparationJob] {
    // How many files lie below each folder, and how many right in it.
    var below: [DocumentPlace: Int] = [:]
    var within: [DocumentPlace?: Int] = [:]
    for job in jobs {
      within[job.place.parent, default: 0] += 1
      for folder in outerFolders(of: job.place) { below[folder, default: 0] += 1 }
    }
    let ranked = jobs.map { job in
      let crowd = outerFolders(of: job.place).map { below[$0, default: 1] }
      return (job: job, crowd: crowd + [within[job.place.parent, default: 1]])
    }
    var sorted = ranked.sorted { left, right in
      if left.crowd != right.crowd { return left.crowd.lexicographicallyPrecedes(right.crowd) }
      // What the index knows was edited; what is new may be one of many that were copied.
      if left.job.isNew != right.job.isNew { return right.job.isNew }
      if left.job.place.folder != right.job.place.folder {
        return left.job.place.folder < right.job.place.folder
      }
      return left.job.place.path.bytes.lexicographicallyPrecedes(right.job.place.path.bytes)
    }
    let isFlood = jobs.count > promptCount
    var byteCount = 0
    for index in sorted.indices.prefix(promptCount) {
      let size = Int(sorted[index].job.state.size)
      guard byteCount + size <= promptByteCount else { continue }
      byteCount += size
      guard !isFlood || sorted[index].crowd.contains(where: { $0 <= neighbourCount }) else { break }
      sorted[index].job.isPrompt = true
    }
    return sorted.map(\.job)
  }

  /// The folders around `place` but for the watched folder, the outermost first.
  private static func outerFolders(of place: DocumentPlace) -> ArraySlice<DocumentPlace> {
    var found: [DocumentPlace] = []
    var next = place.parent
    while let folder = next, !folder.path.bytes.isEmpty {
      found.append(folder)
      next = folder.parent
    }
    return found.reversed().prefix(levelCount)
  }
}
