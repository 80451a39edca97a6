# SPDX-License-Identifier: GPL-3.0-or-later
"""Xapian as it comes: its own term generator, its stemmers, its weights, and an OR of the stems.

Nothing is set that has a default but the language, and for Chinese the n-grams that Xapian offers
for it. This and lucene_formula.py are what splitsearch is compared with.

The queries are not made by Xapian's parser: it demands what is joined by hyphens as a phrase, all
n-grams of a run of Chinese, and fails on some queries that mix scripts (1.4.22). With stems
alone it comes to the same on squad-dev (0.897), with its default strategy to less (0.892).
"""

import tempfile

NAME = "Xapian"

_STEMMERS = {"en": "english", "ru": "russian", "de": "german", "es": "spanish"}
_COMMIT_INTERVAL = 20_000


def rank(passages, language, questions, limit):
    """The ranking of each question, as places in the list `passages`."""
    # Only here, because whoever measures without baselines need not have it.
    import xapian

    def terms(*texts):
        document = xapian.Document()
        generator.set_document(document)
        for text in texts:
            # Positions would change no weight: no query has phrases.
            generator.index_text_without_positions(text)
        return document

    generator = _generator(xapian, language)
    with tempfile.TemporaryDirectory(prefix="splitsearch-xapian-") as folder:
        index = xapian.WritableDatabase(folder, xapian.DB_CREATE | xapian.DB_NO_SYNC)
        for count, passage in enumerate(passages, 1):
            index.add_document(terms(passage.title, passage.text))
            if count % _COMMIT_INTERVAL == 0:
                index.commit()
        index.commit()
        enquire = xapian.Enquire(index)
        rankings = {}
        for qid, text in questions.items():
            words = [xapian.Query(each.term, each.wdf) for each in terms(text)]
            enquire.set_query(xapian.Query(xapian.Query.OP_OR, words))
            rankings[qid] = [match.docid - 1 for match in enquire.get_mset(0, limit)]
        index.close()
        return rankings


def _generator(xapian, language):
    generator = xapian.TermGenerator()
    if language == "zh":
        generator.set_flags(xapian.TermGenerator.FLAG_CJK_NGRAM)
    else:
        generator.set_stemmer(xapian.Stem(_STEMMERS[language]))
        generator.set_stemming_strategy(xapian.TermGenerator.STEM_ALL)
    return generator
