// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import PassageIndex
import PassageSearch
import ResultPrinting
import Settings
import StandardStreams

/// Why the client has no answer, what to do about it, and how it exits.
struct Failure: Error {
  let status: Int32
  let printed: PrintedFailure

  init(status: Int32, code: String, message: String, hint: String? = nil) {
    self.status = status
    printed = PrintedFailure(code: code, message: message, hint: hint)
  }

  /// A wrong command line.
  static func usage(_ message: String, hint: String? = nil) -> Failure {
    Failure(status: ExitStatus.usage, code: "usage", message: message, hint: hint)
  }

  /// A query without a word.
  static func emptyQuery(_ message: String = "there is nothing to search for") -> Failure {
    Failure(
      status: ExitStatus.usage,
      code: "empty-query",
      message: message,
      hint: "see splitsearch --help"
    )
  }

  /// Gives any error its hint and its status.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure:
      self = failure
    case let error as OutputError:
      self.init(status: ExitStatus.inputOutput, code: "output", message: error.description)
    case let error as SettingsError:
      let code = error.kind == .usage ? "usage" : "configuration"
      self.init(status: error.kind.rawValue, code: code, message: error.message)
    case let error as IndexError:
      self.init(index: error.code, message: error.message)
    case let error as SearchError:
      switch error.code {
      case .emptyQuery: self = .emptyQuery(error.message)
      case .noSuchPassage:
        self.init(
          status: ExitStatus.unusable,
          code: "no-such-passage",
          message: error.message,
          hint: "search for words of it; it may have been renamed or edited"
        )
      case .tooLong:
        self.init(
          status: ExitStatus.unusable,
          code: "too-long",
          message: error.message,
          hint: "cite a part of it, with --quote or by another anchor"
        )
      case .index(let code): self.init(index: code, message: error.message)
      }
    default:
      // The parser ends some of its messages with a full stop.
      let message = Splitsearch.message(for: error)
      let sentence = message.hasSuffix(".") ? String(message.dropLast()) : message
      self = .usage(sentence, hint: "see splitsearch --help")
    }
  }

  private init(index code: IndexError.Code, message: String) {
    let (name, hint): (String, String?) =
      switch code {
      case .notFound:
        ("not-found", "index documents first: splitsearchd --once --documents DIR")
      case .notAnIndex:
        ("not-an-index", "name the index with --index DIR")
      case .unknownVersion:
        ("unknown-version", "install the newer splitsearch that wrote it")
      case .outdatedVersion:
        ("outdated-version", "make it anew: splitsearchd --once does so by itself")
      case .permissionDenied:
        (
          "permission-denied",
          "ask to be added to the group that owns it, usually splitsearch, and log in anew"
        )
      case .locked:
        ("locked", "another process is writing to it: try again later")
      case .revisionLost:
        ("revision-lost", "it is changing fast: try again")
      case .corrupt:
        ("corrupt", "build it anew: splitsearchd rebuild")
      case .inputOutput:
        ("input-output", "look at the disk and at the index's folder")
      case .engine:
        ("engine", nil)
      }
    self.init(status: ExitStatus.unusable, code: "index-" + name, message: message, hint: hint)
  }
}
