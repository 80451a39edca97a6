# SPDX-License-Identifier: GPL-3.0-or-later
"""A systemd of our own, really booted, on a throw-away copy of this machine's root.

systemd is process 1 of its own pid, mount, cgroup, ipc, uts and network namespaces. Its root is an
overlay whose upper layer is in memory: units that are installed, users that are made and files that
are written in there are gone afterwards, and nothing reaches the real root. /tmp, /var/tmp, /run and
/dev are private as well: booting systemd on the real /tmp would empty it (systemd-tmpfiles). The
kernel is the machine's own: its settings cannot be changed, nor its clock, nor its modules. All this
holds off mistakes, not malice: root in there is root.
"""

import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

from .outcome import Impossible, Miss

_NEW_MOUNT_NAMESPACE = 0x20000
# Hidden by this within our mount namespace, and so gone with it. It is always there (FHS).
_LAYERS = "/mnt"
_TOOLS = ("unshare", "nsenter", "mount", "umount", "pivot_root", "mknod", "hostname",
          "setpriv", "runuser")

_GROUP = "systemd-sandbox-"

# Makes the root and becomes systemd. $1: the target; the rest: pairs of a folder and its place.
# Until the root is changed, nothing may be written by a path that a link could lead out of it:
# what is mounted before lies in folders that are none on any machine that systemd has booted.
_BOOT = r"""
target=$1
shift
layers=/mnt root=/mnt/root
mount -t overlay overlay -o lowerdir=/,upperdir=$layers/upper,workdir=$layers/work $root
mount -t proc proc $root/proc
mount -t tmpfs -o mode=755 tmpfs $root/run
mount -t tmpfs -o mode=755 tmpfs $root/dev
while read -r name major minor; do mknod -m 666 $root/dev/$name c $major $minor; done <<NODES
null 1 3
zero 1 5
full 1 7
random 1 8
urandom 1 9
tty 5 0
NODES
mkdir $root/dev/pts $root/dev/shm
ln -s /proc/self/fd $root/dev/fd
ln -s pts/ptmx $root/dev/ptmx
read_only() { mount --bind "$1" "$2" && mount -o remount,bind,ro "$2"; }
# The kernel is the machine's own: its settings can be read.
for place in sys sysrq-trigger acpi bus driver fs irq scsi; do
  [[ ! -e $root/proc/$place ]] || read_only $root/proc/$place $root/proc/$place
done
mount -t sysfs -o ro sysfs $root/sys 2>/dev/null || read_only /sys $root/sys
if [[ -e /sys/fs/cgroup/cgroup.controllers ]]; then
  mount -t cgroup2 cgroup2 $root/sys/fs/cgroup
else
  mount -t tmpfs -o mode=755 tmpfs $root/sys/fs/cgroup
  while read -r name options; do
    mkdir $root/sys/fs/cgroup/$name
    if [[ $options == cgroup2 ]]; then
      mount -t cgroup2 cgroup2 $root/sys/fs/cgroup/$name
    else
      mount -t cgroup -o $options cgroup $root/sys/fs/cgroup/$name
    fi
  done <<<"$HIERARCHIES"
fi
hostname sandbox
mkdir $root/run/outside
cd $root
# Not chroot: in a chroot no user namespace can be made.
pivot_root . run/outside
cd /
for place in /tmp /var/tmp; do mount -t tmpfs -o mode=1777 tmpfs $place; done
while [[ $# -gt 1 ]]; do
  mkdir -p "$2"
  # Not what is mounted in it: that would be writable.
  read_only "/run/outside$1" "$2"
  shift 2
done
# What this machine starts is none of our business; what is enabled in there is.
if [[ ! -e /run/outside$layers/booted ]]; then
  for unit in systemd-sysctl systemd-modules-load systemd-binfmt; do
    ln -sf /dev/null /etc/systemd/system/$unit.service
  done
  rm -rf /etc/systemd/{system,user}/*.{wants,requires,upholds} /etc/rc.local /etc/rc.d/rc.local
  rm -f /etc/rc?.d/S* /etc/rc.d/rc?.d/S*
  for file in /etc/fstab /etc/crypttab; do [[ ! -e $file ]] || echo >$file; done
  [[ -s /etc/machine-id ]] || tr -d - </proc/sys/kernel/random/uuid >/etc/machine-id
  touch /run/outside$layers/booted
fi
umount -l /run/outside
rmdir /run/outside
# As on any machine, where services see what is mounted later; in a container, systemd does not ask
# for it.
mount --make-rshared /
unset HIERARCHIES GROUPS_TO_ENTER
export container=sandbox
exec setpriv --bounding-set "$POWERS" /lib/systemd/systemd --system --unit=$target \
  --log-target=journal --log-level=info --show-status=0
"""
# All but those over the kernel, the clock and the devices: the kernel is the machine's own.
_POWERS = "-sys_module,-sys_rawio,-sys_time,-syslog,-wake_alarm"


class Sandbox:
    """Lends a root in memory that systemd can be booted on, as often as wanted.

    `binds` are pairs of a folder of this machine and the absolute path at which it is seen in there,
    read-only: what lies in /tmp or is mounted is not there otherwise, nor is what is mounted within
    that folder.
    """

    def __init__(self, binds=()):
        self.binds = [word for source, place in binds for word in (os.path.realpath(source), place)]
        self.hierarchies = []
        self.outer = None
        self.init = None
        self.has_booted = False

    def __enter__(self):
        demand()
        _leave_mount_namespace()
        _mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", _LAYERS)
        for name in ("upper", "work", "root"):
            os.mkdir(f"{_LAYERS}/{name}")
        options = f"lowerdir=/,upperdir={_LAYERS}/upper,workdir={_LAYERS}/work"
        try:
            _mount("-t", "overlay", "overlay", "-o", options, f"{_LAYERS}/root")
            _run("umount", f"{_LAYERS}/root")
        except Miss as miss:
            raise Impossible(f"no overlay can be mounted here: {miss}") from None
        try:
            self._make_control_groups()
        except BaseException:
            self._remove_control_groups()
            raise
        return self

    def __exit__(self, *_):
        self.kill()
        self._remove_control_groups()
        _run("umount", "--lazy", _LAYERS)

    # Booting

    def boot(self, target="multi-user.target", timeout=30):
        """Starts systemd; returns how long it took until all was started."""
        start = time.monotonic()
        log = f"{_LAYERS}/console"
        names = "\n".join(f"{name} {options}" for name, options, _ in self.hierarchies)
        enter = 'for group in $GROUPS_TO_ENTER; do echo 0 >"$group/cgroup.procs"; done; exec "$@"'
        groups = " ".join(group for _, _, group in self.hierarchies)
        with open(log, "wb") as console:
            self.outer = subprocess.Popen(
                ["bash", "-ec", enter, "enter",
                 # If this program is killed, everything in there is.
                 "setpriv", "--pdeathsig", "KILL",
                 "unshare", "--pid", "--fork", "--kill-child", "--mount", "--cgroup", "--ipc",
                 "--uts", "--net", "bash", "-ec", _BOOT, "boot", target, *self.binds],
                stdin=subprocess.DEVNULL, stdout=console, stderr=console,
                env={"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                     "HIERARCHIES": names, "GROUPS_TO_ENTER": groups, "POWERS": _POWERS},
            )
        end = start + timeout
        while time.monotonic() < end:
            if self.outer.poll() is not None:
                break
            self.init = self._find_init()
            if self.init:
                state = self.run("systemctl", "is-system-running", check=False).stdout.strip()
                if state in ("running", "degraded"):
                    self.has_booted = True
                    return time.monotonic() - start
            time.sleep(0.02)
        said = pathlib.Path(log).read_text(encoding="utf-8", errors="replace").strip()
        said = "systemd does not come up here: " + " / ".join(said.splitlines()[-5:])
        # What could be done once can be done again.
        raise Miss(said) if self.has_booted else Impossible(said)

    def power_off(self, timeout=20):
        """Ends it as a machine is shut down: all services are told to stop."""
        start = time.monotonic()
        self.run("systemctl", "--no-block", "poweroff")
        try:
            self.outer.wait(timeout)
        except subprocess.TimeoutExpired:
            raise Miss(f"the system was not shut down within {timeout} s") from None
        self.outer = self.init = None
        return time.monotonic() - start

    def kill(self):
        """Ends it as a power cut does."""
        if self.outer:
            if self.init:
                _signal(self.init)
            self.outer.kill()
            self.outer.wait()
        self.outer = self.init = None

    def _find_init(self):
        number = self.outer.pid
        try:
            with open(f"/proc/{number}/task/{number}/children", encoding="ascii") as children:
                for child in children.read().split():
                    if os.readlink(f"/proc/{child}/exe").endswith("/systemd"):
                        return int(child)
        except OSError:
            pass
        return None

    # Using

    def path(self, path, follow=True):
        """A path of the booted system as seen from outside.

        Links are followed here, all but the last one if `follow` is off: to the kernel, an absolute
        one begins at our own root, and what is written through it lands on this machine.
        """
        root = pathlib.Path(f"/proc/{self.init}/root")
        place, left, links = [], _parts(path), 0
        while left:
            part = left.pop(0)
            if part == "..":
                place = place[:-1]
                continue
            step = root.joinpath(*place, part)
            if not step.is_symlink() or not (left or follow):
                place.append(part)
                continue
            links += 1
            if links > 40:
                raise Miss(f"{path}: too many links")
            target = os.readlink(step)
            left = _parts(target) + left
            if target.startswith("/"):
                place = []
        return root.joinpath(*place)

    def command(self, *words, user=None):
        """The command that runs `words` in there, as root or as another user."""
        enter = ["nsenter", f"--target={self.init}", "--all", "--root", "--wdns=/", "--"]
        # It has a process of its own, which would outlive the one that is killed from outside.
        enter += ["setpriv", "--bounding-set", _POWERS, "--pdeathsig", "KILL", "--"]
        if user:
            enter += ["runuser", "-u", user, "--"]
        return [*enter, *map(str, words)]

    def run(self, *words, user=None, check=True, timeout=120, **variables):
        """Runs a command in there to its end; a miss if its status is not 0, unless `check` is off."""
        environment = {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root", "LANG": "C.UTF-8", **variables,
        }
        try:
            run = subprocess.run(
                self.command(*words, user=user), stdin=subprocess.DEVNULL, capture_output=True,
                text=True, errors="replace", timeout=timeout, env=environment,
            )
        except subprocess.TimeoutExpired:
            raise Miss(f"{' '.join(map(str, words))}: does not end within {timeout} s") from None
        if check and run.returncode != 0:
            said = (run.stdout + run.stderr).strip()[-1500:]
            raise Miss(f"{' '.join(map(str, words))}: status {run.returncode}: {said}")
        return run

    # Control groups

    def _make_control_groups(self):
        """A group of our own in each hierarchy: process 1 takes it for the root."""
        name = f"{_GROUP}{os.getpid()}"
        here = _own_groups()
        for place, kind, options in _hierarchies():
            controllers = [o for o in options if o not in ("rw", "xattr") and "=" not in o]
            named = [o for o in options if o.startswith("name=")]
            if kind == "cgroup2":
                # In a group that has processes of its own, no controllers can be handed on.
                parent = place
            else:
                parent = place + here.get(",".join(controllers) or named[0], "/").rstrip("/")
            group = f"{parent}/{name}"
            _remove_abandoned(parent)
            try:
                os.mkdir(group)
            except OSError as error:
                raise Impossible(f"no control group can be made in {parent}: {error}") from None
            what = "cgroup2" if kind == "cgroup2" else ",".join(controllers or named)
            self.hierarchies.append((os.path.basename(place), what, group))
            for file in ("cpuset.cpus", "cpuset.mems"):
                if kind == "cgroup" and os.path.exists(f"{group}/{file}"):
                    # It takes no processes before it has some.
                    shutil.copyfile(f"{parent}/{file}", f"{group}/{file}")
        if not self.hierarchies:
            raise Impossible("there are no control groups (/sys/fs/cgroup)")

    def _remove_control_groups(self):
        end = time.monotonic() + 5
        while self.hierarchies and time.monotonic() < end:
            # The kernel lets go of them a little after the last process.
            self.hierarchies = [h for h in self.hierarchies if not _remove_group(h[2])]
            time.sleep(0.01)


def demand():
    if os.geteuid() != 0:
        raise Impossible("only root can boot a systemd")
    if not os.path.exists("/lib/systemd/systemd"):
        raise Impossible("there is no systemd on this machine")
    if missing := [tool for tool in _TOOLS if not shutil.which(tool)]:
        raise Impossible(f"missing here: {', '.join(missing)}")


def end_on_signals():
    """Lets the blocks that end what runs in there run, whatever signal ends this program."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, lambda number, _: sys.exit(128 + number))


def _leave_mount_namespace():
    """From here on, nobody else sees what this process mounts."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEW_MOUNT_NAMESPACE) != 0:
        raise Impossible(f"no mount namespace: {os.strerror(ctypes.get_errno())}")
    _mount("--make-rprivate", "/")


def _run(*command):
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        raise Miss(f"{' '.join(command)}: {run.stderr.strip()}")


def _mount(*words):
    _run("mount", *words)


def _parts(path):
    return [part for part in str(path).split("/") if part not in ("", ".")]


def _signal(number):
    try:
        os.kill(number, 9)
    except ProcessLookupError:
        pass


def _hierarchies():
    """The mounted hierarchies of control groups: place, kind, options of each."""
    found = []
    with open("/proc/self/mountinfo", encoding="utf-8") as mounts:
        for line in mounts:
            before, _, after = line.partition(" - ")
            place, (kind, _, options) = before.split()[4], after.split()[:3]
            if kind in ("cgroup", "cgroup2") and place.startswith("/sys/fs/cgroup"):
                found.append((place, kind, options.split(",")))
    return found


def _own_groups():
    """The group of this process in each hierarchy, by the controllers' names."""
    with open("/proc/self/cgroup", encoding="utf-8") as lines:
        parts = [line.rstrip("\n").split(":", 2) for line in lines]
    return {controllers: path for _, controllers, path in parts}


def _remove_abandoned(parent):
    """Removes the groups of sandboxes that were killed."""
    for group in pathlib.Path(parent).glob(f"{_GROUP}*"):
        if not os.path.exists(f"/proc/{group.name.removeprefix(_GROUP)}"):
            _remove_group(group)


def _remove_group(group):
    for folder, _, _ in os.walk(group, topdown=False):
        try:
            os.rmdir(folder)
        except FileNotFoundError:
            pass
        except OSError:
            return False
    return True
