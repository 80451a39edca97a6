// SPDX-License-Identifier: GPL-3.0-or-later

internal import CJSONShim

/// The values of a JSON text, in the order of the text.
struct FlatJSON: ~Copyable {
  enum Kind { case object, array, key, string, number, literal }

  private let document: OpaquePointer
  private let tokens: UnsafeBufferPointer<jsh_token_t>
  private let file: [UInt8]
  private let start: Int

  /// Reads `range` of a file.
  ///
  /// - Throws: where it is no JSON.
  init(of file: [UInt8], in range: Range<Int>) throws(FileFault) {
    var document: OpaquePointer?
    var place = 0
    var reason: UnsafePointer<CChar>?
    let status = file[range].withUnsafeBytes { bytes in
      jsh_document_parse(
        bytes.assumingMemoryBound(to: CChar.self).baseAddress,
        bytes.count,
        &document,
        &place,
        &reason
      )
    }
    guard status == .ok, let document else {
      let sentence = reason.map { String(cString: $0) } ?? ""
      throw Self.fault(status, sentence, at: range.lowerBound + place, in: file)
    }
    var count = 0
    let first = jsh_document_tokens(document, &count)
    self.document = document
    tokens = UnsafeBufferPointer(start: first, count: count)
    self.file = file
    start = range.lowerBound
  }

  deinit { jsh_document_destroy(document) }

  private static func fault(
    _ status: jsh_status_t,
    _ sentence: String,
    at offset: Int,
    in file: [UInt8]
  ) -> FileFault {
    switch status {
    case .malformed:
      let reason = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
      let offset = min(offset, file.count)
      return CitationReader.fault(.malformed, "it is no JSON: \(reason)", at: offset, in: file)
    case .tooMany: return FileFault(.tooLarge, reason: "it holds more than 16 million values")
    case .tooLong: return FileFault(.tooLarge, reason: "it is larger than 2 GiB")
    default: return FileFault(.outOfMemory, reason: "there is no memory to read it")
    }
  }
}

extension FlatJSON {
  /// How many there are, names of members included.
  var count: Int { tokens.count }

  func kind(_ index: Int) -> Kind {
    switch tokens[index].kind {
    case .object: .object
    case .array: .array
    case .key: .key
    case .string: .string
    case .number: .number
    case .literal: .literal
    }
  }

  /// The index behind a value and all that it holds.
  func next(_ index: Int) -> Int { Int(tokens[index].next) }

  /// Bytes of the file, marks and brackets included.
  func range(_ index: Int) -> Range<Int> {
    start + Int(tokens[index].start)..<start + Int(tokens[index].end)
  }

  /// What a name or string says.
  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let text = UnsafeRawPointer(jsh_document_text(document, tokens.baseAddress.map { $0 + index }))
    return UnsafeBufferPointer(
      start: text?.assumingMemoryBound(to: UInt8.self),
      count: Int(tokens[index].text_length)
    )
  }

  /// What a string says; nil of another value.
  func string(_ index: Int?) -> String? {
    guard let index, kind(index) == .string else { return nil }
    return String(decoding: bytes(index), as: UTF8.self)
  }

  /// What a number says; nil of another value, or one that is not whole.
  func integer(_ index: Int?) -> Int? {
    guard let index, kind(index) == .number else { return nil }
    return Int(written(index))
  }

  /// What a number says; nil of another value.
  func double(_ index: Int?) -> Double? {
    guard let index, kind(index) == .number else { return nil }
    return Double(written(index))
  }

  /// A value as it is written.
  func written(_ index: Int) -> String { String(decoding: file[range(index)], as: UTF8.self) }

  /// A string as it is written.
  func text(_ index: Int, spelling: FixPlace.Spelling) -> SpelledText {
    let range = range(index).lowerBound + 1..<range(index).upperBound - 1
    if range.count == Int(tokens[index].text_length) {
      return SpelledText(range, of: file, spelling: spelling)
    }
    return JSONEscapes.text(of: range, in: file, spelling: spelling)
  }

  /// The values in an array, or the value itself if it is none.
  func elements(_ index: Int) -> [Int] {
    guard kind(index) == .array else { return [index] }
    var elements: [Int] = []
    var element = index + 1
    while element < next(index) {
      elements.append(element)
      element = next(element)
    }
    return elements
  }
}
