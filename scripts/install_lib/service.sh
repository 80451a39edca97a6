# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154  # the variables are the scripts'
#
# Starting the service, and saying why it does not start. Sourced by scripts/install.

# Refuses, before anything is done, what the service manager would not start.
check_manager() {
  local places
  [[ -n $has_manager ]] || return 0
  [[ $(manage show --property=LoadState --value splitsearchd.service) != masked ]] ||
    refuse 69 "splitsearchd.service is masked, so that it cannot be started; first:" \
      "$sudo_word${manager[*]} unmask splitsearchd.service"
  [[ $scope == user ]] || return 0
  places=$(manage show --property=UnitPath --value)
  [[ $places == *"$unit_folder"* ]] || refuse 69 "your service manager does not look for units in" \
    "$unit_folder, but in: $places"
}

# Where users may have no namespaces, their services would not start with what needs them.
try_namespaces() {
  local exceptions=$unit_folder/splitsearchd.service.d/no-namespaces.conf
  if systemd-run --user --quiet --collect --wait --property=PrivateUsers=yes \
    --property=ProtectSystem=strict --property=PrivateTmp=yes --property=PrivateDevices=yes \
    true >/dev/null 2>&1; then
    rm -f "$exceptions"
    [[ ! -d ${exceptions%/*} ]] || rmdir --ignore-fail-on-non-empty "${exceptions%/*}"
  else
    put units/splitsearchd-user-no-namespaces.conf "$exceptions"
    note "users may have no namespaces here: the service runs with less protection ($exceptions)"
  fi
}

start_service() {
  local unit since=@$EPOCHSECONDS
  if [[ $scope == user ]]; then try_namespaces; fi
  manage daemon-reload
  unit=$(manage show --property=FragmentPath --value splitsearchd.service)
  [[ $unit -ef $unit_folder/splitsearchd.service ]] ||
    note "$unit counts, and what is new in $unit_folder/splitsearchd.service does not"
  manage --quiet enable splitsearchd.service
  manage reset-failed splitsearchd.service 2>/dev/null || true
  # Also what waits to be started again, or is being started, starts with the new files.
  manage restart splitsearchd.service || service_fails
  if [[ -n $was_running ]]; then
    say "Restarted the service, as it was running"
  else
    say "Started the service; it starts by itself from now on"
  fi
  [[ $scope == system ]] || return 0
  for unit in $(instances); do
    ! is_up "$unit" || manage restart "$unit" ||
      note "$unit does not start: see systemctl status $unit"
  done
}

# Shows what the journal has since $since, and ends.
service_fails() {
  local unit=--unit
  if [[ $scope == user ]]; then unit=--user-unit; fi
  echo "$program: the service does not start:" >&2
  as_root journalctl "$unit=splitsearchd.service" --since="$since" --lines=15 --no-pager \
    --output=cat >&2 || true
  refuse 70 "mend what is said above, then: $sudo_word${manager[*]} restart splitsearchd"
}
