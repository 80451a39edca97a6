// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <memory>
#include <unordered_map>

#include "xsh_guard.hpp"
#include "xsh_handles.hpp"

namespace {

[[noreturn]] void refuse(const char *reason) { throw Xapian::InvalidArgumentError(reason); }

/// A query that no node has taken yet.
struct Part {
  Xapian::Query query;
  uint32_t depth;
  /// For phrases, which are made of terms only: the term, or empty for any other query.
  std::string term;
};

/// A count or a window: what of `number` fits Xapian's type.
Xapian::termcount whole(double number, double least) {
  if (!(number >= least)) refuse("a query node has a number below its least");
  return Xapian::termcount(
      std::min(number, double(std::numeric_limits<Xapian::termcount>::max() / 2)));
}

/// The passages whose documents are in a set.
class DocumentSetSource : public Xapian::ValuePostingSource {
 public:
  explicit DocumentSetSource(std::string bits)
      : Xapian::ValuePostingSource(xsh::document_slot), bits(std::move(bits)) {}

  void next(double least_weight) override {
    Xapian::ValuePostingSource::next(least_weight);
    skip_others(least_weight);
  }

  void skip_to(Xapian::docid docid, double least_weight) override {
    Xapian::ValuePostingSource::skip_to(docid, least_weight);
    skip_others(least_weight);
  }

  bool check(Xapian::docid docid, double least_weight) override {
    if (!Xapian::ValuePostingSource::check(docid, least_weight)) return false;
    return at_end() || holds();
  }

  void init(const Xapian::Database &database) override {
    Xapian::ValuePostingSource::init(database);
    set_maxweight(0);
    // Nobody knows how many passages these documents have: none at the least, all at the most.
    set_termfreq_min(0);
    set_termfreq_est(database.get_doccount() / 2);
  }

  DocumentSetSource *clone() const override { return new DocumentSetSource(bits); }
  std::string get_description() const override { return "documents"; }

 private:
  const std::string bits;

  bool holds() const {
    const uint32_t number = xsh::decode_document_number(get_value());
    return number / 8 < bits.size() && (uint8_t(bits[number / 8]) >> (number % 8) & 1) != 0;
  }

  void skip_others(double least_weight) {
    while (!at_end() && !holds()) Xapian::ValuePostingSource::next(least_weight);
  }
};

/// Counts the matches of each document.
class DocumentCounter : public Xapian::MatchSpy {
 public:
  std::unordered_map<uint32_t, uint32_t> counts;

  void operator()(const Xapian::Document &document, double) override {
    ++counts[xsh::decode_document_number(document.get_value(xsh::document_slot))];
  }
};

/// Builds a query from postfix order, without recursion.
class QueryBuilder {
 public:
  explicit QueryBuilder(const xsh_search_t &search) : search(search) {}

  Xapian::Query build() {
    for (size_t i = 0; i < search.node_count; ++i) take(search.nodes[i]);
    if (parts.size() != 1) refuse("the query nodes do not make one query");
    return parts.front().query;
  }

 private:
  const xsh_search_t &search;
  std::vector<Part> parts;

  void take(const xsh_node_t &node) {
    if (node.child_count > parts.size()) refuse("a query node takes more nodes than there are");
    const auto children = parts.end() - std::ptrdiff_t(node.child_count);
    Part made{Xapian::Query(), 1, {}};
    for (auto child = children; child != parts.end(); ++child) {
      made.depth = std::max(made.depth, child->depth + 1);
    }
    if (made.depth > XSH_MAXIMUM_QUERY_DEPTH) refuse("the query is too deep");
    combine(node, children, made);
    parts.erase(children, parts.end());
    parts.push_back(std::move(made));
  }

  using Children = std::vector<Part>::iterator;

  void combine(const xsh_node_t &node, Children children, Part &made) {
    switch (node.op) {
      case XSH_OP_NOTHING:
        return expect(node, 0);
      case XSH_OP_TERM:
        expect(node, 0);
        return take_term(node, made);
      case XSH_OP_EVERYTHING:
        expect(node, 0);
        made.query = Xapian::Query(0.0, Xapian::Query::MatchAll);
        return;
      case XSH_OP_DOCUMENTS:
        expect(node, 0);
        made.query = Xapian::Query((new DocumentSetSource(bytes(node)))->release());
        return;
      case XSH_OP_SYNONYMS:
        made.query = synonyms(children);
        return;
      case XSH_OP_ANY:
        made.query = join(Xapian::Query::OP_OR, children);
        return;
      case XSH_OP_ALL:
        made.query = join(Xapian::Query::OP_AND, children);
        return;
      case XSH_OP_EXCLUDING:
        expect(node, 2);
        made.query = join(Xapian::Query::OP_AND_NOT, children);
        return;
      case XSH_OP_PHRASE:
        made.query = phrase(children, whole(node.number, 0));
        return;
      case XSH_OP_SCALED:
        expect(node, 1);
        if (!(node.number >= 0) || std::isinf(node.number)) refuse("a weight factor is no factor");
        made.query = Xapian::Query(node.number, children->query);
        return;
    }
    refuse("a query node has an unknown operator");
  }

  static void expect(const xsh_node_t &node, uint32_t count) {
    if (node.child_count != count) refuse("a query node takes a wrong number of nodes");
  }

  /// The bytes that a node names.
  std::string bytes(const xsh_node_t &node) {
    if (node.term_offset > search.terms_length ||
        node.term_length > search.terms_length - node.term_offset) {
      refuse("a term of the query lies outside the bytes of its terms");
    }
    return std::string(search.terms + node.term_offset, node.term_length);
  }

  void take_term(const xsh_node_t &node, Part &made) {
    // To Xapian the empty term means every document.
    if (node.term_length == 0) refuse("a term of the query is empty");
    made.term = bytes(node);
    const auto count = whole(node.number, 1);
    // What cannot be indexed matches nothing; Xapian would throw.
    if (xsh::is_valid_term(made.term.data(), made.term.size())) {
      made.query = Xapian::Query(made.term, count);
    }
  }

  /// One n-ary combination: a chain of pairs would be as deep as the query is long.
  Xapian::Query join(Xapian::Query::op op, Children children) {
    std::vector<Xapian::Query> queries;
    queries.reserve(size_t(parts.end() - children));
    for (auto child = children; child != parts.end(); ++child) queries.push_back(child->query);
    return Xapian::Query(op, queries.begin(), queries.end());
  }

  Xapian::Query synonyms(Children children) {
    for (auto child = children; child != parts.end(); ++child) {
      if (child->term.empty()) refuse("synonyms take something else than a term");
    }
    return join(Xapian::Query::OP_SYNONYM, children);
  }

  Xapian::Query phrase(Children children, Xapian::termcount window) {
    std::vector<std::string> terms;
    for (auto child = children; child != parts.end(); ++child) {
      if (child->term.empty()) refuse("a phrase takes something else than a term");
      if (!xsh::is_valid_term(child->term.data(), child->term.size())) return Xapian::Query();
      terms.push_back(child->term);
    }
    // A window narrower than the phrase could never match; Xapian takes it as a mistake.
    window = std::max(window, Xapian::termcount(terms.size()));
    return Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(), window);
  }
};

/// BM25 without the part that rewards short documents as such (k2), and with weights that grow with
/// the count of a term in the query as good as linearly, as k3 = 1000 did in Okapi at TREC.
Xapian::BM25Weight weighting(const xsh_search_t &search) {
  if (!(search.k1 >= 0) || !(search.b >= 0 && search.b <= 1) ||
      !(search.minimum_normalized_length >= 0)) {
    refuse("the weighting has a parameter out of range");
  }
  return Xapian::BM25Weight(search.k1, 0, 1000, search.b, search.minimum_normalized_length);
}

}  // namespace

xsh_status_t xsh_reader_search(xsh_reader_t *reader, const xsh_search_t *search, xsh_page_t **page,
                               xsh_error_t **error) noexcept {
  *page = nullptr;
  return xsh::guarded(error, [&] {
    Xapian::Enquire enquire(reader->database);
    enquire.set_weighting_scheme(weighting(*search));
    enquire.set_query(QueryBuilder(*search).build());
    DocumentCounter counter;
    if (search->counts_documents) enquire.add_matchspy(&counter);
    const Xapian::MSet found =
        enquire.get_mset(search->first, search->limit, search->check_at_least);
    auto result = std::make_unique<xsh_page>();
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      result->add(reader->database, hit.get_document(), *hit, hit.get_weight(), false);
    }
    result->matches = {found.get_matches_lower_bound(), found.get_matches_estimated(),
                       found.get_matches_upper_bound()};
    for (const auto &[number, count] : counter.counts) {
      result->document_counts.push_back({number, count});
    }
    std::sort(result->document_counts.begin(), result->document_counts.end(),
              [](auto &a, auto &b) { return a.document_number < b.document_number; });
    result->seal();
    *page = result.release();
  });
}
