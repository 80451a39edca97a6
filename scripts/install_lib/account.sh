# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154  # the variables are the scripts'
#
# The user and the group that the system's service has. Sourced by scripts/install and
# scripts/uninstall.

# Says what is wrong with the user or the group that is there. Nothing, if they are as scripts/install
# makes them, or are not there: somebody else's user is neither used nor removed.
account_fault() {
  local user group number member home shell group_number
  group=$(getent group splitsearch) || group=
  IFS=: read -r _ _ group_number _ <<<"$group"
  if [[ -n $group && $group_number -ge 1000 ]]; then
    echo "the group splitsearch (number $group_number) is no group of the system"
  fi
  user=$(getent passwd splitsearch) || return 0
  IFS=: read -r _ _ number member _ home shell <<<"$user"
  if [[ $number -eq 0 || $number -ge 1000 || $home != /var/lib/splitsearch ||
    ! $shell =~ /(nologin|false)$ ]]; then
    echo "the user splitsearch (number $number, home $home, shell $shell) is somebody else's"
  elif [[ $member != "$group_number" ]]; then
    echo "the user splitsearch has not the group splitsearch"
  fi
}

# Refuses, before anything is done, to share the user with somebody.
check_account() {
  local fault
  fault=$(account_fault)
  [[ -z $fault ]] || refuse 69 "${fault//$'\n'/; }: the service needs both for itself; rename or" \
    "remove what is there, and run this again"
}

make_account() {
  local own_group=--user-group
  if getent passwd splitsearch >/dev/null; then
    note "the user and the group splitsearch are there already"
    return
  fi
  if command -v systemd-sysusers >/dev/null; then
    as_root systemd-sysusers "$users_folder/splitsearch.conf" 2>"$work/said" ||
      refuse 69 "the user splitsearch cannot be made: $(<"$work/said")"
  else
    if getent group splitsearch >/dev/null; then own_group=--gid=splitsearch; fi
    as_root useradd --system "$own_group" --home-dir /var/lib/splitsearch --no-create-home \
      --comment "splitsearch indexer" --shell /usr/sbin/nologin splitsearch
  fi
  check_account
  say "Made the user and the group splitsearch"
}

remove_account() {
  local fault removed=
  fault=$(account_fault)
  if [[ -n $fault ]]; then
    note "left: ${fault//$'\n'/; }"
    return
  fi
  if getent passwd splitsearch >/dev/null; then
    # With members the group would stay.
    as_root gpasswd --members "" splitsearch
    as_root userdel splitsearch || return 0
    removed=yes
  fi
  # It stays where it is somebody's first group.
  if getent group splitsearch >/dev/null; then as_root groupdel splitsearch || true; fi
  if getent group splitsearch >/dev/null; then
    [[ -z $removed ]] || say "Removed the user splitsearch"
    note "left: the group splitsearch"
  elif [[ -n $removed ]]; then
    say "Removed the user and the group splitsearch"
  fi
}
