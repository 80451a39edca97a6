// SPDX-License-Identifier: GPL-3.0-or-later

internal import DocumentReading
internal import PassageSplitting

/// By what a record was made: which version of the program and which language its folder was said to
/// have; or which limit kept it from being made.
///
/// It stands in the record. A record that bears what is not current is made anew.
struct Processing: Hashable {
  /// Raised when the terms of the same passage would be others.
  private static let analysisVersion = 4

  /// What a record bears if the language of its folder had a say.
  let byFolder: String
  /// What it bears if it would be the same whatever that language is: the document says its own, or
  /// could not be taken in.
  let inAnyFolder: String

  /// For a file of `byteCount` bytes in a folder of documents in `language`; nil if nothing was said.
  init(ofByteCount byteCount: Int64, folderLanguage language: String?, options: SyncOptions) {
    guard byteCount <= Int64(options.maximumByteCount) else {
      byFolder = "limit \(options.maximumByteCount)"
      inAnyFolder = byFolder
      return
    }
    let versions = "\(DocumentReader.version).\(PassageSplitter.version).\(Self.analysisVersion)"
    byFolder = language.map { "\(versions) \($0)" } ?? versions
    inAnyFolder = "\(versions) *"
  }

  /// Whether a record that bears `text` would be made the same again.
  func isCurrent(_ text: String) -> Bool { text == byFolder || text == inAnyFolder }
}
