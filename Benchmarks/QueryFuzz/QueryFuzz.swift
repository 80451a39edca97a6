// SPDX-License-Identifier: GPL-3.0-or-later

// What libFuzzer feeds: any bytes, read as a query, and the tree looked at as the tests do.
// `scripts/fuzz query` builds and runs it.

internal import QueryInvariants

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let query = String(decoding: UnsafeBufferPointer(start: data, count: count), as: UTF8.self)
  if let fault = queryFault(in: query) { fatalError(fault) }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argc: UnsafeMutablePointer<CInt>,
  _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// SwiftPM links this name as `main`.
@_cdecl("query_fuzz_main")
func main(_ argc: CInt, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (argc, argv) = (argc, argv)
  return runDriver(&argc, &argv, testOneInput)
}
