// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What was done to the documents of an index.
struct DocumentChanges {
  /// Documents whose place holds nothing any more, or something else, as they were.
  var removed: [KnownDocument] = []
  /// Documents that were written, as they are.
  var written: [KnownDocument] = []
  /// Places of documents whose files were not there when they were to be read.
  var missing: [DocumentPlace] = []
}
