// SPDX-License-Identifier: GPL-3.0-or-later

// Stands in for PassageSearch until it is there; then this file goes.

internal import PassageIndex
internal import PassageModel

struct SearchRequest: Sendable {
  let query: String
  let limit: Int
  let offset: Int

  init(query: String, limit: Int, offset: Int) {
    self.query = query
    self.limit = limit
    self.offset = offset
  }
}

final class Searcher {
  init(indexPath: String) throws(IndexError) {
    throw IndexError(code: .notFound, message: "there is no index at \(indexPath)")
  }

  func search(_ request: SearchRequest) throws(SearchError) -> ResultPage {
    throw SearchError(code: .emptyQuery, message: request.query)
  }
}

struct SearchError: Error {
  enum Code {
    case emptyQuery
    case index(IndexError.Code)
  }

  let code: Code
  let message: String
}
