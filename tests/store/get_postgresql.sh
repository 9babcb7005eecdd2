#!/bin/sh
# The tests of the store run on PostgreSQL too; where Debian's is missing and may be installed, it is.
if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    # No server of the machine's own is wanted: the tests start theirs in a temporary folder.
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] ||
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    apt-get install -qq -y --no-install-recommends postgresql >/dev/null 2>&1 ||
        { apt-get update -qq && apt-get install -qq -y --no-install-recommends postgresql >/dev/null; } && exit 0
fi
echo "no PostgreSQL: its tests are skipped; install it as root with: apt-get install postgresql" >&2
exit 0
