// SPDX-License-Identifier: GPL-3.0-or-later

internal import CitationFormats
internal import Foundation

/// Files with citations that take long where work grows faster than the file: 10 MB each.
enum HostileCitations {
  private static let limit = Duration.seconds(30)
  private static let anchor = "documents/a.txt#char=1,2"

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  private static func fill(_ text: String) -> String { times(10_000_000 / text.utf8.count, text) }

  private static let texts: [(name: String, make: @Sendable () -> String)] = [
    ("prose", { fill("Words and #words, and more. ") }),
    ("anchors", { fill("See \(anchor). ") }),
    ("anchors in paragraphs", { fill("> Words.\n\n\(anchor)\n\n") }),
    ("anchors in text", { fill("“Words.”\n— Source\n\(anchor)\ncited 2026-11-30\n\n") }),
    ("anchors in links", { fill("[x](\(anchor))\n") }),
    ("anchors in definitions", { fill("[a]: \(anchor)\n\n[a]\n\n") }),
    ("one definition", { "[a]: \(anchor)\n\n" + fill("[a]\n\n") }),
    ("anchors in quotations", { fill("<blockquote cite='\(anchor)'>x</blockquote>") }),
    ("anchors in open quotations", { fill("<blockquote cite='\(anchor)'>x") }),
    ("anchors in strings", { "[" + fill("\"x \(anchor)\\n\",") + "0]" }),
    ("one long anchor", { "a/b#:~:text=" + fill("x") }),
    ("broken anchors", { fill("a/b#char= ") }),
    ("hashes", { fill("#char=") }),
    ("stamps", { anchor + fill(" cited 2026-11-30; sha256:") }),
    ("opened quotations", { fill("“a\n") }),
    ("nested quotations", { fill(">") + " " + anchor }),
    ("nested brackets", { fill("[") }),
    ("nested objects", { fill("{\"a\":") }),
    ("nested selectors", { "{\"selector\":" + fill("{\"refinedBy\":") }),
    ("nested blocks", { fill("<blockquote>") }),
    ("open links", { fill("[a](b ") }),
    ("open tags", { fill("<a ") }),
    ("open comments", { fill("<!-- ") }),
    ("open quotation marks", { fill("<a b='") }),
    ("attributes", { "<a " + fill("b=c ") + "href='\(anchor)'>" }),
    ("references", { fill("&eacute;#") }),
    ("unknown references", { (0..<1_200_000).map { "&a\($0);" }.joined() + "#" }),
    ("scripts", { fill("<script>") }),
    ("numbers", { "[" + fill("1,") + "0]" }),
    ("escapes", { "\"#" + fill("\\u00e9") + "\"" }),
    ("returns", { "#" + fill("\r") }),
  ]

  /// One line for each file and kind; false if one took longer than half a minute.
  static func measure() -> Bool {
    var isWithin = true
    for (name, make) in texts {
      let bytes = Array(make().utf8)
      for kind in CitationFileKind.allCases {
        var outcome = ""
        let duration = ContinuousClock().measure {
          do throws(FileFault) {
            let findings = try CitationReader.read(bytes, named: "", as: kind)
            outcome = "\(findings.quotations.count) and \(findings.troubles.count)"
          } catch {
            outcome = error.reason
          }
        }
        isWithin = isWithin && duration < limit
        let seconds = String(format: "%7.2f s", duration / .seconds(1))
        print("\(seconds)  citations: \(name) as \(kind.rawValue): \(outcome)")
      }
    }
    return isWithin
  }
}
