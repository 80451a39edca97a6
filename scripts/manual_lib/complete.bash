# SPDX-License-Identifier: GPL-3.0-or-later
#
# What bash offers at the end of each line: `+` and a candidate, then `.`, to the file ANSWERS.
#
#   bash --norc --noprofile complete.bash FOLDER LINE…
#
# FOLDER holds the completions. With BASH_COMPLETION, the path of bash-completion's script, that
# loads them as it would for a user; else they are sourced.
folder=$1
shift
if [[ -n ${BASH_COMPLETION:-} ]]; then
  ln -s "$folder" "$HOME/completions"
  export BASH_COMPLETION_USER_DIR=$HOME
  # shellcheck disable=SC1090  # the path is an argument
  source "$BASH_COMPLETION"
fi
for COMP_LINE in "$@"; do
  # Readline parts the line like this, but for quotes and redirections, which are not in it.
  read -ra COMP_WORDS <<<"$COMP_LINE"
  [[ $COMP_LINE != *' ' ]] || COMP_WORDS+=('')
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMP_POINT=${#COMP_LINE}
  COMPREPLY=()
  program=${COMP_WORDS[0]}
  if ! complete -p "$program" >/dev/null 2>&1; then
    if [[ -n ${BASH_COMPLETION:-} ]]; then
      _completion_loader "$program"
    else
      # shellcheck disable=SC1090
      source "$folder/$program"
    fi
  fi
  # `complete -o filenames -F FUNCTION PROGRAM`
  function=$(complete -p "$program") || exit
  function=${function##*-F }
  "${function%% *}" "$program" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
  [[ ${#COMPREPLY[@]} -eq 0 ]] || printf '+%s\n' "${COMPREPLY[@]}" >>"$ANSWERS"
  echo . >>"$ANSWERS"
done
