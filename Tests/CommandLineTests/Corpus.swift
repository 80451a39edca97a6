// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The documents of the repository that tests read.
enum Corpus {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus")
  /// A document of each kind, as users have them.
  static let samples = folder.appending(path: "samples")
  /// Small documents, each of which is difficult in one way.
  static let cases = folder.appending(path: "cases")

  static func text(_ name: String) throws -> String {
    try String(contentsOf: samples.appending(path: name), encoding: .utf8)
  }
}
