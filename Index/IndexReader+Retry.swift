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
      do {
        return try body(try IndexReader(path: path))
      } catch let error as IndexError where error.code == .revisionLost {
        continue
      }
    }
    return try body(try IndexReader(path: path))
  }
}
