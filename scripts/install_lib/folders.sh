# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154  # the variables are the scripts'
#
# Folders of documents: which may be one, whether the service may read it, and what to do about it.
# Sourced by scripts/install and scripts/uninstall.

# The paths of folders in the configuration on standard input, a line each, however it is laid out.
folder_paths() {
  local value
  # Without comments: what begins with a # that is in no string.
  sed --regexp-extended "s/^(([^\"'#]|\"([^\"\\]|\\\\.)*\"|'[^']*')*)#.*/\1/" |
    grep --only-matching --extended-regexp \
      "(^|[[:blank:]{,])[\"']?path[\"']?[[:blank:]]*=[[:blank:]]*(\"([^\"\\]|\\\\.)*\"|'[^']*')" |
    while IFS= read -r value; do
      value=${value#*=}
      value=${value#"${value%%[![:blank:]]*}"}
      case $value in
        \"*) value=${value:1:-1} value=${value//\\\\/\\} value=${value//\\\"/\"} ;;
        *) value=${value:1:-1} ;;
      esac
      # What begins with three quotation marks is left to the program, which finds it named twice.
      [[ -n $value ]] || continue
      # shellcheck disable=SC2088  # it is the program that expands it
      [[ $value != "~/"* || $scope == system ]] || value=$HOME/${value#??}
      printf '%s\n' "$value"
    done || true
}

# Whether the configuration $1 names the folder $2, by this name or another.
names_folder() {
  local path real
  real=$(as_root realpath --canonicalize-missing -- "$2")
  while IFS= read -r path; do
    [[ $(as_root realpath --canonicalize-missing -- "$path") != "$real" ]] || return 0
  done < <(folder_paths <"$1")
  return 1
}

# Refuses what cannot be a folder of documents: the name $1, really at $2.
refuse_place() {
  local place own
  case $2/ in
    /tmp/* | /var/tmp/*)
      refuse 64 "$1: the service has a /tmp and a /var/tmp of its own and sees nothing there;" \
        "documents must lie elsewhere"
      ;;
    // | /home/ | /media/ | /mnt/ | /opt/ | /run/ | /srv/ | /usr/ | /var/ | /var/lib/ | \
      /boot/* | /dev/* | /etc/* | /proc/* | /sys/* | /usr/bin/* | /usr/lib/* | /usr/sbin/*)
      refuse 64 "$1 is not only documents: name folders in it that are"
      ;;
    /run/media/*) ;;
    /run/*) refuse 64 "$1: this is gone after a restart; documents must lie elsewhere" ;;
  esac
  # What is done to let the service in would let it into all that else lies there.
  if [[ $scope == system ]] &&
    getent passwd | cut -d : -f 6 | grep --quiet --line-regexp --fixed-strings -- "$2"; then
    refuse 64 "$1 is somebody's home, with keys and more: name a folder of documents in it"
  fi
  own=("$(dirname "$configuration")")
  if [[ $scope == system ]]; then own+=(/var/lib/splitsearch); else own+=("$data/splitsearch"); fi
  own+=("$index" "$(index_elsewhere)")
  for place in "${own[@]}"; do
    [[ -n $place ]] || continue
    place=$(as_root realpath --canonicalize-missing -- "$place")
    [[ $2/ != "$place"/* ]] ||
      refuse 64 "$1: splitsearch keeps its own files in $place; documents must lie elsewhere"
  done
}

# Makes the names of `documents` absolute, and refuses those that cannot be.
check_documents() {
  local number folder real
  for number in "${!documents[@]}"; do
    folder=${documents[$number]}
    [[ $folder != *[[:cntrl:]]* ]] || refuse 64 "the name of the folder has a control character"
    [[ $folder == /* ]] || folder=$here/$folder
    # Whoever installs may not enter it; root may.
    as_root test -d "$folder" || refuse 66 "$folder: no such folder"
    real=$(as_root realpath -- "$folder")
    refuse_place "$folder" "$real"
    # What comes after a link and .. is elsewhere than it seems.
    if [[ $folder/ == */../* ]]; then folder=$real; fi
    documents[number]=$(realpath --no-symlinks --canonicalize-missing -- "$folder")
  done
}

# The folders above the path $1, where they really are, and above these; a line each.
folders_above() {
  local above=$1 real
  {
    while [[ $above != / ]]; do
      above=$(dirname "$above")
      real=$(as_root realpath -- "$above")
      echo "$real"
      [[ $real == "$above" ]] || folders_above "$real"
    done
  } | sort -u
}

# Runs a command as the user that the service has.
as_service() {
  if [[ $scope == user ]]; then "$@"; else as_root runuser -u splitsearch -- "$@"; fi
}

# Whether the service may go through the folder $1, once it may through those above.
may_go_through() {
  if [[ $scope == user ]]; then
    test -x "$1"
  else
    # shellcheck disable=SC2016  # for the shell that is called
    as_root sh -c 'exec runuser -u splitsearch -- test -x /proc/self/fd/3 3<"$1"' sh "$1"
  fi
}

# Says whether the service may read the folder $1, and if not, what to do; that is kept in `advice`.
# Hidden files and folders are none of its business.
check_folder() {
  local folder=$1 real above steps=() first step
  real=$(as_root realpath -- "$folder")
  while IFS= read -r above; do
    may_go_through "$above" || steps+=("${sudo_word}setfacl -m u:splitsearch:x $(quoted "$above")")
  done < <({ folders_above "$folder" && folders_above "$real"; } | sort -u)
  # A folder that is hidden itself was named all the same.
  [[ ${real##*/} != .* ]] || real+=/.
  if [[ ${#steps[@]} -gt 0 ]]; then
    note "the service may NOT enter $folder"
  elif ! first=$(as_service find "$real" -ignore_readdir_race -name '.?*' -prune -o \
    "(" -type f ! -readable -o -type d "(" ! -readable -o ! -executable ")" ")" -print -quit \
    2>/dev/null); then
    note "the service may NOT read all of $folder"
  elif [[ -n $first ]]; then
    note "the service may NOT read all of $folder: $(quoted "$first")"
  else
    note "the service may read $folder"
    return
  fi
  if [[ $scope == user ]]; then
    note "you may not read it yourself: ask its owner"
    return
  fi
  # The d: is for what comes later.
  steps+=("${sudo_word}find $(quoted "$real") -name '.?*' -prune -o -type d -exec setfacl -m\
 u:splitsearch:rX,d:u:splitsearch:rX {} + -o -type f -exec setfacl -m u:splitsearch:r {} +")
  note "to allow it to the service:"
  for step in "${steps[@]}"; do note "  $step"; done
  command -v setfacl >/dev/null || note "setfacl is in the package acl: ${sudo_word}apt-get install acl"
  advice+=("${steps[@]}")
}

# The commands that take back what check_folder advised for the folders of the configurations, a line
# each. By number: whoever gets the number next would get that access with it.
access_to_take_back() {
  local number folder above
  command -v getfacl >/dev/null || return 0
  number=$(id -u splitsearch 2>/dev/null) || return 0
  while IFS= read -r folder; do
    as_root test -d "$folder" || continue
    while IFS= read -r above; do
      ! has_entry "$number" "$above" || echo "${sudo_word}setfacl -x u:$number $(quoted "$above")"
    done < <({ folders_above "$folder" && folders_above "$(as_root realpath -- "$folder")"; } | sort -u)
    ! has_entry "$number" "$folder" ||
      echo "${sudo_word}setfacl -R -P -x u:$number,d:u:$number $(quoted "$(as_root realpath -- "$folder")")"
  done < <(as_root find /etc/splitsearch/ -maxdepth 1 -name '*.toml' -exec awk 1 {} + 2>/dev/null |
    folder_paths) | awk '!seen[$0]++'
}

# Whether the access list of the folder $2 names the user with the number $1.
has_entry() {
  as_root getfacl --absolute-names --numeric --omit-header -- "$2" 2>/dev/null |
    grep --quiet --extended-regexp "^(default:)?user:$1:"
}
