// SPDX-License-Identifier: GPL-3.0-or-later

import QueryLanguage
import Testing

struct OperatorTests {
  @Test(
    "NOT binds tightest, then NEAR, AND, OR, and last what stands side by side",
    arguments: [
      ("a AND b", "(a AND b)"), ("a b AND c d", "[a d +(b AND c)]"), ("a OR b c", "[c +(a OR b)]"),
      ("a OR b AND c", "(a OR (b AND c))"), ("(a OR b) AND c", "((a OR b) AND c)"),
      ("a AND b AND c OR d", "((a AND b AND c) OR d)"), ("NOT a", "[-a]"), ("a NOT b", "[a -b]"),
      ("a AND NOT b", "(a AND NOT b)"), ("NOT a OR b", "(NOT a OR b)"), ("NOT NOT a", "a"),
      ("NOT NOT NOT a b", "[b -a]"), ("a AND -b", "(a AND NOT b)"), ("a AND +b", "(a AND b)"),
      ("a OR -b", "(a OR NOT b)"), ("NOT -a", "a"), ("a AND (b c)", "(a AND [b c])"),
      ("NOT (a b)", "[-[a b]]"), ("a AND (-b)", "(a AND NOT b)"),
      ("WAR AND PEACE", "(WAR AND PEACE)"),
      ("a NEAR b", "(a NEAR/10 b)"), ("a NEAR/3 b AND c", "((a NEAR/3 b) AND c)"),
      ("\"a b\" NEAR/1 c* d", "[d +(\"a b\" NEAR/1 {c*})]"),
      ("a NEAR/5 b NEAR/5 c", "(a NEAR/5 b NEAR/5 c)"),
      ("(a) NEAR (b)", "(a NEAR/10 b)"), ("-(a NEAR b)", "[-(a NEAR/10 b)]"),
      ("x \"a\" title:b", "[x +\"a\" +title:<b>]"),
      ("title:a OR title:b", "(title:<a> OR title:<b>)"),
      ("NOT(a)", "[-a]"), ("(a)AND(b)", "(a AND b)"), ("a AND(b OR c)", "(a AND (b OR c))"),
      ("\"a\"AND\"b\"", "(\"a\" AND \"b\")"), ("(a b) c*", "[a b {c*}]"),
      ("x (a -b)", "[x +[a -b]]"), ("x (a \"b\")", "[x a +\"b\"]"), ("(a AND b)", "(a AND b)"),
      ("a AND … b", "(a AND b)"),
    ]
  )
  func precedence(query: String, expected: String) {
    #expect(sketch(query) == expected)
    #expect(ParsedQuery(query).notes.isEmpty)
  }

  @Test(
    "An operator without operands is a word, with a note",
    arguments: [
      ("AND a", "[AND a]", "AND lacks"), ("a OR", "[a OR]", "OR lacks"),
      ("a NOT", "[a NOT]", "NOT lacks"),
      ("a AND OR b", "[a AND OR b]", "AND lacks"), ("a (OR b) c", "[a OR b c]", "OR lacks"),
      ("a AND NOT", "[a AND NOT]", "AND lacks"), ("NEAR a", "[NEAR a]", "NEAR needs"),
      ("a NEAR/4", "[a NEAR/4]", "NEAR needs"), ("a NEAR (b c)", "[a NEAR b c]", "NEAR needs"),
      ("NOT a NEAR b", "[NEAR b -a]", "NEAR needs"), ("a NEAR -b", "[a NEAR -b]", "NEAR needs"),
      ("title:a NEAR b", "[NEAR b +title:<a>]", "NEAR needs"), ("a AND ()", "[a AND]", "AND lacks"),
    ]
  )
  func withoutOperands(query: String, expected: String, note: String) {
    #expect(sketch(query) == expected)
    #expect(ParsedQuery(query).notes.first?.hasPrefix(note) == true)
  }

  @Test(
    "A word that is all of the query is meant",
    arguments: ["AND", "OR", "NOT", "NEAR", "NEAR/5"]
  )
  func alone(query: String) {
    #expect(sketch(query) == query)
    #expect(ParsedQuery(query).notes.isEmpty)
  }

  @Test(
    "What is read otherwise than it is written has a note",
    arguments: [
      ("a NEAR/0 b", "(a NEAR/1 b)", "distance"), ("a NEAR/101 b", "(a NEAR/100 b)", "distance"),
      ("a NEAR/99999999999999999999 b", "(a NEAR/100 b)", "distance"),
      ("a NEAR/2 b NEAR/7 c", "(a NEAR/7 b NEAR/7 c)", "in a row"),
      ("a OR +b", "(a OR b)", "demands nothing"),
      ("a) b", "[a) b]", "no partner"), ("a ) b", "[a b]", "no partner"),
      ("(a AND b", "(a AND b)", "not closed"), ("x AND (a b", "(x AND [a b])", "not closed"),
    ]
  )
  func notes(query: String, expected: String, note: String) {
    #expect(sketch(query) == expected)
    #expect(ParsedQuery(query).notes.count == 1)
    #expect(ParsedQuery(query).notes.first?.contains(note) == true)
  }

  @Test("A note is said once")
  func once() {
    #expect(ParsedQuery("a) b) AND title: modified:x modified:y c \"").notes.count == 4)
  }
}
