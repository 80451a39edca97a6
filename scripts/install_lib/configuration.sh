# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154  # the variables are the scripts'
#
# The first configuration, and folders that are added to one. Sourced by scripts/install.

# The block of the configuration that names the folder $1.
folder_block() {
  local path=${1//\\/\\\\}
  printf '\n[[folder]]\npath = "%s"\n' "${path//\"/\\\"}"
}

# Whether the configuration $1 names any folder, in whatever way; a mark of UTF-8 may stand first.
names_any_folder() {
  LC_ALL=C sed $'1s/^\xef\xbb\xbf//' "$1" |
    grep --quiet --extended-regexp "^[[:space:]]*(\[\[?[[:space:]]*)?[\"']?folder"
}

# Writes into `$new_configuration` what the configuration is to be, and lets the program say what it
# thinks of it, before anything is installed. `added` are the folders that it did not name.
prepare_configuration() {
  local folder said there
  new_configuration=$work/config.toml old_configuration='' added=()
  # What is not known to be missing is not written anew.
  # shellcheck disable=SC2016  # for the shell that is called
  there=$(as_root sh -c '[ ! -e "$1" ] || echo yes' sh "$destdir$configuration") ||
    refuse 77 "nothing was installed: there is no knowing whether there is a configuration already"
  if [[ -n $there ]]; then
    old_configuration=yes
    as_root cat "$destdir$configuration" >"$new_configuration"
    said=$(fault_of_configuration)
    [[ -z $said ]] || refuse 78 "nothing was installed, because the configuration is wrong: $said"
  elif [[ $scope == system ]]; then
    fill config.toml.in manager "systemctl" sudo "sudo " index "$index" \
      documents "$documents_default" >"$new_configuration"
  else
    # shellcheck disable=SC2088  # for the reader, not for the shell
    fill config.toml.in manager "systemctl --user" sudo "" \
      index "~/.local/share/splitsearch/index" documents "~/Documents" >"$new_configuration"
  fi
  # What was the default must be named, or it would go when another folder is. A person who names
  # folders at once means only these.
  if [[ -z $old_configuration ]]; then
    [[ $scope == user && ${#documents[@]} -gt 0 ]] ||
      folder_block "$documents_default" >>"$new_configuration"
  elif [[ ${#documents[@]} -gt 0 ]] && ! names_any_folder "$new_configuration"; then
    folder_block "$documents_default" >>"$new_configuration"
  fi
  for folder in "${documents[@]}"; do
    if ! names_folder "$new_configuration" "$folder"; then
      folder_block "$folder" >>"$new_configuration"
      added+=("$folder")
    fi
  done
  said=$(fault_of_configuration)
  [[ -z $said ]] || refuse 78 "nothing was installed, because this cannot be added to the" \
    "configuration; write it into $configuration yourself, and run this again: ${added[*]} ($said)"
}

# What the program says is wrong with the new configuration. Programs in a package may not run here.
fault_of_configuration() {
  local said status=0
  [[ -z $destdir ]] || return 0
  # That there is no such index is no matter.
  said=$("$binaries/splitsearchd" check --config "$new_configuration" --index "$work/none" 2>&1) ||
    status=$?
  [[ $status -eq 78 ]] || return 0
  said=${said//"$new_configuration"/"$configuration"}
  echo "${said#splitsearchd: }"
}

write_configuration() {
  local mode=644 real
  if [[ -z $old_configuration ]]; then
    if [[ $scope == user ]]; then
      mode=600
      if [[ ${#documents[@]} -eq 0 && ! -d $documents_default ]]; then
        mkdir -p "$documents_default"
        say "Made $documents_default, for documents"
      fi
    fi
    put "$new_configuration" "$configuration" "$mode"
    say "Wrote the configuration $destdir$configuration"
  elif [[ ${#added[@]} -gt 0 ]]; then
    # Beside the file that is there, with its owner and its mode: a full disk must not cut it off.
    real=$(as_root readlink -f "$destdir$configuration")
    { as_root cp --preserve=mode,ownership "$real" "$real.new" &&
      as_root tee "$real.new" <"$new_configuration" >/dev/null &&
      as_root mv --force "$real.new" "$real"; } || cannot_write "$real"
    say "Added to the configuration $destdir$configuration: ${added[*]}"
  else
    say "Kept the configuration $destdir$configuration"
  fi
}
