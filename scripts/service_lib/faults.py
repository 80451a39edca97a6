# SPDX-License-Identifier: GPL-3.0-or-later
"""What disks, mounts, users and limits do to a running service."""

import concurrent.futures
import os
import random
import shutil
import subprocess
import sys
import time

from . import namespaces
from .outcome import Impossible, Miss, remove, say, trial_folder
from .programs import SCRIPTS
from .scene import Scene

_AWAY = r"documents\S*: (cannot be listed|what was mounted here is not there)"


def disk_full(scene):
    """the index's disk is full, and has room again"""
    word = scene.write_documents()
    scene.begin()
    ballast = scene.index.parent / "ballast"
    with open(ballast, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1 << 16))
        except OSError:
            file.truncate(file.tell() - (1 << 16))
    scene.cause()
    scene.write_documents(400, "more/")
    said = scene.told(r"no space left.* tried again")
    scene.expect_kept(word, 1)
    ballast.unlink()
    scene.mend()
    scene.expect_recovery()
    return said


def read_only(scene):
    """the index cannot be written, and then can"""
    word = scene.write_documents()
    scene.begin()
    scene.mounts.make_read_only(scene.index)
    scene.cause()
    scene.write_documents(40, "more/")
    said = scene.told(r"read-only file system.* tried again")
    scene.expect_kept(word, 1)
    scene.mounts.unmount(scene.index, lazily=True)
    scene.mend()
    scene.expect_recovery()
    return said


def no_permission_to_write(scene):
    """the index's folders lose the right to be written, and get it back"""
    word = scene.write_documents()
    scene.begin(_no_capabilities())
    folders = [scene.index, *(path for path in scene.index.iterdir() if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    scene.cause()
    try:
        scene.write_documents(40, "more/")
        said = scene.told(r"permission denied.* tried again")
        scene.expect_kept(word, 1)
    finally:
        for folder in folders:
            folder.chmod(0o755)
    scene.mend()
    scene.expect_recovery()
    return said


def root_unmounted(scene):
    """the documents' disk is unmounted, and comes back with a change"""
    word = scene.write_documents()
    scene.begin()
    copy = _take_away(scene, scene.documents)
    said = scene.told(_AWAY)
    scene.expect_kept(word, 4)
    _bring_back(scene, scene.documents, copy)
    scene.expect_recovery()
    return said


def folder_unmounted(scene):
    """a disk below the documents is unmounted, and comes back with a change"""
    scene.write_documents()
    place = scene.documents / "disk"
    scene.mounts.memory(place)
    word = scene.write_documents(20, "disk/")
    scene.begin()
    copy = _take_away(scene, place)
    said = scene.told(_AWAY)
    scene.expect_kept(word, 4)
    _bring_back(scene, place, copy)
    scene.expect_recovery()
    return said


def mounted_later(scene):
    """a disk with documents is mounted on an empty folder that is watched"""
    scene.write_documents()
    place = scene.documents / "empty"
    place.mkdir()
    scene.begin()
    side = scene.folder / "side"
    scene.cause()
    scene.mounts.memory(side)
    (side / "deep").mkdir()
    (side / "deep" / "letter.txt").write_text("It was there before.\n", encoding="utf-8")
    scene.mounts.move(side, place)
    scene.mend()
    scene.expect_recovery()
    return "its documents are found"


def unmounted_at_start(scene):
    """the documents' disk is not mounted yet when the service starts"""
    word = scene.write_documents()
    scene.begin()
    scene.service.stop()
    copy = _take_away(scene, scene.documents)
    scene.service.start()
    said = scene.told(_AWAY)
    scene.expect_kept(word, 4)
    _bring_back(scene, scene.documents, copy)
    scene.expect_recovery()
    return said


def _take_away(scene, place):
    copy = scene.folder / "copy"
    shutil.copytree(place, copy)
    scene.cause()
    scene.mounts.unmount(place)
    return copy


def _bring_back(scene, place, copy):
    """The same files with other inodes, on a file system that is whole when it appears."""
    side = scene.folder / "side"
    scene.mounts.memory(side)
    shutil.copytree(copy, side, dirs_exist_ok=True)
    (side / "changed.txt").write_text("It was changed elsewhere.\n", encoding="utf-8")
    scene.mounts.move(side, place)
    scene.mend()


def root_missing(scene):
    """the folder of documents is not there for a while"""
    word = scene.write_documents()
    scene.begin()
    elsewhere = scene.folder / "elsewhere"
    scene.cause()
    scene.documents.rename(elsewhere)
    said = scene.told(_AWAY)
    scene.expect_kept(word, 4)
    elsewhere.rename(scene.documents)
    scene.mend()
    scene.expect_recovery()
    return said


def missing_at_start(scene):
    """the folder of documents is not there yet when the service starts"""
    word = scene.write_documents()
    scene.begin()
    scene.service.stop()
    elsewhere = scene.folder / "elsewhere"
    scene.cause()
    scene.documents.rename(elsewhere)
    scene.service.start()
    said = scene.told(_AWAY)
    scene.expect_kept(word, 4)
    elsewhere.rename(scene.documents)
    scene.mend()
    scene.expect_recovery()
    return said


def file_refused(scene):
    """a file may not be read, and then may"""
    scene.write_documents()
    scene.begin(_no_capabilities())
    scene.cause()
    old, new = scene.documents / "kept.txt", scene.documents / "new.txt"
    scene.write("kept.txt", "It was changed, and may not be read.\n").chmod(0)
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT, 0))
    said = scene.told(r"(kept|new)\.txt: cannot be read: permission denied")
    old.chmod(0o644)
    new.chmod(0o644)
    scene.mend()
    scene.expect_recovery()
    return said


def folder_refused(scene):
    """a folder may not be listed, and then may"""
    word = scene.write_documents(20, "closed/")
    scene.begin(_no_capabilities())
    scene.cause()
    closed = scene.documents / "closed"
    closed.chmod(0)
    try:
        said = scene.told(r"closed: cannot be listed: permission denied")
        scene.expect_kept(word, 4)
    finally:
        closed.chmod(0o755)
    scene.mend()
    scene.expect_recovery()
    return said


def watch_limit(scene):
    """the system watches no more than ten folders"""
    wrapper = namespaces.with_watches(10)
    if not wrapper:
        raise Impossible("user namespaces are not allowed here")
    for number in range(30):
        scene.write(f"{number}/old.txt", f"The {number}th folder.\n")
    scene.service = scene.daemon(wrapper).start()
    scene.caused = scene.service.log_place()
    scene.service.wait_until_watching()
    said = scene.told(r"not watched.*limit of watches.* every few seconds")
    status = scene.service.status()
    if status and not any(folder["polledFolders"] for folder in status["folders"]):
        raise Miss("the status counts no polled folders")
    words = [scene.mark(f"{number}/marker.txt") for number in range(30)]
    scene.mend()
    for word in words:
        scene.wait_until_seen(word, scene.service, 60)
    said += f"; changes in all 30 folders seen after {time.monotonic() - scene.mended:.1f} s"
    if not status or not namespaces.allow_watches(scene.service.number, 1_000):
        # Nothing else can raise it, or tell that it was noticed.
        scene.expect_no_complaint = lambda: None
    scene.mend()
    scene.expect_recovery()
    return said


def index_deleted(scene):
    """the folder of the index is deleted"""
    scene.write_documents()
    scene.begin()
    scene.cause()
    remove(scene.index)
    scene.mend()
    scene.write_documents(10, "more/")
    said = scene.told(r"no such file.* tried again")
    scene.expect_recovery(may_fail=True)
    return said


def index_damaged(scene):
    """blocks of each table are overwritten in turn while the service does not run"""
    scene.write_documents(400)
    scene.begin()
    scene.service.stop()
    whole = scene.folder / "whole"
    shutil.copytree(scene.index, whole)
    missed = []
    # Which blocks these are decides who meets the damage: opening, reading all records, or writing.
    for table, text in [("postlist", b"kept.txt"), ("postlist", None), ("docdata", None),
                        ("termlist", None), ("position", None)]:  # fmt: skip
        remove(scene.index)
        shutil.copytree(whole, scene.index)
        (path,) = scene.index.glob(f"*/{table}.glass")
        _overwrite(path, text)
        # Where blocks begin and end is chance: only its own change is sure to read this document's.
        scene.write("kept.txt", f"It was changed beside {table}.\n")
        scene.cause()
        scene.service.start()
        scene.mend()
        scene.write_documents(40, "more/")
        try:
            said = scene.told(r"the index was damaged .* made anew", complaint=scene.repairs)
            scene.expect_recovery(may_fail=True)
        except Miss as miss:
            what = f"the blocks with “{text.decode()}”" if text else "every other block"
            missed.append(f"{table}.glass, {what}: {miss}")
            scene.end()
    if missed:
        raise Miss("\n  ".join(missed))
    return said


def _overwrite(path, text):
    """Overwrites the blocks that hold `text`, or every other block if there is none."""
    content, size = bytearray(path.read_bytes()), 8_192
    for start in range(0, len(content), size):
        is_meant = text in content[start : start + size] if text else start // size % 2
        if is_meant:
            content[start : start + size] = b"\xa5" * len(content[start : start + size])
    path.write_bytes(content)


def _no_capabilities():
    wrapper = namespaces.without_capabilities()
    if wrapper is None:
        raise Impossible("no setpriv to run the service without capabilities")
    return wrapper


# By name: what is done, and what must be mounted before.
_FAULTS = {
    "disk-full": (disk_full, "index"),
    "read-only": (read_only, "nothing"),
    "no-permission-to-write": (no_permission_to_write, None),
    "root-unmounted": (root_unmounted, "documents"),
    "folder-unmounted": (folder_unmounted, "nothing"),
    "mounted-later": (mounted_later, "nothing"),
    "unmounted-at-start": (unmounted_at_start, "documents"),
    "root-missing": (root_missing, None),
    "missing-at-start": (missing_at_start, None),
    "file-refused": (file_refused, None),
    "folder-refused": (folder_refused, None),
    "watch-limit": (watch_limit, None),
    "index-deleted": (index_deleted, None),
    "index-damaged": (index_damaged, None),
}
NAMES = tuple(_FAULTS)


def run(programs, seed, rounds, keep=False, only=None, in_namespace=False):
    names = only or NAMES
    prefix = None if in_namespace else namespaces.mount_namespace()
    if prefix:
        return _run_inside(prefix, programs, seed, rounds, keep, names)
    say(f"faults: seed {seed}")
    start = time.monotonic()
    trials = [(number, name) for number in range(rounds) for name in names]

    def trial(number, name):
        try:
            _one(programs, random.Random(f"{seed} {number} {name}"), name, keep, in_namespace)
            return None
        except Impossible as reason:
            say(f"SKIPPED: faults: {name}: {reason}")
            return Impossible
        except Miss as miss:
            say(f"MISS: faults: {name}, seed {seed}: {miss}")
            return Miss

    # They wait most of their time.
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        ends = list(pool.map(trial, *zip(*trials)))
    say(
        f"faults: {ends.count(None)} of {len(ends)} survived, {ends.count(Impossible)} skipped, "
        f"{time.monotonic() - start:.0f} s"
    )
    missed = sorted({name for (_, name), end in zip(trials, ends) if end is Miss})
    if missed:
        raise Miss(", ".join(missed))


def _one(programs, chance, name, keep, in_namespace):
    fault, mounted = _FAULTS[name]
    if mounted and not in_namespace:
        raise Impossible("no mount namespace of its own is allowed here")
    with trial_folder(f"faults-{name}", keep) as folder, namespaces.Mounts() as mounts:
        places = {}
        if mounted == "index":
            mounts.memory(folder / "disk", "32m")
            places["index"] = folder / "disk" / "index"
        if mounted == "documents":
            mounts.memory(folder / "documents")
        scene = Scene(programs, folder, chance, mounts, **places)
        try:
            said = fault(scene)
        finally:
            scene.end()
        say(f"faults: {name}: {fault.__doc__}: {said}; well again after {scene.taken:.1f} s")


def _run_inside(prefix, programs, seed, rounds, keep, names):
    """The same once more in a mount namespace, which ends with it."""
    command = [*prefix, sys.executable, SCRIPTS / "torture", "faults", "--in-namespace"]
    command += ["--seed", str(seed), "--rounds", str(rounds), "--bin", programs.folder]
    command += ["--keep"] if keep else []
    for name in names:
        command += ["--only", name]
    process = subprocess.Popen(command)
    try:
        status = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    if status != 0:
        sys.exit(status)
