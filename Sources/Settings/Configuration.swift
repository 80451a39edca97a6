// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What a configuration file says; nil and empty where it says nothing.
struct Configuration: Hashable {
  /// Where the index stands: an absolute path.
  private(set) var index: String?
  /// How many bytes a file may have.
  private(set) var maximumFileSize: Int?
  /// How many bytes of memory the service may take.
  private(set) var memoryLimit: Int?
  /// The folders, in the order of the file.
  private(set) var folders: [FolderRequest] = []

  /// The configuration that says nothing.
  init() {}

  /// Parses `text`, which stands in the file at the absolute path `file`; `~` stands for `home`.
  init(parsing text: [UInt8], file: String, home: String?) throws(SettingsError) {
    self = try ConfigurationReader(file: file, home: home).read(text)
  }

  fileprivate init(
    index: String?,
    maximumFileSize: Int?,
    memoryLimit: Int?,
    folders: [FolderRequest]
  ) {
    self.index = index
    self.maximumFileSize = maximumFileSize
    self.memoryLimit = memoryLimit
    self.folders = folders
  }
}

/// Reads one configuration file; whatever is wrong is told with its line and column.
private struct ConfigurationReader {
  let file: String
  let home: String?

  private typealias Entry = TOMLDocument.Entry

  private static let keys = ["index", "max-file-size", "memory-limit", "folder"]
  private static let folderKeys = ["path", "name", "watch", "language"]

  func read(_ text: [UInt8]) throws(SettingsError) -> Configuration {
    let entries = try TOMLDocument(parsing: text, file: file).entries
    var index: String?
    var maximumFileSize: Int?
    var memoryLimit: Int?
    var folders: [FolderRequest] = []
    for (place, entry) in entries.enumerated() where entry.parent == nil {
      switch entry.key {
      case "index": index = try path(entry)
      case "max-file-size": maximumFileSize = try size(entry)
      case "memory-limit": memoryLimit = try size(entry)
      case "folder": folders = try self.folders(entry, at: place, in: entries)
      default: throw unknown(entry, among: Self.keys)
      }
    }
    return Configuration(
      index: index,
      maximumFileSize: maximumFileSize,
      memoryLimit: memoryLimit,
      folders: folders
    )
  }

  private func folders(
    _ list: Entry,
    at place: Int,
    in entries: [Entry]
  ) throws(SettingsError) -> [FolderRequest] {
    guard list.value == .array else { throw wrongType(list, expected: "tables: [[folder]]") }
    var folders: [FolderRequest] = []
    for (place, element) in members(of: place, in: entries) {
      guard element.value == .table else {
        throw error(element, "each folder must be a table: [[folder]]")
      }
      folders.append(try folder(element, members: members(of: place, in: entries).map(\.1)))
    }
    return folders
  }

  private func folder(_ table: Entry, members: [Entry]) throws(SettingsError) -> FolderRequest {
    var path: String?
    var name: String?
    var isPolled = false
    var language: String?
    for entry in members {
      switch entry.key {
      case "path": path = try self.path(entry)
      case "name": name = try self.name(entry)
      case "watch": isPolled = try self.isPolled(entry)
      case "language": language = try self.language(entry)
      default: throw unknown(entry, among: Self.folderKeys)
      }
    }
    guard let path else { throw error(table, "the folder has no \"path\"") }
    return FolderRequest(path: path, name: name, isPolled: isPolled, language: language)
  }

  private func members(of place: Int, in entries: [Entry]) -> [(Int, Entry)] {
    entries.enumerated().filter { $0.element.parent == place }.map { ($0.offset, $0.element) }
  }

  private func string(_ entry: Entry) throws(SettingsError) -> String {
    guard case .string(let string) = entry.value else {
      throw wrongType(entry, expected: "a string")
    }
    guard !string.isEmpty else { throw error(entry, "\"\(entry.key)\" is empty") }
    // The operating system would read the path only up to there.
    guard !string.utf8.contains(0) else { throw error(entry, "\"\(entry.key)\" holds a zero byte") }
    return string
  }

  private func path(_ entry: Entry) throws(SettingsError) -> String {
    let path = try string(entry)
    guard path == "~" || path.hasPrefix("~/") else {
      return FilePath.absolute(path, in: FilePath.folder(of: file))
    }
    guard let home else { throw error(entry, "~ stands for nothing: HOME is not set") }
    return FilePath.absolute(String(path.dropFirst(2)), in: home)
  }

  private func name(_ entry: Entry) throws(SettingsError) -> String {
    let name = try string(entry)
    guard !name.contains("/"), name != ".", name != ".." else {
      throw error(entry, "\"\(name)\" cannot be a folder's name")
    }
    return name
  }

  private func isPolled(_ entry: Entry) throws(SettingsError) -> Bool {
    switch try string(entry) {
    case "events": return false
    case "polling": return true
    case let other:
      throw error(entry, "\"watch\" must be \"events\" or \"polling\", not \"\(other)\"")
    }
  }

  private func language(_ entry: Entry) throws(SettingsError) -> String {
    let tag = try string(entry)
    guard let language = LanguageCode.primary(of: tag) else {
      throw error(entry, "\"\(tag)\" is no language code, such as \"de\", \"en\" or \"ru\"")
    }
    return language
  }

  private func size(_ entry: Entry) throws(SettingsError) -> Int {
    switch entry.value {
    case .integer(let bytes) where bytes > 0:
      return bytes
    case .string(let text):
      if let bytes = ByteCount.parse(text) { return bytes }
      fallthrough
    case .integer:
      throw error(entry, "\"\(entry.key)\" must be a size above 0, such as 1000000 or \"64 MiB\"")
    default:
      throw wrongType(entry, expected: "an integer (bytes) or a string such as \"64 MiB\"")
    }
  }

  private func unknown(_ entry: Entry, among keys: [String]) -> SettingsError {
    let nearest = NearestWord.among(keys, to: entry.key)
    let hint =
      nearest.map { "did you mean \"\($0)\"?" } ?? "known are \(keys.joined(separator: ", "))"
    return error(entry, "unknown key \"\(entry.key)\"; \(hint)")
  }

  private func wrongType(_ entry: Entry, expected: String) -> SettingsError {
    error(entry, "\"\(entry.key)\" must be \(expected), not \(entry.value.typeName)")
  }

  private func error(_ entry: Entry, _ message: String) -> SettingsError {
    SettingsError(
      kind: .configuration,
      message: "\(file):\(entry.line):\(entry.column): \(message)"
    )
  }
}
