// SPDX-License-Identifier: GPL-3.0-or-later

import JSONValues
import TestSupport
import Testing

@Suite struct `JSON` {
  @Test(arguments: [
    (
      " { \"b\" : [ 1 , -2.50e+3 , null , true ] , \"a\" : \"\\u00e9\\ud83d\\ude00\\/\" } ",
      "{\"a\":\"é😀/\",\"b\":[1,-2.50e+3,null,true]}"
    ),
    ("[]", "[]"), ("[[],{}]", "[[],{}]"), ("\"a\\n\\u0001\"", "\"a\\n\\u0001\""), ("0", "0"),
    ("{\"a\":1,\"a\":2}", "{\"a\":2}"), ("\"\\ud800x\"", "\"\u{FFFD}x\""),
    ("\"\\ud800\\u0041\"", "\"\u{FFFD}A\""),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
  ])
  func `is read and written without blanks, with sorted keys`(_ text: String, _ compact: String)
    throws
  {
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(value.compactText == compact)
    #expect(try JSONValue(parsing: Array(compact.utf8)) == value)
  }

  @Test func `is written for people, too`() {
    let value = JSONValue.object([
      "b": .array([.number("1.10"), .array([]), .object([:])]), "a": .object(["c": "d"]),
    ])
    let text = """
      {
        "a" : {
          "c" : "d"
        },
        "b" : [
          1.10,
          [],
          {}
        ]
      }

      """
    #expect(value.indentedText == text)
  }

  @Test(arguments: [
    ("", 1), ("[1,\n2,\n x]", 3), ("{\"a\":1,\n\"b\" 2}", 2), ("[1,]", 1), ("\n[1\n", 2),
    ("[\"a\n\"]", 1), ("01", 1), ("-", 1), ("1.", 1), ("1e", 1), ("nul", 1), ("1 2", 1),
    ("\"\\x\"", 1), ("\"\\u12\"", 1), ("\n\n\"abc", 3), ("{1:2}", 1), ("[1}", 1), ("'a'", 1),
  ])
  func `that is broken is told by its line`(_ text: String, _ line: Int) {
    let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: Array(text.utf8)) }
    #expect(fault?.line == line)
    #expect(fault?.reason.isEmpty == false)
  }

  @Test func `is read as deep as data are, and not as deep as an attacker likes`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    let deepest = nested(JSONValue.maximumDepth)
    #expect(try JSONValue(parsing: Array(deepest.utf8)).compactText == deepest)
    for depth in [JSONValue.maximumDepth + 1, 1_000_000] {
      #expect(throws: JSONFault.self) { try JSONValue(parsing: Array(nested(depth).utf8)) }
    }
  }

  @Test(arguments: 1...500)
  func `is the same when it is written and read, however it came to be`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "[", "]", "{", "}", ",", ":", "\"", "\\", "\"a\"", "\"a\":", "1", "-0.5e3", "null", "true",
      " ",
      "\n", "é", "\\u00e9", "{\"a\":[1,{}]}",
    ]
    for _ in 0..<200 {
      let count = Int.random(in: 0..<12, using: &random)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined()
      guard let value = JSONValue(text) else { continue }
      #expect(JSONValue(value.compactText) == value, "\(text)")
      #expect(JSONValue(value.indentedText) == value, "\(text)")
    }
  }
}
