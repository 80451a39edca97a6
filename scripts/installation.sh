# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154  # the variables are the scripts' and ours
#
# What scripts/install and scripts/uninstall share: where everything goes, and how it is said.
# Sourced by them; $program is the name of the script.

# Root's shell may have been begun without these, where useradd and runuser are.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

scope=system
prefix=
destdir=
# What the unit and the commands run at installation see; empty with --destdir.
has_manager=

# A shell that became root without logging in may know nothing of these.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# What a shell takes for the path $1.
quoted() { printf %q "$1"; }
say() { echo "$*"; }
# A line that is no step: indented, so that the steps stand out.
note() { echo "    $*"; }
refuse() {
  local status=$1
  shift
  echo "$program: $*" >&2
  exit "$status"
}
wrong_call() { refuse 64 "$*; see scripts/$program --help"; }

# Shows the comment at the head of the script.
show_help() {
  sed -n '4,/^set -/{/^set -/d;s/^# \{0,1\}//p}' "scripts/$program"
  exit 0
}

# Sets where everything goes, from scope, prefix and destdir.
set_places() {
  # What a packager's variable leaves that is empty would install for real.
  if [[ -n $destdir ]]; then
    [[ $destdir == /* ]] || destdir=$here/$destdir
    destdir=$(realpath --canonicalize-missing -- "$destdir")
    [[ $destdir != / ]] || refuse 64 "--destdir / is this machine itself: leave --destdir out"
  fi
  if [[ -n $prefix ]]; then
    [[ $prefix == /* ]] || prefix=$here/$prefix
    prefix=$(realpath --no-symlinks --canonicalize-missing -- "$prefix")
    [[ $(realpath --canonicalize-missing -- "$prefix") != / ]] ||
      refuse 64 "--prefix /: name another folder, such as /usr or /usr/local"
  fi
  if [[ $scope == system ]]; then
    prefix=${prefix:-/usr/local}
    case $prefix in
      /usr | /usr/local)
        unit_folder=$prefix/lib/systemd/system
        users_folder=$prefix/lib/sysusers.d
        files_folder=$prefix/lib/tmpfiles.d
        ;;
      *) # systemd does not look elsewhere.
        unit_folder=/etc/systemd/system
        users_folder=/etc/sysusers.d
        files_folder=/etc/tmpfiles.d
        ;;
    esac
    # Where systemctl puts its links, and what is changed with systemctl edit.
    links_folder=/etc/systemd/system
    configuration=/etc/splitsearch/config.toml
    index=/var/lib/splitsearch/index
    documents_default=/srv/splitsearch/documents
    manager=(systemctl)
    # What the reader has to type before what only root may do.
    if [[ $(id -u) -ne 0 ]]; then sudo_word="sudo "; else sudo_word=; fi
  else
    [[ -n ${HOME:-} ]] || refuse 78 "HOME is not set: there is no saying where your files are"
    prefix=${prefix:-$HOME/.local}
    data=${XDG_DATA_HOME:-$HOME/.local/share}
    # What a shell was told of places (XDG_DATA_HOME), the service manager need not know: its units
    # are where it looks in any case.
    unit_folder=$HOME/.local/share/systemd/user
    if [[ -n $destdir && $prefix != "$HOME"/* ]]; then unit_folder=$prefix/lib/systemd/user; fi
    links_folder=$HOME/.config/systemd/user
    configuration=${XDG_CONFIG_HOME:-$HOME/.config}/splitsearch/config.toml
    index=$data/splitsearch/index
    documents_default=$HOME/Documents
    manager=(systemctl --user)
    sudo_word=
    # A shell that was not logged in with, such as su's, has no variable for it.
    if [[ -z ${XDG_RUNTIME_DIR:-} && -d /run/user/$(id -u) ]]; then
      XDG_RUNTIME_DIR=/run/user/$(id -u)
      export XDG_RUNTIME_DIR
    fi
  fi
  man_folder=$prefix/share/man
  bash_folder=$prefix/share/bash-completion/completions
  zsh_folder=$prefix/share/zsh/site-functions
  fish_folder=$prefix/share/fish/vendor_completions.d
}

# Sees to it that as_root works, where it is needed.
demand_root() {
  root=()
  [[ $scope == system && -z $destdir && $(id -u) -ne 0 ]] || return 0
  command -v sudo >/dev/null ||
    refuse 77 "to $1 for the system takes root, and there is no sudo; for yourself alone: --user"
  # Asked for now: later on, what sudo refuses would be taken for what is not there.
  sudo true ||
    refuse 77 "to $1 for the system takes root, and sudo does not give it; for yourself alone: --user"
  root=(sudo)
}
as_root() { "${root[@]}" "$@"; }

# Sees to it that nobody installs or uninstalls at the same time.
demand_alone() {
  local place=/var/lib
  [[ -z $destdir ]] || return 0
  if [[ $scope == user ]]; then place=$HOME; fi
  exec 9<"$place"
  flock --nonblock 9 || refuse 75 "scripts/install or scripts/uninstall runs already; wait for its end"
}

# Sees whether it is installed with the prefix (`is_installed`), and with which others (`others`): they
# would hide each other's units, and be started in each other's place.
find_installations() {
  local folders=("${HOME:-}"/.config/systemd/user "${HOME:-}"/.local/share/systemd/user) unit found
  is_installed= others=()
  [[ -z $destdir ]] || return 0
  if [[ $scope == system ]]; then
    folders=(/etc/systemd/system /usr/local/lib/systemd/system /usr/lib/systemd/system)
  fi
  for unit in "${folders[@]/%//splitsearchd.service}"; do
    [[ -f $unit ]] || continue
    found=$(sed -n 's|^ExecStart="\{0,1\}\(/.*\)/bin/splitsearchd[" ].*|\1|p' "$unit")
    found=${found//%%/%}
    if [[ -z $found ]]; then
      continue
    elif [[ $(realpath -m -- "$found") == "$(realpath -m -- "$prefix")" ]]; then
      is_installed=yes
    else
      others+=("$found")
    fi
  done
}

# Whether the service manager that will run the service is there.
find_manager() {
  [[ -z $destdir ]] || return 0
  if [[ $scope == system ]]; then
    [[ ! -d /run/systemd/system ]] || has_manager=yes
  elif "${manager[@]}" show-environment >/dev/null 2>&1; then
    has_manager=yes
  fi
}
manage() {
  if [[ $scope == system ]]; then as_root "${manager[@]}" "$@"; else "${manager[@]}" "$@"; fi
}

# Whether the unit runs, or is about to: also one that waits to be started again.
is_up() {
  case $(manage show --property=ActiveState --value "$1") in
    "" | inactive | failed) return 1 ;;
  esac
}

# The instances of the template that are enabled or loaded.
instances() {
  local link
  {
    for link in /etc/systemd/system/*.wants/splitsearchd@?*.service; do
      [[ ! -L $link ]] || basename "$link"
    done
    if [[ -n $has_manager ]]; then
      systemctl list-units --all --plain --no-legend 'splitsearchd@*.service' | awk '{print $1}'
    fi
  } | sort -u
}

# Where the configuration puts the index, if not where it is by itself.
index_elsewhere() {
  local place
  [[ -z $destdir ]] || return 0
  place=$(as_root cat "$configuration" 2>/dev/null | sed -n -E \
    's/^[[:blank:]]*index[[:blank:]]*=[[:blank:]]*("([^"]*)"|'"'([^']*)'"').*/\2\3/p')
  # shellcheck disable=SC2088  # it is the program that expands it
  [[ $place != "~/"* ]] || place=${HOME:-}/${place#??}
  [[ $place == "$index" ]] || echo "$place"
}
