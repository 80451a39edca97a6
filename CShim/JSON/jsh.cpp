// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "jsh_guard.hpp"

struct jsh_document {
  /// The text, in which RapidJSON has put what each string stands for in the place of it.
  std::string text;
  std::vector<jsh_token_t> tokens;
};

namespace {

/// A type of its own, so that RapidJSON works on the stream itself: of a stream that it knows to be
/// cheap to copy, it tells where it is only behind the report of a value.
struct Stream : rapidjson::InsituStringStream {
  using GenericInsituStringStream::GenericInsituStringStream;
};

constexpr size_t kMostTokens = size_t{1} << 24;

/// What RapidJSON reports each value to, when it has read it.
class Collector {
 public:
  Collector(jsh_document &document, const Stream &stream) : document_(document), stream_(stream) {}

  jsh_status_t status() const { return status_; }

  bool Null() { return literal(4); }
  bool Bool(bool is_true) { return literal(is_true ? 4 : 5); }
  bool RawNumber(const char *, rapidjson::SizeType length, bool) {
    return add(JSH_KIND_NUMBER, position() - length, 0);
  }
  // RapidJSON wants these to be there; numbers come as they are written.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(int64_t) { return false; }
  bool Uint64(uint64_t) { return false; }
  bool Double(double) { return false; }

  bool Key(const char *text, rapidjson::SizeType length, bool) {
    return add(JSH_KIND_KEY, offset(text) - 1, length);
  }
  bool String(const char *text, rapidjson::SizeType length, bool) {
    return add(JSH_KIND_STRING, offset(text) - 1, length);
  }
  bool StartObject() { return open(JSH_KIND_OBJECT); }
  bool StartArray() { return open(JSH_KIND_ARRAY); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

 private:
  size_t offset(const char *text) const {
    return static_cast<size_t>(text - document_.text.data());
  }
  size_t position() const { return static_cast<size_t>(stream_.src_ - stream_.head_); }

  bool literal(size_t length) { return add(JSH_KIND_LITERAL, position() - length, 0); }

  bool open(jsh_kind_t kind) {
    // Told before the bracket is taken, as is the end.
    return add(kind, position(), 0);
  }

  bool close() {
    jsh_token_t &token = document_.tokens[open_.back()];
    token.end = static_cast<uint32_t>(position() + 1);
    token.next = static_cast<uint32_t>(document_.tokens.size());
    open_.pop_back();
    return true;
  }

  bool add(jsh_kind_t kind, size_t start, size_t text_length) {
    auto &tokens = document_.tokens;
    const bool is_plain = kind == JSH_KIND_NUMBER || kind == JSH_KIND_LITERAL;
    if (is_plain && !open_.empty() && tokens[open_.back()].kind == JSH_KIND_ARRAY) return true;
    if (tokens.size() == kMostTokens) {
      status_ = JSH_STATUS_TOO_MANY;
      return false;
    }
    // Nothing may be thrown through RapidJSON: it would leave its stack as it is.
    status_ = jsh::guarded([&] {
      const auto next = static_cast<uint32_t>(tokens.size() + 1);
      tokens.push_back({kind, static_cast<uint32_t>(start), static_cast<uint32_t>(position()),
                        static_cast<uint32_t>(text_length), next});
      if (kind == JSH_KIND_OBJECT || kind == JSH_KIND_ARRAY) open_.push_back(next - 1);
      return JSH_STATUS_OK;
    });
    return status_ == JSH_STATUS_OK;
  }

  jsh_document &document_;
  const Stream &stream_;
  /// The objects and arrays that are not at their end.
  std::vector<uint32_t> open_;
  jsh_status_t status_ = JSH_STATUS_OK;
};

/// Goes over white space; says whether a line ended.
bool skip_blanks(Stream &stream) {
  bool has_ended = false;
  for (;; stream.Take()) {
    const char next = stream.Peek();
    if (next == '\n' || next == '\r') {
      has_ended = true;
    } else if (next != ' ' && next != '\t') {
      return has_ended;
    }
  }
}

}  // namespace

jsh_status_t jsh_document_parse(const char *json, size_t length, jsh_document_t **document,
                                size_t *place, const char **reason) noexcept {
  *document = nullptr;
  *place = 0;
  *reason = nullptr;
  if (length > static_cast<size_t>(std::numeric_limits<int32_t>::max())) {
    return JSH_STATUS_TOO_LONG;
  }
  const auto malformed = [&](size_t at, const char *why) {
    *place = at;
    *reason = why;
    return JSH_STATUS_MALFORMED;
  };
  // RapidJSON takes a zero byte for the end.
  if (const void *zero = length > 0 ? std::memchr(json, 0, length) : nullptr) {
    return malformed(static_cast<size_t>(static_cast<const char *>(zero) - json),
                     "There is a zero byte.");
  }
  return jsh::guarded([&] {
    auto made = std::make_unique<jsh_document>();
    if (length > 0) made->text.assign(json, length);
    Stream stream(made->text.data());
    Collector collector(*made, stream);
    rapidjson::Reader reader;
    constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                                rapidjson::kParseValidateEncodingFlag |
                                rapidjson::kParseNumbersAsStringsFlag |
                                rapidjson::kParseStopWhenDoneFlag;
    do {
      const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, collector);
      if (collector.status() != JSH_STATUS_OK) return collector.status();
      if (result.IsError()) {
        return malformed(result.Offset(), rapidjson::GetParseError_En(result.Code()));
      }
      const bool is_on_new_line = skip_blanks(stream);
      if (stream.Peek() == '\0') break;
      if (!is_on_new_line) return malformed(stream.Tell(), "There is more behind the value.");
    } while (true);
    *document = made.release();
    return JSH_STATUS_OK;
  });
}

const jsh_token_t *jsh_document_tokens(const jsh_document_t *document, size_t *count) noexcept {
  *count = document->tokens.size();
  return document->tokens.data();
}

const char *jsh_document_text(const jsh_document_t *document, const jsh_token_t *token) noexcept {
  return document->text.data() + token->start + 1;
}

void jsh_document_destroy(jsh_document_t *document) noexcept { delete document; }
