// SPDX-License-Identifier: GPL-3.0-or-later

internal import EditInvariants
internal import Foundation

/// Reads documents of others to edit.
enum SampleFolder {
  /// Enough for many passages; more takes longer and tells nothing else.
  private static let characterCount = 9_000
  private static let documentCount = 400

  /// The beginnings of the texts in a folder, and in the folders in it.
  static func read(_ path: String) throws -> SampleTexts {
    let folder = URL(filePath: path)
    var files: [URL] = []
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = found?.nextObject() as? URL {
      if ["txt", "md"].contains(file.pathExtension) { files.append(file) }
    }
    files.sort { $0.path() < $1.path() }
    let step = max(1, files.count / documentCount)
    var texts: [String] = []
    for index in stride(from: 0, to: files.count, by: step) {
      let text = String(decoding: try Data(contentsOf: files[index]), as: UTF8.self)
      let beginning = text.unicodeScalars.filter { $0 != "\u{FEFF}" && $0 != "\r" }
        .prefix(characterCount)
      texts.append(String(String.UnicodeScalarView(beginning)))
    }
    guard !texts.isEmpty else { throw CocoaError(.fileNoSuchFile) }
    let parts = folder.pathComponents.suffix(2).filter { $0 != "docs" }
    return SampleTexts(name: parts.last ?? path, documents: texts)
  }
}
