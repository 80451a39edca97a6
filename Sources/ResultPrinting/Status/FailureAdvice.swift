// SPDX-License-Identifier: GPL-3.0-or-later

/// What to do about something that could not be taken in.
///
/// Reasons are sentences, not codes: those of DocumentReading, FolderWatch and IndexerService. One
/// that is not known here is no harm.
package struct FailureAdvice: Hashable, Sendable {
  /// The reason, without what differs from file to file.
  package let summary: String
  /// What to do, in one line.
  package let advice: String
  /// Whether there is anything that can be done.
  package let canBeMended: Bool
  /// Whether it is about a folder with all that is in it.
  package let isOfFolder: Bool

  /// Finds what to do about `reason`.
  package init(_ reason: String) {
    isOfFolder =
      reason.hasPrefix("cannot be listed: ") || reason.hasPrefix("what was mounted here")
      || reason.hasPrefix(Self.ignoreFile)
    let cause = reason.lowercased()
    if reason.hasPrefix("no reader for ") {
      (summary, canBeMended) = (reason, false)
      advice = "nothing to do: the format is not read in this version"
    } else if reason.hasPrefix("binary file: ") {
      (summary, canBeMended) = ("binary file", false)
      advice = "nothing to do: it is no text; .splitsearchignore leaves it out"
    } else if reason.hasPrefix("not UTF-8 (") || reason.hasPrefix("begins like ") {
      (summary, canBeMended) = ("neither UTF-8 nor text in an encoding that is told apart", true)
      advice = "convert it to UTF-8: iconv -f ENCODING -t UTF-8 FILE"
    } else {
      (summary, canBeMended) = (reason, true)
      advice = Self.mending(reason, because: cause, isOfFolder: isOfFolder)
    }
  }

  /// What to do about the reason for which a folder is looked into now and then; nil if it is as
  /// it should be.
  package static func ofWatching(_ reason: String) -> String? {
    reason.contains("max_user_watches")
      ? "raise it: sysctl -w fs.inotify.max_user_watches=1048576, and in /etc/sysctl.d" : nil
  }

  private static let ignoreFile = "\".splitsearchignore\" cannot be read: "

  private static func mending(
    _ reason: String,
    because cause: String,
    isOfFolder: Bool
  ) -> String {
    if reason.hasPrefix("larger than max-file-size") {
      return "raise max-file-size in the configuration, or leave it out by .splitsearchignore"
    }
    if reason.hasPrefix("no BibTeX: ") || reason.hasPrefix("no CSL-JSON: ") {
      return "mend it there: nothing of it is used until then"
    }
    if reason.hasPrefix("larger than 2 GiB") { return "split it: no larger file is read" }
    if isPermission(cause) {
      if reason.hasPrefix(ignoreFile) {
        return "let the service's user read .splitsearchignore there: "
          + "setfacl -m u:splitsearch:r .splitsearchignore"
      }
      return isOfFolder || reason.hasPrefix("cannot be looked at: ")
        ? "let the service's user in: setfacl -m u:splitsearch:rx FOLDER (your own: chmod u+rx)"
        : "let the service's user read it: setfacl -m u:splitsearch:r FILE (your own: chmod u+r)"
    }
    if reason.hasPrefix(ignoreFile) {
      return "mend .splitsearchignore there: until then nothing new of the folder is taken in"
    }
    if reason.hasPrefix("what was mounted here") {
      return "mount it again; what the index holds of it is kept"
    }
    if cause.contains("input/output error") { return "look at the disk: journalctl -k" }
    if isDetached(cause) { return "mount it again; what the index holds of it is kept" }
    if isOfFolder, cause.contains("no such file") || cause.contains("not a directory") {
      return "put the folder back, or take it out of the configuration;"
        + " what the index holds of it is kept"
    }
    return "it is tried again by itself"
  }

  private static func isPermission(_ cause: String) -> Bool {
    cause.contains("permission denied") || cause.contains("operation not permitted")
  }

  private static func isDetached(_ cause: String) -> Bool {
    ["stale file handle", "transport endpoint is not connected", "host is down", "no such device"]
      .contains { cause.contains($0) }
  }
}
