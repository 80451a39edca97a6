# SPDX-License-Identifier: GPL-3.0-or-later
"""Queries of every kind that the query language has, drawn from passages.

So each finds something, and words are as frequent in queries as they are in texts.
"""

import dataclasses
import re

_WORD = re.compile(r"[^\W\d_]{3,30}")
_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]{4,}")


@dataclasses.dataclass(frozen=True)
class Kind:
    """A kind of query. `draw` makes one of a passage and a random generator, or None.

    `plain` is how raw Xapian would be asked the same: "or", "phrase" or not at all.
    """

    name: str
    draw: object
    plain: str | None = None
    options: tuple = ()


def words(passage, count, chance):
    """So many different words of a passage, or None."""
    found = sorted(set(_WORD.findall(passage.text)))
    return chance.sample(found, count) if len(found) >= count else None


def run(passage, count, chance):
    """So many words of a passage as they follow one another, with spaces between, or None."""
    runs = [found for each in _RUN.findall(passage.text) if len(found := each.split()) >= count]
    if not runs:
        return None
    found = chance.choice(runs)
    start = chance.randrange(len(found) - count + 1)
    return " ".join(found[start : start + count])


def _pattern(pattern, count):
    """Queries of so many words, put in the places of a pattern."""

    def draw(passage, chance):
        found = words(passage, count, chance)
        return found and pattern.format(*found)

    return draw


def _wildcard(make, least):
    """Queries of one word of at least so many letters, of which `make` leaves a part."""

    def draw(passage, chance):
        found = [each for each in _WORD.findall(passage.text) if len(each) >= least]
        return make(chance.choice(found)) if found else None

    return draw


def _phrase(passage, chance):
    found = run(passage, chance.randint(2, 4), chance)
    return found and f'"{found}"'


def _question(passage, chance):
    found = _WORD.findall(passage.text)
    start = chance.randrange(max(1, len(found) - 10))
    return " ".join(found[start : start + 10]) if len(found) >= 10 else None


def _field(name, value):
    """Queries of one word, and a field with what `value` takes of the passage."""

    def draw(passage, chance):
        found, within = words(passage, 1, chance), value(passage, chance)
        return f"{found[0]} {name}:{within}" if found and within else None

    return draw


def _word_of(texts):
    """A word of what `texts` takes of the passage."""

    def value(passage, chance):
        found = _WORD.findall(" ".join(texts(passage)))
        return chance.choice(found) if found else None

    return value


def _chinese(shortest, longest):
    def draw(passage, chance):
        runs = [each for each in _CHINESE.findall(passage.text) if len(each) >= longest]
        if not runs:
            return None
        found, count = chance.choice(runs), chance.randint(shortest, longest)
        start = chance.randrange(len(found) - count + 1)
        return found[start : start + count]

    return draw


KINDS = [
    Kind("one word", _pattern("{}", 1), "or"),
    Kind("two words", _pattern("{} {}", 2), "or"),
    Kind("ten words as they stand", _question, "or"),
    Kind("phrase of 2 to 4 words", _phrase, "phrase"),
    Kind("`+a b -c`", _pattern("+{} {} -{}", 3)),
    Kind("`a AND (b OR c) NOT d`", _pattern("{} AND ({} OR {}) NOT {}", 4)),
    Kind("`a NEAR/10 b`", _pattern("{} NEAR/10 {}", 2)),
    Kind("`revis*`", _wildcard(lambda word: word[:5] + "*", 6)),
    Kind("`*ision`", _wildcard(lambda word: "*" + word[-5:], 6)),
    Kind("`re*ion`", _wildcard(lambda word: word[:2] + "*" + word[-3:], 6)),
    Kind("`rev?sion`", _wildcard(lambda word: word[:3] + "?" + word[4:], 6)),
    Kind("word and `title:`", _field("title", _word_of(lambda p: [p.title]))),
    Kind("word and `heading:`", _field("heading", _word_of(lambda p: p.headings))),
    Kind("word and `path:`", _field("path", lambda p, _: p.path.split("/")[0])),
    Kind("word and `folder:`", _field("folder", lambda p, _: p.folder)),
    Kind("word and `type:`", _field("type", lambda p, _: p.media_type)),
    Kind("word and `lang:`", _field("lang", lambda _, chance: chance.choice(["en", "de", "ru"]))),
    Kind("word and `author:`", _field("author", _word_of(lambda p: p.authors or [p.title]))),
    Kind("word and `cites:`", _field("cites", _word_of(lambda p: p.references or [p.title]))),
    Kind("word and `modified:`", _field("modified", lambda *_: "2000-01..2030-06")),
    Kind("Chinese, 2 to 4 characters", _chinese(2, 4)),
    Kind("Chinese, 8 to 12 characters", _chinese(8, 12)),
    Kind(
        "two words and all facets",
        _pattern("{} {}", 2),
        options=("--facets", "type,folder,lang,document"),
    ),
]
