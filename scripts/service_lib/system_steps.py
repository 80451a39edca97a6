# SPDX-License-Identifier: GPL-3.0-or-later
"""The system's service as it runs, step by step; see installation_steps."""

import contextlib
import re
import shutil
import subprocess
import time

from .machine import CHECKOUT, CONFIGURATION, DOCUMENTS, INDEX, QUERY, SAMPLE, UNIT, quote
from .outcome import Miss
from .users import as_user, make_user
from .words import paragraphs, unique

EXPOSURE = 1.5
BULK = 3_000


def verify(machine):
    """systemd-analyze verify has nothing to say"""
    has_manual = machine.run("man", "--where", "splitsearchd", check=False).returncode == 0
    words = ["systemd-analyze", "verify", f"--man={'yes' if has_manual else 'no'}"]
    run = machine.run(*words, UNIT, "splitsearchd@papers.service", check=False)
    if run.returncode != 0 or run.stdout or run.stderr:
        raise Miss(f"status {run.returncode}: {run.stdout}{run.stderr}")


def security(machine):
    """systemd-analyze security of the unit as it runs"""
    text = machine.run("systemd-analyze", "security", "--no-pager", UNIT).stdout
    quote("\n".join(line for line in text.splitlines() if line.startswith(("✗", "→"))))
    exposure = float(re.search(r"exposure level for \S+: ([0-9.]+)", text)[1])
    if exposure > EXPOSURE:
        raise Miss(f"exposed to {exposure}, which is more than {EXPOSURE}")
    return f"exposure {exposure}, at most {EXPOSURE}"


def drop_in_document(machine):
    """a member of the group drops a document in, and finds it; others are refused"""
    make_user(machine.sandbox, "ann", "splitsearch")
    make_user(machine.sandbox, "bob")
    sample = f"{CHECKOUT}/Tests/Corpus/samples/{SAMPLE}"
    # However careful her umask is, the service can read what she puts there.
    machine.run("sh", "-c", f"umask 077; cp {sample} {DOCUMENTS}/", user="ann")
    taken = machine.until_seen(QUERY)
    if machine.run("cp", sample, f"{DOCUMENTS}/bob.txt", user="bob", check=False).returncode == 0:
        raise Miss("somebody outside of the group can put documents there")
    refused = machine.ask(QUERY, user="bob")
    if refused.returncode != 2 or "splitsearch" not in refused.stdout:
        raise Miss(f"bob gets status {refused.returncode}: {refused.stdout}")
    quote("bob: " + machine.run("splitsearch", "--system", QUERY, user="bob", check=False).stderr)
    return f"found {taken:.2f} s after"


def modes(machine):
    """the index can be read by the group, by nobody else, and written by the service alone"""
    wrong = machine.run(
        "find", INDEX, machine.status_file(), "-perm", "/027", "!", "-type", "d", "-o",
        "-type", "d", "-perm", "/027", "-o", "!", "-perm", "-040", "-o", "!", "-group", "splitsearch",
    ).stdout.split()
    # Who may go through is not shown what else is there.
    wrong += machine.run("find", "/var/lib/splitsearch", "/run/splitsearch", "-maxdepth", "0",
                         "!", "-perm", "0711").stdout.split()
    if wrong:
        raise Miss(f"wrong modes: {wrong}")
    return machine.run("stat", "--format=%A %U:%G %n", INDEX).stdout.strip()


def killed(machine):
    """killed, it is back by itself"""
    old = machine.number()
    machine.run("kill", "-KILL", old)
    # systemctl tells the old number until the manager has seen the end.
    _, taken = machine.until(
        "it runs again",
        lambda: machine.number() not in (0, old) and machine.show("ActiveState") == "active",
    )
    word = _mark(machine, "after-kill.txt")
    machine.until_seen(word)
    return f"ready again {taken:.1f} s after"


def reload(machine):
    """systemctl reload takes in a folder that was added to the configuration"""
    word = unique(machine.random)
    machine.write("/srv/more/more.txt", f"The word {word} stands in another folder.\n")
    old = machine.number()
    with open(machine.path(CONFIGURATION), "a", encoding="utf-8") as file:
        file.write('\n[[folder]]\npath = "/srv/more"\n')
    machine.run("systemctl", "reload", UNIT)
    taken = machine.until_seen(word)
    if machine.number() != old:
        raise Miss("it was restarted")
    return f"found {taken:.2f} s after"


def hang(machine):
    """a pipeline that hangs is found by the watchdog, and the service restarted"""
    with machine.drop_in("WatchdogSec=5s", "RestartSec=1s"):
        old, before = machine.number(), machine.restarts()
        words = machine.sandbox.command(
            "/usr/bin/env", "python3", f"{CHECKOUT}/scripts/service_lib/freeze.py", old, "pipeline"
        )
        with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True) as freezer:
            if not freezer.stdout.readline().startswith("frozen"):
                raise Miss(freezer.stderr.read().strip())
            _, taken = machine.until(
                "the watchdog restarts it",
                lambda: machine.restarts() > before and machine.number() not in (0, old)
                and machine.show("ActiveState") == "active", timeout=30,
            )
        text = machine.journal(lines=60)
        if "watchdog" not in text.lower():
            raise Miss("it was restarted, but not by the watchdog")
        quote("\n".join(l for l in text.splitlines() if re.search("(?i)watchdog|moved|hang", l)))
        machine.until_seen(_mark(machine, "after-hang.txt"))
    return f"killed and ready again {taken:.1f} s after it froze, with WatchdogSec=5s"


def slow(machine):
    """a long piece of work is not taken for a hang"""
    with machine.drop_in("WatchdogSec=3s", "CPUQuota=10%"):
        if not _has_quota(machine):
            return "SKIPPED: no processor's time can be rationed here"
        number = machine.number()
        _copy_bulk(machine, "slow")
        machine.until("it reads", lambda: machine.queue() > 0, timeout=60)
        # Four times as long as the watchdog waits, and no end of the work in sight.
        _, taken = machine.until("so long", elapsed(12))
        left = machine.queue()
        if machine.number() != number or machine.restarts() != 0:
            raise Miss("it was taken for hanging, and restarted")
        if left == 0:
            raise Miss("it had nothing left to do: that it was not restarted means nothing")
        _remove_bulk(machine, "slow")
    return f"busy for {taken:.0f} s with a tenth of a processor, {left} files left; WatchdogSec=3s"


def stop_busy(machine):
    """stopped during a bulk build, it ends soon; started again, it takes in the rest"""
    machine.until_caught_up()
    _copy_bulk(machine, "bulk")
    machine.until("it is in the middle of it", lambda: 0 < machine.queue() < BULK, timeout=60)
    left = machine.queue()
    _, taken = _timed(lambda: machine.run("systemctl", "stop", UNIT))
    if taken > 5:
        raise Miss(f"it took {taken:.1f} s to stop")
    if (result := machine.show("Result")) != "success":
        raise Miss(f"its end was no success: {result}")
    machine.run("systemctl", "start", UNIT)
    rest = machine.until_caught_up(120)
    for word in ("zqbulkfirst", "zqbulklast"):
        if not machine.sees(word):
            raise Miss(f"{word} is not found")
    return f"{taken:.2f} s with {left} of {BULK} files left; they were in {rest:.1f} s after the start"


def instances(machine):
    """two more indexes, by the template, one of them for a group of its own"""
    words = {}
    machine.run("groupadd", "law")
    machine.run("useradd", "--create-home", "--groups", "law", "lou")
    machine.write("/etc/systemd/system/splitsearchd@papers.service.d/group.conf",
                  "[Service]\nGroup=law\n")
    machine.run("systemctl", "daemon-reload")
    for name in ("papers", "notes"):
        words[name] = unique(machine.random)
        machine.write(f"/srv/{name}/{name}.txt", f"The word {words[name]} stands in {name}.\n")
        machine.write(f"/etc/splitsearch/{name}.toml", f'[[folder]]\npath = "/srv/{name}"\n')
        machine.run("systemctl", "enable", "--now", f"splitsearchd@{name}.service")
    for name, word in words.items():
        index = f"/var/lib/splitsearch/{name}/index"
        machine.until_seen(word, index=index, user="lou" if name == "papers" else "ann")
        other = words["notes" if name == "papers" else "papers"]
        if machine.sees(other, index=index) or machine.sees(word):
            raise Miss("the indexes are not kept apart")
        stranger = "ann" if name == "papers" else "lou"
        if machine.ask(word, index=index, user=stranger).returncode != 2:
            raise Miss(f"{stranger} can read the index {name}")
        if not machine.status(index):
            raise Miss(f"there is no status file of {name}")
    # One that ends leaves the others' status.
    machine.run("systemctl", "stop", "splitsearchd@notes.service")
    if not machine.status() or not machine.status("/var/lib/splitsearch/papers/index"):
        raise Miss("the status of the others is gone")
    said = machine.run("splitsearch", "status", "--index", "/var/lib/splitsearch/notes/index").stdout
    if "systemctl start splitsearchd@notes\n" not in said:
        raise Miss(f"it is not said how it is started:\n{said}")
    machine.run("systemctl", "start", "splitsearchd@notes.service")
    return ", ".join(machine.run("ls", "/run/splitsearch").stdout.split())


def show_status(machine):
    """what systemctl status shows, and the client to a member of the group"""
    quote(machine.run("systemctl", "status", "--no-pager", "--full", UNIT).stdout)
    said = machine.run(*as_user(machine.sandbox, "ann", "splitsearch", "status", "--system")).stdout
    quote(said)
    if str(machine.number()) not in said or "watching" not in said.lower():
        raise Miss("the client does not see how the service stands")


def show_journal(machine):
    """what the journal holds"""
    text = machine.journal(lines=40)
    quote(text)
    notices = machine.run("journalctl", "--boot", f"--unit={UNIT}", "--priority=notice", "--no-pager",
                          "--output=cat").stdout
    if "watching" not in notices:
        raise Miss("the lines have no priorities")
    if "splitsearchd: splitsearchd:" in text or "Failed to set thread priority" in text:
        raise Miss("it holds what it should not")


def after_reboot(machine):
    """booted again, it has started by itself, and finds all without reading files again"""
    if machine.show("ActiveState") != "active":
        raise Miss(f"it is {machine.show('ActiveState')}")
    taken = machine.until_seen(QUERY)
    machine.until_caught_up()
    machine.expect_unread()
    if not machine.sees("zqbulklast"):
        raise Miss("zqbulklast is not found")
    if machine.number("splitsearchd@papers.service") == 0:
        raise Miss("the instance papers has not started")
    return f"found after {taken:.2f} s"


def _timed(action):
    start = time.monotonic()
    return action(), time.monotonic() - start


def elapsed(seconds):
    """A condition that becomes true by itself."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end


def _mark(machine, name):
    word = unique(machine.random)
    machine.write(f"{DOCUMENTS}/{name}", f"The marker {word} stands here.\n")
    return word


def _copy_bulk(machine, name):
    """Copies in so many files that reading them takes a while."""
    folder = machine.path(f"{DOCUMENTS}/{name}")
    folder.mkdir()
    text = paragraphs(machine.random, 10)
    for number in range(BULK):
        place = (number * 7) % (len(text) // 2)
        word = {0: "zqbulkfirst", BULK - 1: "zqbulklast"}.get(number, f"zq{number}")
        content = f"{word} {text[place:]}\n{text[:place]}\n"
        (folder / f"{number}.txt").write_text(content, encoding="utf-8")


def _remove_bulk(machine, name):
    shutil.rmtree(machine.path(f"{DOCUMENTS}/{name}"))


def _has_quota(machine):
    """Whether the kernel rations the processor's time of the service."""
    group = machine.show("ControlGroup")
    for place, name in (("cpu", "cpu.cfs_quota_us"), (".", "cpu.max")):
        file = machine.path(f"/sys/fs/cgroup/{place}{group}/{name}")
        with contextlib.suppress(OSError):
            return not file.read_text().startswith(("-1", "max"))
    return False
