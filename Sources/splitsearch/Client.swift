// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc
import ResultPrinting
import Settings
import StandardStreams

/// The client from its arguments to its exit status.
enum Client {
  /// Does what the arguments ask for.
  ///
  /// - Returns: the exit status; see ``ExitStatus``.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      return try perform(try Invocation(arguments))
    } catch is BrokenPipe {
      return ExitStatus.hits
    } catch {
      return report(Failure(error), isJSON: Invocation.asksForJSON(arguments))
    }
  }

  private static func perform(_ invocation: Invocation) throws -> Int32 {
    switch invocation {
    case .version:
      try StandardStream.output.write("splitsearch \(Release.version)\n")
      return ExitStatus.hits
    case .help(let topic):
      try StandardStream.output.write(help(on: topic) + "\n")
      return ExitStatus.hits
    case .parser(let arguments):
      try StandardStream.output.write(try answerOfParser(to: arguments) + "\n")
      return ExitStatus.hits
    case .command(let arguments):
      guard let command = try Splitsearch.parseAsRoot(arguments) as? any ClientCommand else {
        throw Failure.usage("there is no such command", hint: "see splitsearch --help")
      }
      return try command.answer()
    }
  }

  /// What the parser prints for shells and for the makers of manuals: to it, that is an error.
  private static func answerOfParser(to arguments: [String]) throws -> String {
    do {
      _ = try Grammar.parseAsRoot(arguments)
      return ""
    } catch {
      guard Grammar.exitCode(for: error) == .success else { throw error }
      return CompletionScript.namingSearch(in: Grammar.fullMessage(for: error))
    }
  }

  private static func help(on topic: Invocation.HelpTopic) -> String {
    switch topic {
    case .command(.search), .command(.help): Splitsearch.helpMessage(for: SearchCommand.self)
    case .command(.show): Splitsearch.helpMessage(for: ShowCommand.self)
    case .command(.cite): Splitsearch.helpMessage(for: CiteCommand.self)
    case .command(.verify): Splitsearch.helpMessage(for: VerifyCommand.self)
    case .command(.batch): Splitsearch.helpMessage(for: BatchCommand.self)
    case .command(.similar): Splitsearch.helpMessage(for: SimilarCommand.self)
    case .command(.references): Splitsearch.helpMessage(for: ReferencesCommand.self)
    case .command(.status): Splitsearch.helpMessage(for: StatusCommand.self)
    case .query: QueryHelp.text
    }
  }

  /// Tells the user, and with `--json` the program too, why there is no answer.
  private static func report(_ failure: Failure, isJSON: Bool) -> Int32 {
    complain(failure.printed)
    if isJSON, let object = try? JSONPrinter().line(for: failure.printed) {
      // There is nobody left to tell if this fails.
      try? StandardStream.output.write(object + "\n")
    }
    return failure.status
  }

  /// Tells the user why something cannot be done.
  static func complain(_ failure: PrintedFailure) {
    let text = [failure.message, failure.hint].compactMap(\.self).joined(separator: "; ")
    let line = TerminalText.sanitize("splitsearch: " + text, whiteSpace: .spaces)
    // There is nobody left to tell if this fails.
    try? StandardStream.error.write(line + "\n")
  }
}

/// A command that can be asked from the shell.
protocol ClientCommand: ParsableCommand {
  /// Prints the answer and says with which status to exit.
  func answer() throws -> Int32
}
