// SPDX-License-Identifier: GPL-3.0-or-later

internal import TestSupport

/// A form that is filled in: the same in each document but for names, sums and dates.
struct Contract: TextKind {
  let name = "one form, filled in"

  func document(_ random: inout SeededGenerator) -> String {
    let (lender, borrower) = (Self.people.pick(&random), Self.people.pick(&random))
    let sum = "\(random.number(1...99)),\(random.number(1...9))00"
    let place = Self.places.pick(&random)
    let days = "\(random.number(5...60))"
    return Self.clauses.enumerated().map { number, clause in
      "\(number + 1). "
        + clause.replacing("{A}", with: lender).replacing("{B}", with: borrower)
        .replacing("{sum}", with: sum).replacing("{place}", with: place)
        .replacing("{days}", with: days).replacing("{year}", with: "\(random.number(1990...2025))")
    }.joined(separator: "\n\n")
  }

  func sentence(_ random: inout SeededGenerator) -> String {
    Self.clauses.pick(&random).split(separator: ". ").map(String.init).pick(&random)
      .replacing("{A}", with: Self.people.pick(&random))
      .replacing("{B}", with: Self.people.pick(&random))
      .replacing("{sum}", with: "\(random.number(1...99)),000")
      .replacing("{place}", with: Self.places.pick(&random))
      .replacing("{days}", with: "\(random.number(5...60))")
      .replacing("{year}", with: "\(random.number(1990...2025))") + "."
  }

  private static let people = [
    "Anna Berg", "John Smith", "Karl Weber", "Maria Lopes", "Ivan Petrov", "Li Wei", "Jane Smith",
  ]
  private static let places = ["Hamburg", "Vienna", "Graz", "Bern", "Trieste"]
  private static let clauses = [
    "{A}, of {place}, hereinafter the Lender, and {B}, of {place}, hereinafter the Borrower, agree.",
    "The Lender lends the Borrower the sum of {sum} euros. The sum is paid within {days} days.",
    "The Borrower shall repay the sum of {sum} euros to {A} within {days} days of notice.",
    "Interest is {days} percent a year. Interest is due on 1 January {year}.",
    "The Lender may terminate this contract with notice of {days} days. Notice is given in writing.",
    "The Borrower may terminate this contract with notice of {days} days. Notice is in writing.",
    "If {B} fails to pay, {A} may demand the whole sum at once. This does not apply to trifles.",
    "Amendments to this contract must be made in writing. There are no oral agreements.",
    "Should a clause of this contract be void, the other clauses shall remain in force.",
    "This contract is governed by the law of {place}. The courts of {place} have jurisdiction.",
    "Signed at {place} on 3 May {year} by {A} and {B}. Both parties have received a copy.",
    "The Lender shall bear the costs of this contract. The Borrower shall bear all other costs.",
  ]
}

/// Legal boilerplate: sections made of the same phrases.
struct Boilerplate: TextKind {
  let name = "legal boilerplate"

  func document(_ random: inout SeededGenerator) -> String {
    var text = ""
    for section in 1...random.number(6...14) {
      text += "Section \(section). (1) " + sentence(&random)
      for part in 2...random.number(2...4) { text += " (\(part)) " + sentence(&random) }
      if random.once(in: 2) { text += " " + Self.endings.pick(&random) }
      text += "\n\n"
    }
    return text
  }

  func sentence(_ random: inout SeededGenerator) -> String {
    Self.openings.pick(&random).replacing("#", with: "\(random.number(1...20))")
      + Self.subjects.pick(&random)
      + Self.predicates.pick(&random)
      .replacing("#", with: "\(random.number(2...90))")
  }

  private static let openings = [
    "Subject to section #, ", "Notwithstanding section #, ", "For the purposes of section #, ",
    "Except as provided in section #, ", "",
  ]
  private static let subjects = [
    "the Commissioner", "the Minister", "a person", "any person who holds a licence",
    "the holder of a licence",
  ]
  private static let predicates = [
    " shall not disclose any information obtained under this Act.",
    " shall disclose any information obtained under this Act.",
    " may, by notice in writing, require a person to appear within # days.",
    " commits an offence and is liable to a fine of up to # penalty units.",
    " must keep the records referred to in that section for # months.",
    " may apply to the court for an order under this section within # days after the decision.",
    " is taken to have complied with that section if the notice was served.",
  ]
  private static let endings = [
    "Nothing in this section limits any other power under this Act.",
    "This section does not apply to the Crown.",
    "In this section, record includes a copy of a record.",
  ]
}
