// SPDX-License-Identifier: GPL-3.0-or-later

// What libFuzzer feeds: any bytes, read as a file of each kind that holds citations, and rewritten.
// `scripts/fuzz` builds and runs it.

internal import CitationFormats
internal import Glibc
internal import PassageModel

/// The last byte chooses the kind, so that what libFuzzer learns is of one reader.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: data, count: count))
  guard let choice = bytes.popLast() else { return 0 }
  let kinds = CitationFileKind.allCases
  let kind = kinds[Int(choice) % kinds.count]
  guard let findings = try? CitationReader.read(bytes, named: "a", as: kind) else { return 0 }
  for found in findings.quotations {
    for place in found.fixes {
      if let fault = fault(of: place, of: found, in: bytes) { fatalError("\(kind): \(fault)") }
    }
  }
  rewrite(findings, bytes, kind)
  return 0
}

private func fault(of place: FixPlace, of found: FoundQuotation, in bytes: [UInt8]) -> String? {
  guard place.range.lowerBound >= found.range.lowerBound,
    place.range.upperBound <= found.range.upperBound, place.range.upperBound <= bytes.count
  else { return "\(place) lies without \(found.range)" }
  let written = String(decoding: bytes[place.range], as: UTF8.self)
  let hasEscapes = written.utf8.contains { "\\&".utf8.contains($0) }
  return written == place.text || hasEscapes ? nil : "\(place) holds \(written)"
}

/// The same places leave the bytes as they are; with new ones they can be read.
private func rewrite(
  _ findings: CitationFindings,
  _ bytes: [UInt8],
  _ kind: CitationFileKind
) {
  do throws(FileFault) {
    let same = findings.quotations.compactMap(unchanged)
    guard try CitationEditor.applying(same, to: bytes) == bytes else {
      fatalError("\(kind): the same places changed the file")
    }
    let digest = "sha256:" + String(repeating: "7", count: 64)
    let moved = findings.quotations.map {
      Correction($0, anchor: elsewhere($0.quotation.anchor), characters: 7..<9, digest: digest)
    }
    let fixed = try CitationEditor.applying(moved, to: bytes)
    // In a broken file a new anchor may belong to something else; that whole ones are read back as
    // they were written is a matter of tests.
    _ = try CitationReader.read(fixed, named: "a", as: kind)
  } catch {
    fatalError("\(kind): \(error)")
  }
}

private let place = AnchorPosition.characters(AnchorSpan(7..<9))

/// Another place of the same document; the words that an anchor shows are left as they are.
private func elsewhere(_ anchor: CitationAnchor?) -> CitationAnchor {
  let document = anchor?.document ?? DocumentPlace(folder: "f", path: RelativePath("p"))
  return CitationAnchor(
    folder: document.folder,
    path: document.path,
    position: place,
    length: 11,
    encoding: "UTF-8"
  )
}

/// A correction that corrects nothing; nil for what names its place several times, each differently.
private func unchanged(_ found: FoundQuotation) -> Correction? {
  let starts = found.fixes.filter { $0.kind == .start }
  let ends = found.fixes.filter { $0.kind == .end }
  guard let anchor = found.quotation.anchor, starts.count < 2,
    !found.fixes.contains(where: { $0.kind == .fragment })
  else { return nil }
  let start = starts.first.flatMap { Int($0.text) } ?? 0
  let end = ends.first.flatMap { Int($0.text) } ?? start
  return Correction(found, anchor: anchor, characters: start..<end, digest: nil)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argc: UnsafeMutablePointer<CInt>,
  _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// SwiftPM links this name as `main`.
@_cdecl("citations_fuzz_main")
func main(_ argc: CInt, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (argc, argv) = (argc, argv)
  return runDriver(&argc, &argv, testOneInput)
}
