// SPDX-License-Identifier: GPL-3.0-or-later
#include "hsh.h"

#include <gumbo.h>

#include <cstring>
#include <memory>

namespace {

struct OutputEnding {
  void operator()(GumboOutput *output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

/// The text of the body, if it has nothing else in it.
const char *text_of(const GumboOutput &output) {
  const GumboVector &parts = output.root->v.element.children;
  for (unsigned index = 0; index < parts.length; ++index) {
    const auto *part = static_cast<const GumboNode *>(parts.data[index]);
    if (part->type != GUMBO_NODE_ELEMENT || part->v.element.tag != GUMBO_TAG_BODY) continue;
    const GumboVector &children = part->v.element.children;
    if (children.length != 1) return nullptr;
    const auto *child = static_cast<const GumboNode *>(children.data[0]);
    const bool is_text = child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE;
    return is_text ? child->v.text.text : nullptr;
  }
  return nullptr;
}

}  // namespace

hsh_status_t hsh_reference_decode(const char *reference, size_t length, char *meaning,
                                  size_t *meaning_length) noexcept {
  *meaning_length = 0;
  if (length < 3 || length > HSH_LONGEST_REFERENCE || reference[0] != '&' ||
      reference[length - 1] != ';') {
    return HSH_STATUS_UNKNOWN;
  }
  for (size_t index = 1; index + 1 < length; ++index) {
    const char character = reference[index];
    const bool is_digit = character >= '0' && character <= '9';
    const char lower = static_cast<char>(character | 0x20);
    const bool is_letter = lower >= 'a' && lower <= 'z';
    if (!is_digit && !is_letter && !(character == '#' && index == 1)) return HSH_STATUS_UNKNOWN;
  }
  // gumbo takes quadratic time for deep nesting, and recursion to free it. It is given nothing but
  // one reference, for its table of names; white space before the body would be left out.
  constexpr size_t kBodyLength = 6;
  char document[kBodyLength + HSH_LONGEST_REFERENCE] = {'<', 'b', 'o', 'd', 'y', '>'};
  std::memcpy(document + kBodyLength, reference, length);
  const std::unique_ptr<GumboOutput, OutputEnding> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, document, kBodyLength + length));
  const char *text = text_of(*output);
  if (text == nullptr) return HSH_STATUS_UNKNOWN;
  const size_t text_length = std::strlen(text);
  // An unknown reference comes back as it is, a known one without its semicolon in part.
  if (text_length == 0 || text_length > HSH_LONGEST_MEANING ||
      (text_length > 1 && text[text_length - 1] == ';')) {
    return HSH_STATUS_UNKNOWN;
  }
  std::memcpy(meaning, text, text_length);
  *meaning_length = text_length;
  return HSH_STATUS_OK;
}
