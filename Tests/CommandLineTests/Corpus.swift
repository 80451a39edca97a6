// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The documents of the repository that tests read.
enum Corpus {
  static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus/samples")

  static func text(_ name: String) throws -> String {
    try String(contentsOf: samples.appending(path: name), encoding: .utf8)
  }
}
