// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// The function words of English.
  static let english = """
    a about above after again against all also am an and any are aren't as at be because been \
    before being below between both but by can can't cannot could couldn't did didn't do does \
    doesn't doing don't down during each either else ever few for from further had hadn't has \
    hasn't have haven't having he he's her here here's hers herself him himself his how how's i \
    i'd i'll i'm i've if in into is isn't it it's its itself just let's me more most my myself \
    neither nor not of off on once only onto or other ought our ours ourselves out over own per \
    same shall shan't she she's should shouldn't since so some such than that that's the their \
    theirs them themselves then there there's these they they're they've this those though \
    through thus to too under until up upon us very was wasn't we we're we've were weren't what \
    what's when where where's whether which while who who's whom whose why will with within \
    without won't would wouldn't yet you you'll you're you've your yours yourself yourselves
    """
}
