# SPDX-License-Identifier: GPL-3.0-or-later
#
# The .zshrc of a zsh on a terminal: completes each line of ASKED and writes what was offered to the
# file ANSWERS, `+` and a candidate, then `.`; ends the shell. FOLDER holds the completions.
exec 2>$HOME/errors
fpath=($FOLDER $fpath)
autoload -Uz compinit
compinit -u -D
setopt no_auto_list no_beep

# The completion system adds candidates by this alone.
compadd() {
  if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
    local -a found
    builtin compadd -A found "$@"
    (( $#found )) && print -rl -- "+"${^found} >>$ANSWERS
  fi
  builtin compadd "$@"
}

zle-line-init() {
  local line
  for line in "${(@f)ASKED}"; do
    BUFFER=$line CURSOR=$#line
    zle complete-word
    print . >>$ANSWERS
  done
  exit
}
zle -N zle-line-init
