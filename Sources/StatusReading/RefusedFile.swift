// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A file of which the index knows that it could not be read.
struct RefusedFile {
  /// The name of its watched folder.
  let folder: String
  /// Where it lies below that folder.
  let path: RelativePath
  /// Why it could not be read.
  let reason: String
}
