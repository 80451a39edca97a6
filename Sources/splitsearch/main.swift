// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

// A reader that has seen enough, such as `head`, must not kill the client: writing then fails.
signal(SIGPIPE, SIG_IGN)
exit(Client.run(Array(CommandLine.arguments.dropFirst())))
