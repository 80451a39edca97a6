// SPDX-License-Identifier: GPL-3.0-or-later

extension IndexReader {
  /// Opens the newest revision at `path` and runs `body`; when the revision is lost under it, opens
  /// afresh and runs it again, ten times at the most.
  ///
  /// This is the one place that retries: all that makes up one answer belongs into one `body`.
  /// Whatever else `body` throws is passed on.
  package static func withNewestRevision<Result>(
    of path: String,
    _ body: (IndexReader) throws -> Result
  ) throws -> Result {
    for _ in 1..<10 {
      var revision: Int?
      do {
        let reader = try IndexReader(path: path)
        revision = reader.revision
        return try body(reader)
      } catch let error as IndexError where error.code == .revisionLost {
        continue
      } catch let error as IndexError where error.code == .corrupt {
        // A block that was overwritten may look damaged before it looks lost: seen once in some
        // 30,000 queries beside a busy writer. Damage is what stays when nobody writes.
        guard isSuperseded(revision, at: path) else { throw error }
      }
    }
    return try body(try IndexReader(path: path))
  }

  /// Whether another revision than `revision`, or any at all, can be opened at `path` by now.
  private static func isSuperseded(_ revision: Int?, at path: String) -> Bool {
    guard let newest = try? IndexReader(path: path).revision else { return false }
    return newest != revision
  }
}
