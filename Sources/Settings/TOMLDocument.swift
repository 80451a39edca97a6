// SPDX-License-Identifier: GPL-3.0-or-later

internal import CConfigShim

/// A TOML text as a flat list of entries.
struct TOMLDocument {
  /// A value with the words for its type.
  enum Value: Equatable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case double(Double)
    case date
    case table
    case array

    var typeName: String {
      switch self {
      case .string: "a string"
      case .integer: "an integer"
      case .boolean: "a boolean"
      case .double: "a number with a fraction"
      case .date: "a date"
      case .table: "a table"
      case .array: "an array"
      }
    }
  }

  /// One key, or one element of an array.
  struct Entry: Equatable {
    /// The place in the list of the table or array it stands in; nil at the top.
    let parent: Int?
    /// Empty for an array's element.
    let key: String
    let value: Value
    /// Counted from 1.
    let line: Int
    /// Counted from 1.
    let column: Int
  }

  /// In the order of the text; parents stand before their members.
  let entries: [Entry]

  /// Parses `text`; `file` is the name that errors give.
  init(parsing text: [UInt8], file: String) throws(SettingsError) {
    let result = Self.parse(text, file: file)
    entries = try result.get()
  }

  private static func parse(_ text: [UInt8], file: String) -> Result<[Entry], SettingsError> {
    var document: OpaquePointer?
    let status = text.withUnsafeBytes { bytes in
      // The parser reads no byte of an empty text, but takes no null pointer for it.
      bytes.withMemoryRebound(to: CChar.self) { characters in
        withUnsafePointer(to: CChar(0)) { empty in
          csh_document_parse(characters.baseAddress ?? empty, characters.count, &document)
        }
      }
    }
    guard let document else { return .failure(failure("\(file): out of memory")) }
    defer { csh_document_destroy(document) }
    guard Int(status) == CSH_STATUS_OK else {
      var line: UInt32 = 0
      var column: UInt32 = 0
      let message = String(cString: csh_document_error(document, &line, &column))
      let reason = message.isEmpty ? "the configuration cannot be read" : message
      let place = line == 0 ? file : "\(file):\(line):\(column)"
      return .failure(failure("\(place): \(reason)"))
    }
    var count = 0
    let first = csh_document_entries(document, &count)
    return .success(UnsafeBufferPointer(start: first, count: count).map(Entry.init(copying:)))
  }

  private static func failure(_ message: String) -> SettingsError {
    SettingsError(kind: .configuration, message: message)
  }
}

extension TOMLDocument.Entry {
  /// Copies what the shim lends.
  fileprivate init(copying entry: csh_entry_t) {
    parent = entry.parent < 0 ? nil : Int(entry.parent)
    key = string(copying: entry.key, entry.key_length)
    line = Int(entry.line)
    column = Int(entry.column)
    value =
      switch Int(entry.type) {
      case CSH_TYPE_STRING: .string(string(copying: entry.string, entry.string_length))
      case CSH_TYPE_INTEGER: .integer(Int(entry.integer))
      case CSH_TYPE_BOOLEAN: .boolean(entry.boolean != 0)
      case CSH_TYPE_DOUBLE: .double(entry.number)
      case CSH_TYPE_TABLE: .table
      case CSH_TYPE_ARRAY: .array
      default: .date
      }
  }
}

private func string(copying start: UnsafePointer<CChar>, _ length: Int) -> String {
  String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
}
