// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArgumentParser
internal import FolderWatch
internal import Glibc
internal import PassageIndex
internal import Settings
internal import StandardStreams

/// The end of the program where something went wrong: one line, and a status.
enum Failure {
  /// Says what happened and what to do, and exits.
  static func exit(for error: any Error) -> Never {
    switch error {
    case let error as IndexError:
      report(error.message, hint: hint(for: error.code))
      Glibc.exit(2)
    case let error as SettingsError:
      report(error.message, hint: nil)
      Glibc.exit(error.kind.rawValue)
    case let error as UnusableFolders:
      report(error.message, hint: "see that the folders are there and may be read")
      Glibc.exit(2)
    case let error as SystemError:
      report(
        "nothing can be watched: \(error)",
        hint: "see whether other programs have used up fs.inotify.max_user_instances (sysctl)"
      )
      Glibc.exit(71)
    case is BrokenPipe:
      // A reader such as `head` has seen enough.
      Glibc.exit(0)
    case let error as OutputError:
      report(error.description, hint: nil)
      Glibc.exit(74)
    case is ExitCode:
      Daemon.exit(withError: error)
    default:
      let code = Daemon.exitCode(for: error)
      // Help and version are no failures.
      if code == .success { Daemon.exit(withError: error) }
      report(Daemon.message(for: error), hint: "see splitsearchd --help")
      Glibc.exit(code.rawValue)
    }
  }

  /// Writes one line to standard error.
  static func report(_ message: String, hint: String?) {
    LogLine.write(message + (hint.map { "; " + $0 } ?? ""), .error)
  }

  private static func hint(for code: IndexError.Code) -> String? {
    switch code {
    case .notFound: "make one with: splitsearchd --once --documents DIR"
    case .notAnIndex: "give --index a folder that is empty or does not exist"
    case .unknownVersion: "a newer splitsearch wrote it: update this one, or give another --index"
    case .outdatedVersion: "make it anew with: splitsearchd rebuild"
    case .permissionDenied: "run as the user the index belongs to, or give another --index"
    case .locked: "wait until it is done, or end it"
    case .revisionLost: "the index changed meanwhile: repeat the command"
    case .corrupt: "make it anew with: splitsearchd rebuild"
    case .inputOutput: "see whether the disk is full or failing"
    case .engine: nil
    }
  }
}
