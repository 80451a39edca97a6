# SPDX-License-Identifier: GPL-3.0-or-later
"""The stage of one fault: some documents, the service, and what it says of its trouble."""

import re
import time

from .desk import Desk
from .outcome import Miss
from .words import paragraphs, unique


class Scene(Desk):
    def __init__(self, programs, folder, random, mounts, **places):
        super().__init__(programs, folder, random, **places)
        self.mounts = mounts
        self.service = None
        self.caused = None
        self.mended = None
        self.taken = None

    def write_documents(self, count=40, below=""):
        """Writes some documents; returns a word that the last of them alone holds."""
        for number in range(count):
            self.write(f"{below}{number % 4}/{number}.txt", paragraphs(self.random, 3) + "\n")
        word = unique(self.random)
        self.write(f"{below}kept.txt", f"The word {word} must not be lost.\n")
        return word

    def begin(self, wrapper=()):
        """Starts the service, and waits until it is content."""
        self.service = self.daemon(wrapper).start()
        self.service.wait_until_watching()
        self.catch_up(self.service)
        self.expect_no_complaint()

    def end(self):
        if self.service:
            self.service.__exit__()

    # What it says

    def cause(self):
        """What is logged from now on counts as said of the fault."""
        self.caused = self.service.log_place()

    def told(self, pattern, timeout=20, complaint=None):
        """What the log, and the status if there is one, say of the trouble; a miss if nothing.

        `complaint` returns what the status says is wrong.
        """
        wanted = re.compile(pattern, re.IGNORECASE)
        end = time.monotonic() + timeout
        look = complaint or self.complaint
        logged = complaint = None
        while time.monotonic() < end:
            self.service.must_live()
            lines = self.service.log(self.caused).splitlines()
            logged = next((line for line in lines if wanted.search(line)), None)
            complaint = look()
            if logged and (complaint or not self.programs.has_status):
                break
            time.sleep(0.05)
        if not logged:
            raise Miss(f"the log says nothing like “{pattern}”, but: {lines[-5:]}")
        if self.programs.has_status and not complaint:
            raise Miss(f"the status is content, while the log says: {logged}")
        said = "log: “" + logged.removeprefix("splitsearchd: ") + "”"
        return said + (f"; status: “{complaint}”" if complaint else "")

    def repairs(self):
        """That the status counts a repair; None if it does not."""
        counters = self.service.counters()
        return f"repairs {counters['repairs']}" if counters and counters["repairs"] else None

    def complaint(self):
        """What the status says is wrong; None if nothing."""
        status = self.service.status()
        if not status:
            return None
        if status["trouble"]:
            return f"{status['state']}: {status['trouble']}"
        for folder in status["folders"]:
            if folder["reason"]:
                return f"{folder['name']} {folder['watching']}: {folder['reason']}"
        for failure in status["failures"]:
            return f"{failure['folder']}/{failure['path']}: {failure['reason']}"
        return None

    def expect_no_complaint(self, timeout=15):
        end = time.monotonic() + timeout
        while complaint := self.complaint():
            if time.monotonic() > end:
                raise Miss(f"the status still says: {complaint}")
            time.sleep(0.05)

    def expect_kept(self, word, seconds=0.0):
        """Demands that the client go on finding `word`, for so long."""
        end = time.monotonic() + seconds
        while True:
            if not self.client.sees(word):
                raise Miss("what the index held is lost while the documents are away")
            if time.monotonic() >= end:
                return
            time.sleep(0.1)

    # Afterwards

    def mend(self):
        """The cause is gone from now on."""
        self.mended = time.monotonic()

    def expect_recovery(self, timeout=120, may_fail=False):
        """Demands that by itself all become right again, and notes how long it took."""
        self.catch_up(self.service, "after.txt", timeout, may_fail)
        self.taken = time.monotonic() - self.mended
        self.expect_no_complaint()
        self.compare()
        self.service.stop()
