// SPDX-License-Identifier: GPL-3.0-or-later

/// What can be set about bringing an index up to date.
package struct SyncOptions: Hashable, Sendable {
  /// Files larger than this are refused: bytes.
  package var maximumByteCount = 64 * 1_048_576
  /// About how many bytes of memory the work may take.
  package var memoryLimit = 512 * 1_048_576
  /// After so many bytes of files the work is committed, if it is not set to less.
  package var commitByteCount = Int.max
  /// Files of so many bytes are written in parts, so that others need not wait for them: smaller ones
  /// take a few seconds at the most.
  package var largeByteCount = 4 * 1_048_576
  /// How many files are read, split and analyzed side by side.
  package var preparerCount = 2
  /// Whether bulk work has the processor only when nobody else wants it.
  ///
  /// Only where a service manager sees to it that the process gets a share at all: else it would
  /// never be done on a machine that is always busy.
  package var bulkMakesWay = false

  /// The defaults.
  package init() {}

  /// After so many bytes of files the work is committed: the engine holds what is uncommitted in
  /// memory, several times the size of the text.
  var byteCountOfACommit: Int { min(commitByteCount, memoryLimit / 64) }

  /// Files whose sizes add up to more are not read side by side: a text takes many times its size
  /// while it is read, split and analyzed.
  var byteCountInFlight: Int { memoryLimit / 32 }
}
