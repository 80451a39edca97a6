// SPDX-License-Identifier: GPL-3.0-or-later

// What libFuzzer feeds: any bytes, read as each format and split, and looked at as the tests do.
// `scripts/fuzz` builds and runs it.

internal import DocumentReading
internal import Glibc
internal import PassageModel
internal import PassageSplitting
internal import ReadingInvariants

/// libFuzzer calls from one thread, and the splitter is costly to make.
@MainActor private let splitters = [
  PassageSplitter(),
  PassageSplitter(
    rules: SplitRules(targetWordCount: 6, maximumWordCount: 9, joinBelowWordCount: 3)
  ),
]

/// The last byte chooses format and rules, so that what libFuzzer learns is of one reader, and whether
/// the bytes are made valid UTF-8 first: most would else be taken for another encoding or for none.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = Array(UnsafeBufferPointer(start: data, count: count))
  guard let choice = input.popLast() else { return 0 }
  if choice & 0x40 == 0 { input = Array(String(decoding: input, as: UTF8.self).utf8) }
  let mediaTypes = MediaType.allCases
  let mediaType = mediaTypes[Int(choice >> 1) % mediaTypes.count]
  MainActor.assumeIsolated {
    guard let document = try? DocumentReader.read(input, as: mediaType) else { return }
    let passages = splitters[Int(choice & 1)].split(document)
    if let fault = structuralFault(of: document) ?? splittingFault(of: passages, in: document) {
      fatalError("\(mediaType): \(fault)")
    }
  }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argc: UnsafeMutablePointer<CInt>,
  _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// SwiftPM links this name as `main`.
@_cdecl("reading_fuzz_main")
func main(_ argc: CInt, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (argc, argv) = (argc, argv)
  return runDriver(&argc, &argv, testOneInput)
}
