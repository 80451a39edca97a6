// SPDX-License-Identifier: GPL-3.0-or-later

/// What to do about an index that cannot be written.
enum TroubleAdvice {
  /// What to do about what the system or the engine said.
  static func advice(for trouble: String) -> String {
    let cause = trouble.lowercased()
    let advice =
      if cause.contains("no space left") || cause.contains("quota") {
        "make room on the disk of the index"
      } else if cause.contains("read-only file system") {
        "mount the file system of the index for writing"
      } else if cause.contains("permission denied") || cause.contains("operation not permitted") {
        "let the service's user write to the folder of the index"
      } else if cause.contains("is being written by") {
        "end the other process that writes to the index, or wait for it"
      } else if cause.contains("input/output error") {
        "look at the disk: journalctl -k"
      } else {
        "see whether the disk of the index has room and its folder may be written"
      }
    return advice + "; it is tried again by itself"
  }
}
