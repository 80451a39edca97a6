// SPDX-License-Identifier: GPL-3.0-or-later

/// What could not be taken in when it was last looked at, so that each thing is told once.
struct KnownProblems {
  private var problems: [DocumentPlace: SyncProblem] = [:]

  /// Folders of which nothing can be learned.
  var unreadableFolders: [DocumentPlace] {
    problems.filter { $0.value.severity == .unreadableFolder }.map(\.key)
  }

  /// Takes what was found wrong at the places `looked` and below them.
  ///
  /// - Returns: what is new in it, and what is well again.
  mutating func take(_ found: [SyncProblem], at looked: Set<DocumentPlace>) -> [ServiceEvent] {
    let found = Dictionary(
      found.filter { $0.severity >= .refusedFile }
        .map { (DocumentPlace(folder: $0.folder, path: $0.path), $0) }
    ) { $1 }
    var events: [ServiceEvent] = []
    for (place, _) in problems where found[place] == nil && Self.is(place, within: looked) {
      problems[place] = nil
      events.append(.recovered(folder: place.folder, path: place.path))
    }
    for (place, problem) in found where problems.updateValue(problem, forKey: place) != problem {
      events.append(.problem(problem))
    }
    return events
  }

  private static func `is`(_ place: DocumentPlace, within looked: Set<DocumentPlace>) -> Bool {
    var folder: DocumentPlace? = place
    while let next = folder {
      if looked.contains(next) { return true }
      folder = next.parent
    }
    return false
  }
}
