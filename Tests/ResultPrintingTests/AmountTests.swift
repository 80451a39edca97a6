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
}
