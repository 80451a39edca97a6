// SPDX-License-Identifier: GPL-3.0-or-later

import ResultPrinting
import Testing

@Suite struct `Amounts` {
  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (2_360_000, "2.4 MB"),
    (640_000_000_000, "640.0 GB"), (.max, "9223372.0 TB"),
  ])
  func `of bytes`(count: Int, printed: String) {
    #expect(Amount.bytes(count) == printed)
  }

  @Test(arguments: [
    (0, "0.0 s"), (0.44, "0.4 s"), (12.4, "12 s"), (200, "3 min 20 s"), (7_500, "2 h 5 min"),
    (.infinity, "2562047788015215 h 30 min"), (.nan, "0 s"),
  ])
  func `of time`(seconds: Double, printed: String) {
    #expect(Amount.duration(seconds: seconds) == printed)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (-1_000, "-1,000"), (170_139, "170,139"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `with thousands`(count: Int, printed: String) {
    #expect(Amount.grouped(count) == printed)
  }

  @Test(arguments: [
    (-3_600, "just now"), (0.9, "just now"), (12.9, "12 s ago"), (3_599, "59 min ago"),
    (172_799, "47 h ago"), (172_800, "2 days ago"), (1e300, "106,751,991,167,300 days ago"),
  ])
  func `of time that has gone`(seconds: Double, printed: String) {
    #expect(Amount.age(seconds: seconds) == printed)
  }
}
