// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageIndex

/// Why a query has no answer.
package struct SearchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What a caller can switch on.
  package enum Code: Hashable, Sendable {
    /// The query holds no word.
    case emptyQuery
    /// The index holds no such document or passage.
    case noSuchPassage
    /// What is there is too long for a quotation.
    case tooLong
    /// The index cannot be used.
    case index(IndexError.Code)
  }

  /// What a caller can switch on.
  package let code: Code
  /// What happened and where, in one line.
  package let message: String

  /// Makes an error.
  package init(code: Code, message: String) {
    self.code = code
    self.message = message
  }

  /// Wraps what the index reported.
  init(_ error: IndexError) {
    self.init(code: .index(error.code), message: error.message)
  }

  /// The message.
  package var description: String { message }

  /// Runs `body` and makes a search error of whatever it throws.
  static func wrapping<Result>(_ body: () throws -> Result) throws(SearchError) -> Result {
    do {
      return try body()
    } catch let error as SearchError {
      throw error
    } catch let error as IndexError {
      throw SearchError(error)
    } catch {
      throw SearchError(code: .index(.engine), message: "\(error)")
    }
  }
}
