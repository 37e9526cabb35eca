# SPDX-License-Identifier: MIT
# packages.sh - installs the Debian packages that are missing. Sourced by ./run and ./check.
# usage: packages_install build|check ...      kinds of packages.txt

packages_missing() {
	local kind name
	for kind in "$@"; do
		while read -r name; do
			dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null |
				grep -qx installed || echo "$name"
		done < <(awk -v kind="$kind" '$1 !~ /^#/ && $2 == kind { print $1 }' packages.txt)
	done
}

packages_install() {
	local missing as_root=()
	if ! command -v dpkg-query >/dev/null; then
		echo "this is no Debian: install what packages.txt names by other means" >&2
		return 0
	fi
	mapfile -t missing < <(packages_missing "$@")
	((${#missing[@]})) || return 0
	if [ "$(id -u)" -ne 0 ]; then
		if ! command -v sudo >/dev/null; then
			echo "missing packages: ${missing[*]}" >&2
			echo "install them as root, or install sudo, and start again" >&2
			return 3
		fi
		as_root=(sudo)
	fi
	echo "installing ${missing[*]}" >&2
	"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 &&
		"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
			--no-install-recommends "${missing[@]}" >&2
}
