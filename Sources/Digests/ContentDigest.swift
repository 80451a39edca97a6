// SPDX-License-Identifier: GPL-3.0-or-later

internal import CCrypto

/// SHA-256 and MD5, by OpenSSL.
package enum ContentDigest {
  /// `sha256:` and the digest of `bytes` in hexadecimal digits.
  package static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let result = bytes.withUnsafeBytes { buffer in
      EVP_Digest(buffer.baseAddress, buffer.count, &digest, &length, EVP_sha256(), nil)
    }
    // It fails only where no memory is left, or where SHA-256 itself was configured away.
    precondition(result == 1 && length == 32, "libcrypto cannot compute SHA-256")
    return "sha256:" + hexadecimal(digest)
  }

  /// The MD5 of `bytes` in hexadecimal digits, an integrity check (RFC 5147, section 3) and no proof
  /// of anything; empty where the system's policy does not allow MD5.
  package static func md5(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 16)
    var length: UInt32 = 0
    let result = bytes.withUnsafeBytes { buffer in
      EVP_Digest(buffer.baseAddress, buffer.count, &digest, &length, EVP_md5(), nil)
    }
    return result == 1 && length == 16 ? hexadecimal(digest) : ""
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self
    )
  }
}
