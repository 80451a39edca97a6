# SPDX-License-Identifier: GPL-3.0-or-later
"""The configuration changes while the service works: SIGHUP makes it read it again."""

import random
import time

from . import process
from .desk import Desk
from .outcome import Miss, say, trial_folder
from .words import unique
from .workload import Steps, Workload

READ = "the configuration was read again"
LARGE = "zqlargefoldertext"
REFUSED = "the configuration was not taken over, the old one goes on"


class _ConfiguredDesk(Desk):
    """Folders that a configuration names; the first of them always."""

    def __init__(self, programs, folder, random, places):
        super().__init__(programs, folder, random, documents=folder / places[0])
        self.places = {name: folder / name for name in places}
        for path in self.places.values():
            (path / "work").mkdir(parents=True)
        # So many folders that looking into them and reading them takes a while.
        for number in range(600):
            (self.places["large"] / str(number)).mkdir()
            (self.places["large"] / str(number) / "file.txt").write_text(f"{LARGE} {number}.\n")
        # By place: the name that it has in the index.
        self.names = {}
        self.config = folder / "config.toml"

    @property
    def source(self):
        return ["--config", self.config]

    def configure(self, names, before=""):
        """Writes a configuration with the folders `names`; it counts from the next SIGHUP on."""
        self.names = dict(names)
        self.put(before + "".join(
            f'[[folder]]\npath = "{self.places[place]}"\nname = "{name}"\n'
            for place, name in self.names.items()
        ))

    def put(self, text):
        # Whole at every moment: the service may be reading it for an earlier signal.
        other = self.config.with_suffix(".new")
        other.write_text(text, encoding="utf-8")
        other.rename(self.config)

    def mark_in(self, place):
        word = unique(self.random)
        path = self.places[place] / "marker.txt"
        path.write_text(f"The marker {word} stands here.\n", encoding="utf-8")
        return word

    def folder_of(self, word):
        """The name of the folder in which `word` is found; None if it is not."""
        hits = self.client.ask(word, 1)["hits"]
        return hits[0]["document"]["folder"] if hits else None


def run(programs, seed, rounds, keep=False, size=80):
    chance = random.Random(seed)
    start = time.monotonic()
    with trial_folder("reload", keep) as folder:
        say(f"reload: seed {seed}")
        desk = _ConfiguredDesk(programs, folder, chance, ["first", "second", "third", "large"])
        workloads = [
            # The markers beside it are nobody's but ours.
            Workload(path / "work", random.Random(seed + number), size)
            for number, (place, path) in enumerate(desk.places.items())
            if place != "large"
        ]
        for workload in workloads:
            workload.fill()
        desk.configure({"first": "first"})
        with desk.daemon() as daemon:
            daemon.wait_until_watching()
            for number in range(1, rounds + 1):
                with Steps(workloads, pause=chance.choice([0.0, 0.002, 0.02])):
                    done = _change(desk, daemon, number)
                    refused = _break(desk, daemon, number)
                    pause = _slip(desk, daemon)
                taken = time.monotonic()
                desk.catch_up(daemon)
                taken = time.monotonic() - taken
                _expect_status(desk, daemon)
                lines = desk.compare()
                say(
                    f"reload: round {number}: {done}; {refused} refused; a large folder for "
                    f"{pause * 1000:.0f} ms; caught up after {taken:.1f} s, {lines} lines of export "
                    "equal"
                )
            _remove_beside_missing(desk, daemon)
            desk.compare()
            daemon.stop()
    changes = sum(workload.changes for workload in workloads)
    say(
        f"reload: {rounds} rounds, {changes} changes of files, no difference, "
        f"{time.monotonic() - start:.0f} s"
    )


def _change(desk, daemon, number):
    """Another choice of folders, or other names; returns what was done, in words."""
    chance, old = desk.random, desk.names
    others = ["second", "third"]
    new = {"first": "first"}
    while new == {"first": "first"} or new == old:
        new = {"first": "first"} | {
            place: chance.choice([place, place, f"other {place}"])
            for place in others
            if chance.random() < 0.6
        }
        if len(old) > 1 and chance.random() < 0.3:
            new = {"first": "first"}
            break
    words = {place: desk.mark_in(place) for place in desk.places}
    for place in old:
        _wait_until(desk, daemon, words[place], old[place])
    place = daemon.log_place()
    # Several at once are as good as one.
    if number % 3 == 0:
        desk.configure(old)
        daemon.reload()
    desk.configure(new)
    daemon.reload()
    daemon.wait_for_log(READ, place)
    for place in desk.places:
        _wait_until(desk, daemon, words[place], new.get(place))
        # And it is watched, or not.
        word = desk.mark_in(place)
        if place in new:
            _wait_until(desk, daemon, word, new[place])
        words[place] = word
    for place in set(desk.places) - set(new):
        if desk.client.sees(words[place]):
            raise Miss(f"the folder {place} is not configured any more, and still watched")
    return f"{_describe(old)} → {_describe(new)}"


def _describe(names):
    return ", ".join(name for name in names.values())


def _wait_until(desk, daemon, word, name, timeout=60):
    """Until `word` is found in the folder `name`, or not at all if it is None."""
    end = time.monotonic() + timeout
    while (found := desk.folder_of(word)) != name:
        daemon.must_live()
        if time.monotonic() > end:
            raise Miss(f"“{word}” is found in {found}, not in {name}, {timeout} s after SIGHUP")
        time.sleep(0.02)


def _break(desk, daemon, number):
    """A configuration that cannot count: it is refused and said, and all goes on as before."""
    good = desk.config.read_text(encoding="utf-8")
    kind, text, says = [
        ("an unknown key", good + 'pth = "x"\n', "config.toml:"),
        ("no TOML", good + "[[folder\n", "config.toml:"),
        ("the index as a folder", f'[[folder]]\npath = "{desk.index}"\n', " is the index;"),
        ("too little memory", 'memory-limit = "1 MiB"\n' + good, "the least is"),
        ("no configuration at all", None, "config.toml"),
    ][number % 5]
    place = daemon.log_place()
    if text is None:
        desk.config.unlink()
    else:
        desk.put(text)
    daemon.reload()
    line = daemon.wait_for_log(REFUSED, place)
    if says not in line or "Error(" in line:
        raise Miss(f"{kind}: the log does not say what is wrong: {line}")
    for place, name in desk.names.items():
        _wait_until(desk, daemon, desk.mark_in(place), name)
    desk.put(good)
    return kind


def _slip(desk, daemon):
    """A large folder is added and soon removed again; returns after how many seconds."""
    names, pause = desk.names, desk.random.choice([0, 0.01, 0.03, 0.1, 0.3])
    place = daemon.log_place()
    desk.configure(names | {"large": "large"})
    daemon.reload()
    daemon.wait_for_log(READ, place)
    time.sleep(pause)
    place = daemon.log_place()
    desk.configure(names)
    daemon.reload()
    daemon.wait_for_log(READ, place)
    return pause


def _remove_beside_missing(desk, daemon):
    """A folder is removed from the configuration while another is not there for a while."""
    desk.configure({place: place for place in ("first", "second", "third")})
    words = {place: desk.mark_in(place) for place in desk.names}
    daemon.reload()
    for place, word in words.items():
        _wait_until(desk, daemon, word, place)
    elsewhere = desk.folder / "elsewhere"
    desk.places["third"].rename(elsewhere)
    daemon.wait_for_log("third: cannot be listed")
    desk.configure({place: place for place in ("first", "third")})
    daemon.reload()
    _wait_until(desk, daemon, desk.mark_in("first"), "first")
    if not desk.client.sees(words["third"]):
        raise Miss("what the index held of a folder that is not there was lost by SIGHUP")
    elsewhere.rename(desk.places["third"])
    _wait_until(desk, daemon, words["second"], None, 30)
    desk.catch_up(daemon)
    say("reload: a folder was removed while another was not there: gone when that is back")


def _expect_status(desk, daemon):
    found = daemon.status()
    named = {folder["name"]: folder["path"] for folder in found["folders"]}
    wanted = {name: str(desk.places[place]) for place, name in desk.names.items()}
    if named != wanted:
        raise Miss(f"the status names the folders {named}, not {wanted}")
    if desk.client.sees(LARGE):
        raise Miss("a folder that was soon removed from the configuration is in the index")
    if strange := {failure["folder"] for failure in found["failures"]} - set(wanted):
        raise Miss(f"the status names failures in folders that are not configured: {strange}")
    counted, kept = sum(f["watchedFolders"] for f in found["folders"]), process.watches(daemon.number)
    if kept != counted:
        raise Miss(f"the status counts {counted} watched folders, the kernel {kept}")
