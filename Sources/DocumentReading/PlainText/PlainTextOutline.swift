// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds the structure of plain text.
enum PlainTextOutline {
  static func make(of utf8: [UInt8]) -> Outline {
    var collector = PlainTextCollector(utf8: utf8)
    let items = collector.collect()
    return PlainTextHeadings(utf8: utf8, items: items).outline()
  }
}
