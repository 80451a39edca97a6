# SPDX-License-Identifier: GPL-3.0-or-later
"""What people and programs do to a folder of documents, by chance from a seed.

All paths are bytes: names need not be UTF-8. What the folder holds is looked up again every few
steps, in sorted order, so that a seed always gives the same steps; a step whose file went away with
an earlier one does nothing.
"""

import contextlib
import os
import shutil
import threading
import time

from . import words

_STEMS = [
    b"report", b"Notes", b"two words", b"a  b", "Übersicht".encode(), "Ubersicht".encode() + b"\xcc\x88",
    "книга".encode(), "目录".encode(), b"caf\xe9", b"\xff\xfe odd", b"tab\there", b"quote'\"", b"100%",
    b"#hash", b"-dash", b"newline\nname", b"dots...", "👍".encode(),
]
_SUFFIXES = [b".txt", b".txt", b".txt", b".md", b".md", b"", b".TXT", b".bin"]
_PASSED_OVER = [b".hidden.txt", b".~lock.x#", b"draft.txt~", b"#autosave#", b".swp"]
_FOLDERS = [b"a", b"b", b"Archive", b"old stuff", "Größe".encode(), b"d\xe9j\xe0", b".cache", b"x~"]


class Workload:
    """Changes the folder `root`, which holds about `size` files after a while."""

    def __init__(self, root, random, size=400):
        # Real, to tell what lies in it.
        self.root = os.path.realpath(os.fsencode(root))
        self.random = random
        self.size = size
        self.steps = self.changes = 0
        self.files, self.folders = [], [self.root]
        self.kinds = {
            self.create: 10, self.append: 6, self.rewrite: 12, self.save_by_rename: 10,
            self.rename: 10, self.move_over: 3, self.move_folder: 4, self.move_out_and_in: 2,
            self.delete: 6, self.make_deep: 3, self.hard_link: 3, self.file_to_folder: 2,
            self.folder_to_file: 1, self.change_case: 3, self.delete_folder: 1, self.touch: 3,
            self.change_mode: 1, self.link: 1, self.write_through_link: 2, self.swap: 2,
        }  # fmt: skip

    def fill(self):
        """Makes the files to begin with."""
        while len(self.files) < self.size:
            for kind in [self.make_deep] + 8 * [self.create]:
                with contextlib.suppress(OSError):
                    kind()
            self.look()

    def burst(self, count):
        for _ in range(count):
            self.step()

    def step(self):
        if self.steps % 20 == 0:
            self.look()
        self.steps += 1
        kinds = dict(self.kinds)
        if len(self.files) < self.size:
            kinds[self.create] *= 3
            kinds[self.make_deep] *= 3
        elif len(self.files) > 2 * self.size:
            kinds[self.delete] *= 5
            kinds[self.delete_folder] *= 5
        (kind,) = self.random.choices(list(kinds), weights=list(kinds.values()))
        with contextlib.suppress(OSError):
            kind()
            self.changes += 1

    def hammer(self, count):
        """Rewrites two files in turn: at least `count` events that the kernel cannot merge."""
        name = os.path.join(self.root, b"hammer-%d" % self.random.randrange(10**9))
        for number in range(count):
            with open(name + b"-%d.txt" % (number % 2), "wb") as file:
                file.write(b"Blow %d.\n" % number)

    def look(self):
        files, folders = [], []
        for folder, below, names in os.walk(self.root):
            below.sort()
            folders.append(folder)
            files += [os.path.join(folder, name) for name in sorted(names)]
        self.files, self.folders = files, folders

    # What a step needs

    def file(self):
        return self.random.choice(self.files) if self.files else os.path.join(self.root, b"none")

    def folder(self):
        return self.random.choice(self.folders or [self.root])

    def name(self):
        if self.random.random() < 0.08:
            return self.random.choice(_PASSED_OVER)
        number = b"%d" % self.random.randrange(40) if self.random.random() < 0.8 else b""
        return self.random.choice(_STEMS) + number + self.random.choice(_SUFFIXES)

    def place(self):
        return os.path.join(self.folder(), self.name())

    def text(self):
        kind = self.random.random()
        if kind < 0.03:
            return b""
        if kind < 0.06:
            return bytes(self.random.randrange(256) for _ in range(300))
        if kind < 0.09:
            return "Größe und Übermut, naïve café. ".encode("cp1252") * 8
        if kind < 0.15:
            return words.paragraphs(self.random, 60, 120).encode()
        title = f"# {words.sentence(self.random, 3)}\n\n" if kind < 0.5 else ""
        count = self.random.randrange(1, 6)
        return (title + words.paragraphs(self.random, count)).encode() + b"\n"

    def put(self, path, text=None, mode="wb"):
        if self._is_unseen(path):
            return
        with open(path, mode) as file:
            file.write(self.text() if text is None else text)

    def _is_unseen(self, path):
        """Whether this is a name that the service cannot know of a file that has other names.

        The kernel tells only of the name that a file is changed by. If that is in no watched folder,
        nobody is told; if it was made just now, it may be gone before the service has seen of which
        file it is. Such changes are seen when everything is looked at next.
        """
        path = os.path.realpath(path)
        below = path[len(self.root) + 1 :].split(b"/")
        passed_over = any(
            name.startswith(b".") or name.endswith(b"~") or name[:1] == name[-1:] == b"#"
            for name in below
        )
        if not os.path.exists(path) or os.stat(path).st_nlink == 1:
            return False
        return passed_over or time.time() - os.stat(path).st_ctime < 2

    # The steps

    def create(self):
        self.put(self.place(), mode="xb")

    def append(self):
        self.put(self.file(), b"\n" + words.sentence(self.random).encode() + b"\n", "ab")

    def rewrite(self):
        self.put(self.file(), mode="r+b" if self.random.random() < 0.5 else "wb")

    def save_by_rename(self):
        """As editors save: a new file takes the name."""
        path = self.file()
        folder, name = os.path.split(path)
        style = self.random.random()
        if style < 0.3:
            os.rename(path, path + b"~")
            self.put(path)
        else:
            other = os.path.join(folder, b".%s.tmp" % name if style < 0.7 else name + b".new")
            self.put(other)
            os.rename(other, path)

    def rename(self):
        os.rename(self.file(), self.place())

    def move_over(self):
        os.rename(self.file(), self.file())

    def move_folder(self):
        target = os.path.join(self.folder(), self.random.choice(_FOLDERS))
        if len(target) < 300:
            os.rename(self.folder(), target)

    def move_out_and_in(self):
        """Out of what is watched, changed there, and back in elsewhere."""
        outside = self.root + b".outside"
        shutil.rmtree(outside, ignore_errors=True)
        source = self.folder()
        if source == self.root:
            return
        os.rename(source, outside)
        self.put(os.path.join(outside, self.name()))
        if self.random.random() < 0.9:
            os.rename(outside, os.path.join(self.root, self.random.choice(_FOLDERS)))
            if self.random.random() < 0.5:
                self.look()

    def delete(self):
        os.unlink(self.file())

    def delete_folder(self):
        folder = self.folder()
        # Never most of what there is, nor the folder that is watched.
        count = sum(path.startswith(folder + b"/") for path in self.files)
        if folder != self.root and count < self.size // 4:
            shutil.rmtree(folder, ignore_errors=True)

    def make_deep(self):
        path = self.folder()
        for _ in range(self.random.randrange(1, 5)):
            path = os.path.join(path, self.random.choice(_FOLDERS))
        if len(path) < 300:
            os.makedirs(path, exist_ok=True)
            self.put(os.path.join(path, self.name()))
            self.folders.append(path)

    def hard_link(self):
        os.link(self.file(), self.place(), follow_symlinks=False)

    def write_through_link(self):
        """Changes a file that has more names than one."""
        for path in self.random.sample(self.files, min(60, len(self.files))):
            if os.lstat(path).st_nlink > 1:
                return self.put(path, mode="ab")

    def file_to_folder(self):
        path = self.file()
        os.unlink(path)
        os.mkdir(path)
        self.put(os.path.join(path, self.name()))

    def folder_to_file(self):
        folder = self.folder()
        if folder != self.root and len(os.listdir(folder)) < 4:
            shutil.rmtree(folder)
            self.put(folder)

    def change_case(self):
        path = self.file()
        folder, name = os.path.split(path)
        os.rename(path, os.path.join(folder, name.swapcase()))

    def touch(self):
        os.utime(self.file())

    def change_mode(self):
        os.chmod(self.file(), self.random.choice([0o600, 0o644]))

    def link(self):
        os.symlink(self.file(), self.place())

    def swap(self):
        """Two files change places; the names stay."""
        first, second = self.file(), self.file()
        other = first + b".swap"
        os.rename(first, other)
        os.rename(second, first)
        os.rename(other, second)


class Steps:
    """Steps of workloads in turn, while a block runs."""

    def __init__(self, workloads, pause):
        self.workloads, self.pause = workloads, pause
        self.end = threading.Event()
        self.failure = None
        self.thread = threading.Thread(target=self._run, daemon=True)

    def _run(self):
        try:
            while not self.end.is_set():
                for workload in self.workloads:
                    workload.step()
                time.sleep(self.pause)
        except Exception as failure:  # told by the block's end
            self.failure = failure

    def __enter__(self):
        self.thread.start()

    def __exit__(self, *_):
        self.end.set()
        self.thread.join()
        if self.failure:
            raise self.failure
