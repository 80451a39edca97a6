// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What could not be taken in when it was last looked at, so that each thing is told once.
struct KnownProblems {
  private var problems: [DocumentPlace: SyncProblem] = [:]

  /// Folders of which nothing can be learned.
  private(set) var unreadableFolders: Set<DocumentPlace> = []

  /// All of them, by folder and path.
  var all: [SyncProblem] {
    problems.values.sorted { left, right in
      left.folder != right.folder
        ? left.folder < right.folder
        : left.path.bytes.lexicographicallyPrecedes(right.path.bytes)
    }
  }

  /// What is wrong at `place`; nil if nothing is known to be.
  func problem(at place: DocumentPlace) -> SyncProblem? { problems[place] }

  /// Forgets what was wrong in folders that are not looked into any more.
  mutating func forget(besides names: Set<String>) {
    problems = problems.filter { names.contains($0.key.folder) }
    unreadableFolders = unreadableFolders.filter { names.contains($0.folder) }
  }

  /// Takes what was found wrong at the places `looked` and below them.
  ///
  /// - Parameters:
  ///   - found: the problems there.
  ///   - looked: the places.
  ///   - isOpen: whether it is still to be seen what a place is like: it stays what it was.
  /// - Returns: what is new in it, and what is well again.
  mutating func take(
    _ found: [SyncProblem],
    at looked: Set<DocumentPlace>,
    except isOpen: (DocumentPlace) -> Bool = { _ in false }
  ) -> [ServiceEvent] {
    let found = Dictionary(
      found.filter { $0.severity >= .refusedFile }
        .map { (DocumentPlace(folder: $0.folder, path: $0.path), $0) }
    ) { $1 }
    var events: [ServiceEvent] = []
    for place in problems.keys where found[place] == nil && place.isWithin(looked) {
      if !isOpen(place) { events += set(nil, at: place) }
    }
    for (place, problem) in found { events += set(problem, at: place) }
    return events
  }

  /// Takes what is wrong with one file; nil if nothing is.
  ///
  /// - Returns: what is new in it.
  mutating func note(_ problem: SyncProblem?, at place: DocumentPlace) -> [ServiceEvent] {
    set(problem.flatMap { $0.severity >= .refusedFile ? $0 : nil }, at: place)
  }

  private mutating func set(_ problem: SyncProblem?, at place: DocumentPlace) -> [ServiceEvent] {
    let old = problems[place]
    guard old != problem else { return [] }
    problems[place] = problem
    if problem?.severity == .unreadableFolder {
      unreadableFolders.insert(place)
    } else {
      unreadableFolders.remove(place)
    }
    return [problem.map { .problem($0) } ?? old.map { .recovered($0) }].compactMap(\.self)
  }
}
