// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import StandardStreams

// A reader that has seen enough, such as `head`, must not kill the client: writing then fails.
StandardStream.ignoreBrokenPipes()
exit(Client.run(Array(CommandLine.arguments.dropFirst())))
