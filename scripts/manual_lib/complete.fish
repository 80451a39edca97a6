# SPDX-License-Identifier: GPL-3.0-or-later
#
# What fish offers at the end of each line: `+` and a candidate, then `.`, to the file ANSWERS.
#
#   fish --no-config complete.fish FOLDER LINE…
#
# FOLDER holds the completions.
set fish_complete_path $argv[1]
for line in $argv[2..]
    for candidate in (complete -C$line)
        # Behind a tab stands what it is good for.
        echo "+"(string split \t -- $candidate)[1] >>$ANSWERS
    end
    echo . >>$ANSWERS
end
