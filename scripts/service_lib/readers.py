# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches beside constant changes and rebuilds: none may fail, none may mix two revisions."""

import json
import multiprocessing
import os
import random
import time

from . import words
from .desk import Desk
from .outcome import Miss, say, trial_folder
from .programs import Batch, Client

# So many passages has the document that is saved again and again, each with the same two words.
PASSAGES = 20
COMMON = "zqversionedtext"
_FORK = multiprocessing.get_context("fork")


def run(programs, seed, seconds, queries, switches, keep=False, readers=3):
    chance = random.Random(seed)
    with trial_folder("readers", keep) as folder:
        say(f"readers: seed {seed}; at least {seconds:g} s and {queries} queries")
        desk = Desk(programs, folder, chance)
        for number in range(300):
            desk.write(f"{number % 10}/{number}.txt", words.paragraphs(chance, 4))
        _save(desk.documents, 0, chance)
        with desk.daemon() as daemon:
            daemon.wait_until_watching()
            desk.catch_up(daemon)
            (hit,) = desk.client.ask(COMMON, 1)["hits"]
            if hit["document"]["passages"] != PASSAGES:
                raise Miss(f"the document has {hit['document']['passages']} passages, not {PASSAGES}")
            end, parts = _FORK.Event(), _Parts(folder)
            # Single calls by the last of them, batches by the others.
            processes = [
                parts.start(_read, programs, desk.index, seed + number, number == readers, end)
                for number in range(readers + 1)
            ]
            writer = parts.start(_write, desk.documents, seed, end)
            start = time.monotonic()
            try:
                made = _accompany(
                    desk, daemon, parts, processes, writer, start, seconds, queries, switches
                )
            finally:
                end.set()
                for process in [*processes, writer]:
                    process.join(30)
                    if process.is_alive():
                        process.kill()
            taken = time.monotonic() - start
            desk.catch_up(daemon)
            desk.compare()
            daemon.stop()
        _report(parts, taken, made, queries, switches)


def _accompany(desk, daemon, parts, processes, writer, start, seconds, queries, switches):
    """Switches generations now and then, until all is done; returns the switches made."""
    made = 0
    while True:
        now, count = time.monotonic() - start, parts.total("queries")
        progress = min(now / seconds, count / queries)
        if made < switches and progress >= (made + 1) / (switches + 1):
            daemon.stop()
            desk.programs.run_daemon(
                "rebuild", "--documents", desk.documents, "--index", desk.index
            )
            daemon.start()
            made += 1
        if progress >= 1 and made >= switches:
            return made
        daemon.must_live()
        if parts.total("errors") or not all(p.is_alive() for p in [*processes, writer]):
            return made
        if now > 4 * seconds + 120:
            raise Miss(f"only {count} queries in {now:.0f} s")
        time.sleep(0.2)


def _report(parts, taken, made, queries, switches):
    found = parts.results()
    latencies = sorted(second for part in found for second in part.get("latencies", []))
    singles = sorted(second for part in found for second in part.get("singles", []))
    revisions = {revision for part in found for revision in part.get("revisions", [])}
    versions = {version for part in found for version in part.get("versions", [])}
    errors = [error for part in found for error in part.get("errors", [])]
    count = len(latencies) + len(singles)
    say(
        f"readers: {count} queries in {taken:.0f} s, {count / taken:.0f} a second; in a batch p50 "
        f"{_part(latencies, 0.5):.1f} ms, p99 {_part(latencies, 0.99):.1f} ms; {len(singles)} single "
        f"calls p50 {_part(singles, 0.5):.1f} ms, p99 {_part(singles, 0.99):.1f} ms"
    )
    say(
        f"readers: {sum(p.get('saves', 0) for p in found)} files saved meanwhile, {made} rebuilds, "
        f"{len(revisions)} revisions seen up to {max(revisions, default=0)}, {len(versions)} "
        f"versions in {sum(p.get('compared', 0) for p in found)} answers compared, "
        f"{len(errors)} errors"
    )
    if errors:
        raise Miss("\n  ".join(errors[:5]))
    if count < queries or made < switches:
        raise Miss(f"it ended early, with {count} queries and {made} rebuilds")


def _part(values, share):
    """A quantile, in milliseconds."""
    return values[min(len(values) - 1, int(share * len(values)))] * 1000 if values else 0.0


class _Parts:
    """Processes beside this one, each with a count that all may read and a result in a file."""

    def __init__(self, folder):
        self.folder = folder
        self.parts = []

    def start(self, body, *arguments):
        counts = {name: _FORK.Value("q", 0) for name in ("queries", "errors")}
        path = self.folder / f"part-{len(self.parts)}.json"
        self.parts.append((counts, path))

        def work():
            # The parent's services and folders are not this process's to end.
            result = {}
            try:
                body(*arguments, counts, result)
            except KeyboardInterrupt:
                pass
            except BaseException as failure:
                counts["errors"].value += 1
                result.setdefault("errors", []).append(f"{type(failure).__name__}: {failure}")
            finally:
                path.write_text(json.dumps(result), encoding="utf-8")
                os._exit(0)

        process = _FORK.Process(target=work, daemon=True)
        process.start()
        return process

    def total(self, name):
        return sum(counts[name].value for counts, _ in self.parts)

    def results(self):
        return [json.loads(path.read_text(encoding="utf-8")) for _, path in self.parts]


def _save(documents, number, chance):
    """Saves the next version, as editors do: it is whole at every moment."""
    version = f"zqversion{_letters(number)}"
    # 130 words are a passage of their own.
    texts = [
        f"{COMMON} {version} " + " ".join(chance.choices(words.COMMON, k=128)) + "."
        for _ in range(PASSAGES)
    ]
    other = documents / ".versioned.tmp"
    other.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    os.rename(other, documents / "versioned.txt")


def _letters(number):
    """A number as letters, so that no analysis takes it apart; sorts as the number does."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:07d}") + "q"


def _write(documents, seed, end, counts, result):
    chance = random.Random(seed)
    number = saves = 0
    paths = sorted(documents.glob("*/*.txt"))
    while not end.is_set():
        number += 1
        _save(documents, number, chance)
        for _ in range(chance.randrange(4)):
            chance.choice(paths).write_text(words.paragraphs(chance, 4), encoding="utf-8")
            saves += 1
        saves += 1
        result["saves"] = saves
        time.sleep(chance.choice([0.0, 0.02, 0.1, 0.25]))


def _read(programs, index, seed, singly, end, counts, result):
    chance = random.Random(seed)
    client = Client(programs, index)
    judge = _Judge(result)
    times = result.setdefault("singles" if singly else "latencies", [])
    errors = result.setdefault("errors", [])
    while not end.is_set():
        # A batch stays open across commits and rebuilds, and ends after a while like any other.
        batch = None if singly else Batch(programs, index, limit=PASSAGES + 5)
        for _ in range(chance.choice([50, 500, 5000])):
            if end.is_set():
                break
            query = COMMON if chance.random() < 0.2 else _query(chance)
            start = time.monotonic()
            try:
                answer = client.ask(query, PASSAGES + 5) if singly else batch.ask(query)
                times.append(time.monotonic() - start)
                judge.take(answer, query)
            except Miss as miss:
                errors.append(f"“{query}”: {miss}")
                counts["errors"].value += 1
                return
            counts["queries"].value += 1
        if batch:
            status = batch.close()
            if status not in (0, 1):
                errors.append(f"a batch ended with status {status}")
                counts["errors"].value += 1


def _query(chance):
    kind = chance.random()
    if kind < 0.2:
        return f'"{" ".join(chance.choices(words.COMMON, k=2))}"'
    if kind < 0.3:
        return words.unique(chance)
    return " ".join(chance.choices(words.COMMON, k=chance.randrange(1, 5)))


class _Judge:
    """Whether an answer is of one revision."""

    def __init__(self, result):
        self.result = result
        self.versions, self.revisions = set(), set()
        self.newest = ""
        result["compared"] = 0

    def take(self, answer, query):
        revision = answer["index"]["revision"]
        if revision not in self.revisions:
            self.revisions.add(revision)
            self.result.setdefault("revisions", []).append(revision)
        if query != COMMON:
            return
        self.result["compared"] += 1
        found = {}
        for hit in answer["hits"]:
            text = hit["passage"]["text"].split()
            versions = [word for word in text if word.startswith("zqversion") and word != COMMON]
            found.setdefault(" ".join(versions), set()).add(hit["passage"]["ordinal"])
        if len(found) != 1 or len(answer["hits"]) != PASSAGES:
            counted = {version: len(ordinals) for version, ordinals in found.items()}
            raise Miss(f"{len(answer['hits'])} passages of revision {revision}: {counted}")
        ((version, ordinals),) = found.items()
        if ordinals != set(range(1, PASSAGES + 1)):
            raise Miss(f"the passages {sorted(ordinals)} of revision {revision}")
        if version < self.newest:
            raise Miss(f"{version} of revision {revision} after {self.newest}")
        self.newest = version
        if version not in self.versions:
            self.versions.add(version)
            self.result.setdefault("versions", []).append(version)
