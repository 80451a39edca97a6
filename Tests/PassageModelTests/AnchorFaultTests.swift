// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import Testing

@Suite struct `A text that is no anchor` {
  @Test(arguments: [
    ("", "it is empty"), (" \n", "it is empty"), ("<>", "it is empty"),
    ("notes", "it has no / between a folder and a document (at character 1)"),
    ("  12", "it has no / between a folder and a document (at character 3)"),
    ("/srv/a.md", "it begins with /, where the name of a folder belongs (at character 1)"),
    ("notes/", "it names a folder and no document (at character 7)"),
    ("notes/a%2", "it is cut off behind '%2' (at character 8)"),
    ("notes/a%", "it is cut off behind '%' (at character 8)"),
    ("notes/a%zz.md", "its % has no two hexadecimal digits behind it (at character 8)"),
    ("notes/a%+1.md", "its % has no two hexadecimal digits behind it (at character 8)"),
    ("n%FFs/a.md", "the name of its folder is no UTF-8 (at character 1)"),
    ("notes/a%00.md", "its path holds a zero byte (at character 8)"),
    ("notes/a\n.md", "it holds a control character (U+000A) (at character 8)"),
    ("notes/../a.md", "its path goes through '..' (at character 7)"),
    ("notes/x/%2E%2e", "its path goes through '..' (at character 9)"),
    ("notes/x%2F..%2Fa", "its path goes through '..' (at character 11)"),
    ("notes/./a.md", "its path goes through '.' (at character 7)"),
    ("notes//a.md", "its path has an empty name beside a / (at character 7)"),
    ("notes/a/", "its path has an empty name beside a / (at character 9)"),
    ("file:///srv/a.md", "it is a URL (file:) (at character 1)"),
    ("FILE:/srv/a.md", "it is a URL (file:) (at character 1)"),
    (" https://example.org/a#char=1,2", "it is a URL (https:) (at character 2)"),
    ("doi:10.1000/182", "it is a URL (doi:) (at character 1)"),
    ("<notes/a.md", "its < is not closed by a > (at character 1)"),
    ("notes/a.md>", "its > was not opened by a < (at character 11)"),
    ("<", "its < is not closed by a > (at character 1)"),
    ("notes/a.md#", "it is cut off behind '#' (at character 12)"),
    ("notes/a.md#cha", "it is cut off behind 'cha' (at character 12)"),
    ("notes/a.md#char", "it is cut off behind 'char' (at character 12)"),
    ("notes/a.md#char=", "it is cut off behind 'char=' (at character 17)"),
    ("notes/a.md#char=,", "it is cut off behind 'char=,' (at character 17)"),
    ("notes/a.md#section", "'section' is no kind of place (at character 12)"),
    ("notes/a.md#xywh=1,2", "'xywh' is no kind of place (at character 12)"),
    ("notes/a.md#Char=1,2", "'Char' is no kind of place (at character 12)"),
    ("notes/a.md#length=9", "'length' is no kind of place (at character 12)"),
    ("notes/a.md#char=3,x", "'x' behind char=3, is no number (at character 19)"),
    ("notes/a.md#char=-3,4", "'-3' behind char= is no number (at character 17)"),
    ("notes/a.md#char=3, 4", "' 4' behind char=3, is no number (at character 19)"),
    ("notes/a.md#char=٣,4", "'٣' behind char= is no number (at character 17)"),
    ("notes/a.md#char=1,2,3", "there are more than two numbers behind char= (at character 21)"),
    ("notes/a.md#char=9,3", "it ends at 3, before it begins at 9 (at character 19)"),
    (
      "notes/a.md#line=1,99999999999999999999",
      "the number behind line=1, is too large (at character 19)"
    ),
    ("notes/a.md#page=0", "it names page 0 (at character 17)"),
    ("notes/a.md#page=1,2", "'1,2' behind page= is no number (at character 17)"),
    ("notes/a.md#char=3,9;", "it is cut off behind ';' (at character 21)"),
    ("notes/a.md#char=3,9;len", "it is cut off behind 'len' (at character 21)"),
    ("notes/a.md#char=3,9;length=", "it is cut off behind 'length=' (at character 28)"),
    ("notes/a.md#char=3,9;length=9,", "it is cut off behind ',' (at character 30)"),
    ("notes/a.md#char=3,9;length=9,ü", "'ü' is no name of an encoding (at character 30)"),
    ("notes/a.md#char=3,9;size=9", "'size' is no kind of check (at character 21)"),
    (
      "notes/a.md#char=3,9;length=9;length=9",
      "its check length= stands there twice (at character 30)"
    ),
    (
      "notes/a.md#char=3,9;md5=12ab",
      "its check md5= has 4 characters, not 32 hexadecimal digits (at character 25)"
    ),
    ("notes/a.md#char=3,9:~:", "it is cut off behind ':~:' (at character 23)"),
    ("notes/a.md#char=3,9:~:te", "it is cut off behind 'te' (at character 23)"),
    ("notes/a.md#:~:text=", "no words stand behind text= (at character 20)"),
    ("notes/a.md#:~:text=a-,", "no words stand behind text= (at character 20)"),
    (
      "notes/a.md#:~:text=a,b,c",
      "there are more than a start and an end behind text= (at character 24)"
    ),
    ("notes/a.md#:~:text=a&text=b", "it has more than one directive (at character 22)"),
    ("notes/a.md#:~:text=%FF", "the words behind text= are no UTF-8 (at character 20)"),
    ("notes/a.md#:~:selector=a", "'selector' is no directive (at character 15)"),
  ])
  func `is told what is wrong with it, and where`(_ text: String, _ reason: String) {
    let fault = #expect(throws: AnchorFault.self) { try CitationAnchor(text) }
    #expect(fault?.description == reason)
    #expect(fault?.advice.isEmpty == false)
  }
}
