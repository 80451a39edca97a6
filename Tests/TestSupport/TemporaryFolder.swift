// SPDX-License-Identifier: GPL-3.0-or-later

package import Foundation

/// A new folder that is removed with all it holds when the body ends.
package func withTemporaryFolder<Result>(
  _ body: (URL) async throws -> Result
) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "splitsearch-test-\(UUID().uuidString)", directoryHint: .isDirectory)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}

/// Writes `text` to `name` below `folder`, with the folders it takes.
package func write(_ text: String, to name: String, in folder: URL) throws {
  try write(Data(text.utf8), to: name, in: folder)
}

/// Writes `data` to `name` below `folder`, with the folders it takes.
package func write(_ data: Data, to name: String, in folder: URL) throws {
  let file = folder.appending(path: name)
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(),
    withIntermediateDirectories: true
  )
  try data.write(to: file)
}
