// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import ResultPrinting
internal import SystemFiles

/// What stands at the places where a service of an index may tell how it stands.
struct StatusFiles {
  /// What is said of the index, the newest first.
  let statuses: [(status: StatusObject, path: String)]
  /// What was passed over, and why: a sentence each.
  let notes: [String]

  /// A status of some hundred folders with long paths has less.
  private static let largestFile = 4 << 20

  /// Reads what is there.
  ///
  /// - Parameters:
  ///   - places: absolute paths.
  ///   - index: the absolute path of the index.
  init(at places: [String], forIndex index: String) {
    var statuses: [(status: StatusObject, path: String)] = []
    var notes: [String] = []
    for place in places {
      switch BoundedFile.read(place, limit: Self.largestFile) {
      case .missing:
        continue
      case .refused(let reason):
        notes.append("\(place): \(reason): passed over")
      case .read(let content):
        do throws(StatusFileError) {
          let status = try StatusObject(parsing: content)
          if Self.isSame(status.index.path, index) {
            statuses.append((status, place))
          } else {
            notes.append("\(place): it is about another index, \(status.index.path): passed over")
          }
        } catch {
          notes.append("\(place): \(error): passed over")
        }
      }
    }
    self.statuses = statuses.sorted { $0.status.updated.timestamp > $1.status.updated.timestamp }
    self.notes = notes
  }

  /// Whether two paths lead to the same folder.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    if Array(one.utf8) == Array(other.utf8) { return true }
    var (first, second) = (stat(), stat())
    guard stat(one, &first) == 0, stat(other, &second) == 0 else {
      return Array(RealPath.of(one).utf8) == Array(RealPath.of(other).utf8)
    }
    return first.st_ino == second.st_ino && first.st_dev == second.st_dev
  }
}
