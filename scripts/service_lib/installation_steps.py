# SPDX-License-Identifier: GPL-3.0-or-later
"""scripts/install and scripts/uninstall, for the system, step by step.

A step is a function that takes the machine, demands what must be, and returns a line on what it saw;
scripts/service-test names it by the first line that stands in it.
"""

import re
import subprocess

from .machine import CHECKOUT, CONFIGURATION, DOCUMENTS, INDEX, PROGRAMS, QUERY, SAMPLE, UNIT, quote
from .outcome import Miss
from .users import as_user, make_user
from .words import unique

TEMPLATE = "splitsearchd@.service"


def install(machine):
    """installed, started and ready"""
    quote(machine.install())
    if (state := machine.show("ActiveState")) != "active":
        raise Miss(f"the service is {state}")
    if machine.show("UnitFileState") != "enabled":
        raise Miss("it would not start with the system")
    return f"status: {machine.show('StatusText')}"


def documents_option(machine):
    """--documents: a folder the service may not read, and what is said to do"""
    make_user(machine.sandbox, "ann")
    machine.run("sh", "-c", "chmod 700 ~ && mkdir -p ~/papers && chmod 700 ~/papers", user="ann",
                HOME="/home/ann")
    word = unique(machine.random)
    _write_secretly(machine, "/home/ann/papers/secret.txt", word)
    # A key among the documents stays ann's alone, and a link leads to what must be opened.
    machine.run("mkdir", "/home/ann/papers/.ssh", user="ann")
    _write_secretly(machine, "/home/ann/papers/.ssh/key", "secret")
    machine.run("ln", "-s", "/home/ann/papers", "/srv/anns")
    said = machine.install("--documents", "/srv/anns")
    advice = re.findall(r"^ +((?:setfacl|find) .*)$", said, re.MULTILINE)
    if len(set(advice)) != 2 or not advice[0].endswith("x /home/ann"):
        raise Miss(f"it does not say what to do:\n{said}")
    if machine.sees(word):
        raise Miss("the service may read what nobody allowed it")
    if not machine.run("which", "setfacl", check=False).stdout:
        return "SKIPPED: what it says, because there is no setfacl: " + "; ".join(advice)
    for line in dict.fromkeys(advice):
        machine.run("sh", "-c", line)
    taken = machine.until_seen(word)
    said = machine.install("--documents", "/home/ann/papers")
    if "the service may read /home/ann/papers" not in said:
        raise Miss(f"it does not say that all is well now:\n{said}")
    # That is the same folder, under its other name.
    text = machine.path(CONFIGURATION).read_text(encoding="utf-8")
    if text.count('\npath = "/srv/anns"') + text.count('\npath = "/home/ann/papers"') != 1:
        raise Miss(f"the folder stands there more than once:\n{text}")
    machine.run("sh", "-c", "! getfacl -c /home/ann/papers/.ssh/key | grep splitsearch")
    # What comes later can be read, too.
    word = unique(machine.random)
    _write_secretly(machine, "/home/ann/papers/later.txt", word)
    machine.until_seen(word)
    return f"after {'; '.join(dict.fromkeys(advice))}: found in {taken:.1f} s"


def _write_secretly(machine, path, word):
    """Ann writes a file that nobody else may read, as far as modes go."""
    machine.run("sh", "-c", f"umask 077; echo The word {word}. >{path}", user="ann")


def wrong_calls(machine):
    """wrong calls of install and uninstall are refused, and change nothing"""
    cases = [
        ("install", ["--prefx", "/x"], 64, "unknown option --prefx"),
        ("install", ["--documents"], 64, "wants a value"),
        ("install", ["--documents", "/nowhere"], 66, "/nowhere: no such folder"),
        ("install", ["--documents", "/tmp"], 64, "/tmp"),
        ("install", ["--documents", "/usr/../tmp"], 64, "/tmp"),
        ("install", ["--documents", "/"], 64, "not only documents"),
        ("install", ["--documents", "/etc"], 64, "not only documents"),
        ("install", ["--documents", "/home/ann"], 64, "somebody's home"),
        ("install", ["--documents", INDEX], 64, "keeps its own files"),
        ("install", ["--destdir", "/"], 64, "this machine itself"),
        ("uninstall", ["--destdir", "/", "--purge"], 64, "this machine itself"),
        ("install", ["--binaries", "/nowhere"], 66, "no such program"),
        ("install", ["--destdir", "/"], 64, "is this machine"),
        ("install", ["--prefix", "/."], 64, "name another folder"),
        ("install", ["--prefix", "/opt/a'b"], 64, "quotation mark"),
        ("install", ["--prefix", "/opt/other"], 69, "uninstall --system --prefix /usr/local"),
        ("uninstall", ["--prefix", "/opt/other"], 64, "uninstall --system --prefix /usr/local"),
        ("uninstall", ["--purge", "--destdir", "//"], 64, "is this machine"),
        ("uninstall", ["--pruge"], 64, "unknown option --pruge"),
    ]
    before = machine.path(CONFIGURATION).read_bytes(), machine.number()
    for script, options, status, text in cases:
        said = machine.script(script, *options, status=status)
        if text not in said:
            raise Miss(f"scripts/{script} {' '.join(options)} says: {said}")
    # Without a terminal, where sudo could ask for a password.
    for script, options in (("install", ["--binaries", PROGRAMS]), ("uninstall", ["--purge"])):
        words = as_user(machine.sandbox, "bob", f"{CHECKOUT}/scripts/{script}", *options)
        run = machine.run("setsid", "--wait", *words, check=False)
        if run.returncode != 77 or "--user" not in run.stderr:
            raise Miss(f"without root scripts/{script} ends with {run.returncode}: {run.stderr}")
    # What root builds in a checkout of bob's, bob cannot build again.
    machine.run("chown", "bob", CHECKOUT)
    run = machine.run("env", "SUDO_USER=bob", f"{CHECKOUT}/scripts/install", check=False)
    if run.returncode != 64 or "without sudo" not in run.stderr:
        raise Miss(f"under sudo it ends with {run.returncode}: {run.stdout}{run.stderr}")
    machine.run("chown", "root", CHECKOUT)
    if (machine.path(CONFIGURATION).read_bytes(), machine.number()) != before:
        raise Miss("something changed")
    for script in ("install", "uninstall"):
        if f"scripts/{script} --user" not in machine.script(script, "--help"):
            raise Miss(f"scripts/{script} --help does not help")


def wrong_configuration(machine):
    """a wrong configuration ends the start at once, and install says so"""
    file = machine.path(CONFIGURATION)
    good = file.read_text(encoding="utf-8")
    file.write_text(good + '\nfoldre = "x"\n', encoding="utf-8")
    machine.run("systemctl", "restart", UNIT, check=False)
    if (state := machine.show("SubState")) != "failed" or machine.restarts() != 0:
        raise Miss(f"the service is {state}, restarted {machine.restarts()} times")
    said = machine.script("install", "--binaries", PROGRAMS, status=78)
    if f"{CONFIGURATION}:" not in said or "foldre" not in said:
        raise Miss(f"install says: {said}")
    quote(said.splitlines()[-1])
    file.write_text(good, encoding="utf-8")
    machine.install()
    if machine.show("ActiveState") != "active":
        raise Miss("once it is mended, install does not start the service")


def upgrade(machine):
    """installed again over the running service: restarted, configuration and index kept"""
    numbers = [machine.number(), machine.number("splitsearchd@papers.service")]
    configuration = machine.path(CONFIGURATION).read_bytes()
    machine.until_caught_up()
    said = machine.install()
    new = [machine.number(), machine.number("splitsearchd@papers.service")]
    if 0 in new or set(new) & set(numbers):
        raise Miss(f"not restarted: {numbers} → {new}; it said:\n{said}")
    if machine.path(CONFIGURATION).read_bytes() != configuration:
        raise Miss("the configuration is another")
    machine.expect_unread()
    return next(line for line in said.splitlines() if "estarted" in line)


def uninstall(machine):
    """uninstalled: programs and units are gone, documents, index and configuration are not"""
    quote(machine.script("uninstall"))
    machine.expect(gone=["/usr/local/bin/splitsearch", "/usr/local/bin/splitsearchd",
                           f"/usr/local/lib/systemd/system/{UNIT}",
                           f"/usr/local/lib/systemd/system/{TEMPLATE}",
                           "/usr/local/lib/sysusers.d/splitsearch.conf",
                           "/usr/local/lib/tmpfiles.d/splitsearch.conf",
                           f"/etc/systemd/system/multi-user.target.wants/{UNIT}",
                           "/etc/systemd/system/multi-user.target.wants/splitsearchd@papers.service"],
            kept=[CONFIGURATION, f"{INDEX}/XAPIANDB", f"{DOCUMENTS}/{SAMPLE}"])
    if machine.runs("splitsearchd"):
        raise Miss("it still runs")
    # Half of an installation is no obstacle, and the old index goes on.
    machine.write(f"/usr/local/lib/systemd/system/{UNIT}", "half of a unit")
    machine.write("/usr/local/bin/splitsearch.new", "half of a program")
    machine.install()
    machine.until_caught_up()
    machine.expect_unread()
    if not machine.sees(QUERY):
        raise Miss("after another installation the old index does not answer")
    machine.script("uninstall")
    machine.script("uninstall")


def purge(machine):
    """uninstalled with --purge: only documents are left"""
    machine.install()
    said = machine.script("uninstall", "--purge")
    quote(said)
    for line in re.findall(r"^ +(setfacl .*)$", said, re.MULTILINE):
        machine.run("sh", "-c", line)
    machine.run("sh", "-c", "! getfacl -cn /home/ann /home/ann/papers/* | grep user:[0-9]")
    machine.expect(gone=["/var/lib/splitsearch", "/etc/splitsearch", "/run/splitsearch"],
            kept=[f"{DOCUMENTS}/{SAMPLE}", "/srv/more/more.txt", "/home/ann/papers/secret.txt"])
    for kind in ("passwd", "group"):
        if machine.run("getent", kind, "splitsearch", check=False).returncode == 0:
            raise Miss(f"splitsearch is still in {kind}")
    places = ["/etc", "/usr/local", "/var", "/run", "/srv"]
    left = machine.run("find", *places, "-xdev", "-name", "*splitsearch*", check=False).stdout.split()
    if left != ["/srv/splitsearch"]:
        raise Miss(f"left: {left}")
    # A folder for documents that holds none is nobody's.
    machine.run("rm", "-r", DOCUMENTS)
    machine.install()
    # The group is not removed from under somebody who has no other.
    machine.run("useradd", "--gid", "splitsearch", "gil")
    said = machine.script("uninstall", "--purge")
    if "    left: the group splitsearch\n" not in said:
        raise Miss(f"it does not say that the group is left:\n{said}")
    machine.run("userdel", "gil")
    machine.run("groupdel", "splitsearch")
    machine.expect(gone=["/srv/splitsearch"])


def purge_spares(machine):
    """--purge spares documents that lie among its own, links and mounts, and somebody else's user"""
    machine.run("mkdir", "/var/lib/splitsearch")
    machine.run("mount", "-t", "tmpfs", "none", "/var/lib/splitsearch")
    machine.install()
    among = ["/var/lib/splitsearch/docs/a.txt", "/var/lib/splitsearch/docs/index/b.txt",
             "/etc/splitsearch/docs.toml/c.txt"]
    for path in among:
        machine.run("install", "-D", f"{CHECKOUT}/Tests/Corpus/samples/{SAMPLE}", path)
    machine.run("rmdir", DOCUMENTS)
    machine.run("ln", "-s", "/opt", DOCUMENTS)
    said = machine.script("uninstall", "--purge")
    machine.expect(kept=[*among, DOCUMENTS], gone=[INDEX, CONFIGURATION])
    for place in ("/var/lib/splitsearch", "/etc/splitsearch", DOCUMENTS):
        if f"    left: {place}\n" not in said:
            raise Miss(f"it does not say that {place} is left:\n{said}")
    machine.run("umount", "/var/lib/splitsearch")
    machine.run("rm", "-r", "/var/lib/splitsearch", "/etc/splitsearch", "/srv/splitsearch")
    # Who has the name is not thereby the service's user.
    machine.run("useradd", "--create-home", "splitsearch")
    said = machine.script("install", "--binaries", PROGRAMS, status=69)
    machine.script("uninstall", "--purge")
    machine.expect(kept=["/home/splitsearch"], gone=["/usr/local/bin/splitsearchd"])
    machine.run("userdel", "--remove", "splitsearch")
    return said.strip()


def configurations(machine):
    """a folder is added to a configuration however it is written: whole, or not at all"""
    machine.install()
    machine.run("mkdir", "-p", "/srv/added", "/opt/papers")
    given = '\ufeff[[ folder ]]\n"path" = "/opt/papers"\n'
    machine.write(CONFIGURATION, given)
    machine.install("--documents", "/srv/added", "--documents", "/opt/papers")
    text = machine.run("cat", CONFIGURATION).stdout
    if text != f'{given}\n[[folder]]\npath = "/srv/added"\n':
        raise Miss(f"it is not what was given and the folder:\n{text}")
    # What is in a comment is not named, and what is in a string is no comment.
    given = '[[folder]] # path = "/srv/added"\nname = "#1"\npath = "/opt/papers" # path = "/srv/added"\n'
    machine.write(CONFIGURATION, given)
    machine.install("--documents", "/srv/added", "--documents", "/opt/papers")
    if (text := machine.run("cat", CONFIGURATION).stdout) != f'{given}\n[[folder]]\npath = "/srv/added"\n':
        raise Miss(f"it is not what was given and the folder:\n{text}")
    machine.run("mount", "-t", "tmpfs", "-o", "size=64k", "none", "/etc/splitsearch")
    for given, status in (('folder = [{path = "/opt/papers"}]\n', 78),
                          ('[[folder]]\npath = "/opt/papers"\n', 73)):
        machine.write(CONFIGURATION, given)
        if status == 73:
            machine.run("sh", "-c", "! cat /dev/zero >/etc/splitsearch/full")
        said = machine.script("install", "--binaries", PROGRAMS, "--documents", "/srv/added",
                              status=status)
        quote(said.splitlines()[-1])
        if (text := machine.run("cat", CONFIGURATION).stdout) != given:
            raise Miss(f"the configuration is another:\n{text}")
    machine.run("umount", "/etc/splitsearch")


def strange_states(machine):
    """where the service waits to be started again, is masked, or is run by hand"""
    machine.install()
    machine.write(f"/run/systemd/system/{UNIT}.d/slow.conf", "[Service]\nRestartSec=1min\n")
    machine.run("systemctl", "daemon-reload")
    for script in ("install", "uninstall"):
        machine.run("kill", "-KILL", machine.number())
        machine.until("it waits", lambda: machine.show("SubState") == "auto-restart")
        if script == "uninstall":
            machine.script("uninstall")
        else:
            machine.install()
        state = machine.show("ActiveState")
        if state != ("active" if script == "install" else "inactive"):
            raise Miss(f"after scripts/{script} the service is {state}")
    machine.run("rm", "-r", f"/run/systemd/system/{UNIT}.d")
    machine.run("systemctl", "mask", UNIT)
    said = machine.script("install", "--binaries", PROGRAMS, status=69)
    if f"systemctl unmask {UNIT}" not in said:
        raise Miss(f"it does not say that the unit is masked:\n{said}")
    machine.expect(gone=["/usr/local/bin/splitsearchd"])
    machine.run("systemctl", "unmask", UNIT)
    machine.install()
    machine.run("systemctl", "stop", UNIT)
    words = machine.sandbox.command("splitsearchd", "--system", user="splitsearch")
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        try:
            process.stderr.readline()
            said = machine.script("uninstall", "--purge", status=75)
            machine.expect(kept=["/usr/local/bin/splitsearchd", INDEX])
        finally:
            machine.run("sh", "-c", f"kill -TERM $(cat {INDEX}/writer.lock)", check=False)
            process.communicate(timeout=10)
    run = machine.run("flock", "/var/lib", f"{CHECKOUT}/scripts/uninstall", "--purge", check=False)
    if run.returncode != 75:
        raise Miss(f"two at once end with status {run.returncode}: {run.stderr}")
    machine.script("uninstall", "--purge")
    return said.splitlines()[-1]


def strange_prefix(machine):
    """in a prefix with a blank, by a root who has no sbin on the PATH"""
    for script in ("install", "uninstall"):
        options = ["--prefix", "/opt/an other"]
        options += ["--binaries", PROGRAMS] if script == "install" else ["--purge"]
        run = machine.run("env", "PATH=/usr/bin:/bin", f"{CHECKOUT}/scripts/{script}", *options)
        if run.stderr:
            raise Miss(f"scripts/{script} complains: {run.stderr}")
        state = machine.show("ActiveState")
        if state != ("active" if script == "install" else "inactive"):
            raise Miss(f"after scripts/{script} the service is {state}")
    if machine.run("getent", "passwd", "splitsearch", check=False).stdout:
        raise Miss("the user is left")


def packaging(machine):
    """--destdir: files alone, and no root"""
    machine.run("install", "-d", "-o", "bob", "/opt/package")
    for option in ("--system", "--user"):
        machine.script("install", "--binaries", PROGRAMS, "--destdir", "/opt/package", "--prefix",
                       "/usr", option, user="bob")
    files = machine.run("find", "/opt/package", "-type", "f", "-printf", "/%P\n").stdout.split()
    quote("\n".join(sorted(files)))
    for name in (f"/usr/lib/systemd/system/{UNIT}", f"/usr/lib/systemd/user/{UNIT}",
                 "/usr/lib/sysusers.d/splitsearch.conf", CONFIGURATION, "/usr/bin/splitsearchd"):
        if name not in files:
            raise Miss(f"{name} is missing")
    for option in ("--system", "--user"):
        machine.script("uninstall", "--destdir", "/opt/package", "--prefix", "/usr", option,
                       "--purge", user="bob")
    if left := machine.run("find", "/opt/package", "-type", "f").stdout.split():
        raise Miss(f"left: {left}")


def without_manager(machine):
    """where no systemd runs: installed, and said how it is started by hand"""
    script = (
        "mount -t tmpfs none /run/systemd && "
        f"{CHECKOUT}/scripts/install --binaries {PROGRAMS} --prefix /opt/other 2>&1 && "
        f"cp {CHECKOUT}/Tests/Corpus/samples/{SAMPLE} {DOCUMENTS}/"
    )
    said = machine.run("unshare", "--mount", "sh", "-c", script).stdout
    command = re.search(r"^ +(runuser .*)$", said, re.MULTILINE)
    if not command:
        raise Miss(f"it does not say how to start it:\n{said}")
    make_user(machine.sandbox, "ann", "splitsearch")
    words = machine.sandbox.command("sh", "-c", command[1])
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        try:
            machine.until_seen(QUERY, client="/opt/other/bin/splitsearch")
        finally:
            # Its number stands in the file that it holds the index by.
            machine.run("sh", "-c", f"kill -TERM $(cat {INDEX}/writer.lock)", check=False)
            process.communicate(timeout=10)
    machine.script("uninstall", "--prefix", "/opt/other", "--purge")
    return command[1]
