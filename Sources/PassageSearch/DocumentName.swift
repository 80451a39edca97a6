// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// How a user may name a document of the index.
package enum DocumentName: Hashable, Sendable {
  /// By the watched folder's name and the path below it.
  case place(DocumentPlace)
  /// By the absolute path of its file: bytes, without `.`, `..` or doubled slashes.
  case file([UInt8])
}
