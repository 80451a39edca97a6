// SPDX-License-Identifier: GPL-3.0-or-later

/// What the arguments ask for, with words and options told apart.
///
/// In `splitsearch peace -war -n 5` only `-n 5` is an option. ArgumentParser would refuse `-war`, so
/// it gets the arguments in an order that leaves no doubt: command, options, `--`, words.
enum Invocation {
  /// The names that cannot begin a query.
  enum Command: String, CaseIterable {
    case search
    case show
    case cite
    case verify
    case similar
    case references
    case batch
    case status
    case help

    /// Whether it takes one anchor, or the number of a hit.
    var takesOnePlace: Bool { [.show, .cite, .similar].contains(self) }
  }

  /// What there is help about.
  enum HelpTopic {
    case command(Command)
    case query

    /// The topic that `word` names; nil if there is none.
    init?(_ word: String) {
      if let command = Command(rawValue: word) {
        self = .command(command)
      } else if word == "query" {
        self = .query
      } else {
        return nil
      }
    }
  }

  case version
  case help(HelpTopic)
  /// Something that ArgumentParser answers by itself.
  case parser([String])
  /// A command, its options, `--` and its words.
  case command([String])

  init(_ arguments: [String]) throws(Failure) {
    if let first = arguments.first, OptionTable.isForParser(first) {
      self = .parser(arguments)
      return
    }
    let sorted = try SortedArguments(arguments)
    if sorted.asksForVersion {
      self = .version
    } else if sorted.asksForHelp {
      self = .help(.command(sorted.command))
    } else if sorted.command == .help {
      self = .help(try Self.helpTopic(sorted.words))
    } else {
      if sorted.command == .status { try Self.refuseSearch(sorted) }
      if sorted.command.takesOnePlace { try Self.demandOneWord(sorted) }
      if sorted.command == .verify { try Self.demandFiles(sorted.words) }
      if sorted.command == .references { try Self.demandOneDocument(sorted.words) }
      self = .command([sorted.command.rawValue] + sorted.options + ["--"] + sorted.words)
    }
  }

  /// Whether errors must be told to a program too, even where the arguments are wrong.
  static func asksForJSON(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains("--json")
  }

  /// Refuses what is meant for a search where one passage is to be named.
  private static func demandOneWord(_ arguments: SortedArguments) throws(Failure) {
    let (name, words) = (arguments.command.rawValue, arguments.words)
    guard words.count == 1 else {
      let query = ([name] + words).joined(separator: " ")
      throw .usage(
        "'\(name)' is the name of a command, which takes an anchor or the number of a hit",
        hint: words.isEmpty
          ? "see splitsearch \(name) --help" : "to search for it: splitsearch search \(query)"
      )
    }
  }

  private static func demandFiles(_ words: [String]) throws(Failure) {
    guard words.isEmpty else { return }
    throw .usage(
      "'verify' is the name of a command, which takes files, or - for standard input",
      hint: "see splitsearch verify --help"
    )
  }

  /// Refuses what is meant for a search where one document is to be named.
  private static func demandOneDocument(_ words: [String]) throws(Failure) {
    guard words.count == 1 else {
      let query = (["references"] + words).joined(separator: " ")
      throw .usage(
        "'references' is the name of a command, which takes a document or the number of a hit",
        hint: words.isEmpty
          ? "see splitsearch references --help" : "to search for it: splitsearch search \(query)"
      )
    }
  }

  /// Refuses what is meant for a search where the status is asked for.
  private static func refuseSearch(_ arguments: SortedArguments) throws(Failure) {
    guard arguments.words.isEmpty else {
      let query = (["status"] + arguments.words).joined(separator: " ")
      throw .usage(
        "'status' is the name of a command, which takes no words",
        hint: "to search for it: splitsearch search \(query)"
      )
    }
    for option in ["--limit", "--offset", "--per-document", "--facets", "--explain"]
    where arguments.options.contains(where: { $0 == option || $0.hasPrefix(option + "=") }) {
      throw .usage(
        "option '\(option)' is for searches",
        hint: "splitsearch status tells all there is"
      )
    }
  }

  private static func helpTopic(_ words: [String]) throws(Failure) -> HelpTopic {
    guard let word = words.first else { return .command(.help) }
    guard words.count == 1, let topic = HelpTopic(word) else {
      throw .usage(
        "there is no command '\(words.joined(separator: " "))'",
        hint: "to search for it: splitsearch search help \(words.joined(separator: " "))"
      )
    }
    return topic
  }
}

/// Arguments with the options and the words apart.
private struct SortedArguments {
  private(set) var command = Invocation.Command.search
  /// Options with their values, each one argument.
  private(set) var options: [String] = []
  private(set) var words: [String] = []
  private(set) var asksForVersion = false
  private(set) var asksForHelp = false

  init(_ arguments: [String]) throws(Failure) {
    var rest = arguments[...]
    var isFirstWord = true
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        return
      }
      if let (option, value) = try OptionTable.option(argument) {
        try take(option, value: value, rest: &rest)
      } else if isFirstWord {
        isFirstWord = false
        takeFirstWord(argument)
      } else {
        words.append(argument)
      }
    }
  }

  private mutating func takeFirstWord(_ word: String) {
    if let command = Invocation.Command(rawValue: word) {
      self.command = command
    } else {
      words.append(word)
    }
  }

  private mutating func take(
    _ option: OptionTable.Option,
    value: String?,
    rest: inout ArraySlice<String>
  ) throws(Failure) {
    switch option.name {
    case "help": asksForHelp = true
    case "version": asksForVersion = true
    default:
      guard option.takesValue else {
        options.append(option.written)
        return
      }
      let value = if let value { value } else { try Self.nextValue(&rest) }
      guard let value, !value.isEmpty else {
        throw .usage("option '\(option.written)' needs a value")
      }
      options.append("\(option.written)=\(value)")
    }
  }

  /// The next argument, unless it is an option itself; `-5` is a value, if a wrong one.
  private static func nextValue(_ rest: inout ArraySlice<String>) throws(Failure) -> String? {
    guard let next = rest.first, !next.hasPrefix("--"), try OptionTable.option(next) == nil else {
      return nil
    }
    return rest.popFirst()
  }
}
