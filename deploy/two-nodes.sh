#!/usr/bin/env bash
# Two nodes on one PostgreSQL behind nginx, all on this machine and in one folder: what docs/guides/deploy.md describes, to try it and for tests.
#
#   dotnet publish apps/Server -c Release -o out
#   deploy/two-nodes.sh out/Hongyan.Server.dll /tmp/hongyan [arguments for both nodes …]
#
# Says where it is once both nodes answer, and stops everything at Ctrl+C (or when its standard input ends, with WATCH_INPUT=1).
# Ports: HTTPS_PORT (5443), HTTP_PORT (5480), NODE1_PORT (5081), NODE2_PORT (5082), PG_PORT (5442). CONNECTION: a PostgreSQL of your own.
# Needs Debian's nginx, openssl and postgresql (or CONNECTION).
set -euo pipefail

server=${1:?the path of Hongyan.Server.dll}
folder=${2:?a folder for data, logs and configuration}
shift 2
deploy=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
https=${HTTPS_PORT:-5443} http=${HTTP_PORT:-5480} node1=${NODE1_PORT:-5081} node2=${NODE2_PORT:-5082} pg=${PG_PORT:-5442}
mkdir -p "$folder"/{1,2,verify,nginx}
folder=$(cd "$folder" && pwd)
started=()

stop() {
    trap - EXIT
    # The last one that was started first: nginx, then the nodes.
    for ((i = ${#started[@]} - 1; i >= 0; i--)); do
        kill "${started[i]}" 2>/dev/null || true
    done
    for pid in "${started[@]}"; do
        wait "$pid" 2>/dev/null || true
    done
    if [[ -z ${CONNECTION:-} ]]; then
        as_postgres "$binaries/pg_ctl" stop -D "$folder/pg/data" -m fast >/dev/null 2>&1 || true
    fi
}

as_postgres() {
    # PostgreSQL refuses to run as root.
    if ((EUID == 0)); then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi
}

start_postgresql() {
    binaries=$(dirname "$(find /usr/lib/postgresql -name initdb | sort -V | tail -1)")
    mkdir -p "$folder/pg"
    ((EUID == 0)) && chmod a+x "$folder" && chown postgres "$folder/pg"
    if [[ ! -d $folder/pg/data ]]; then
        as_postgres "$binaries/initdb" -D "$folder/pg/data" -U hongyan -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    fi
    as_postgres "$binaries/pg_ctl" start -w -D "$folder/pg/data" -l "$folder/pg/log" -o "-p $pg -k $folder/pg -c listen_addresses=127.0.0.1" >/dev/null
    psql -qh 127.0.0.1 -p "$pg" -U hongyan -d postgres -tAc "select 1 from pg_database where datname = 'hongyan'" | grep -q 1 ||
        psql -qh 127.0.0.1 -p "$pg" -U hongyan -d postgres -c 'create database hongyan'
}

start_node() {
    local number=$1 port=$2
    shift 2
    (cd "$folder/$number" && exec dotnet "$server" --urls "http://127.0.0.1:$port" --DataFolder "$folder/$number" --Storage:Provider=PostgreSql \
        --Storage:ConnectionString="$connection" --Storage:NodeName="node$number" --Proxy:Trusted=127.0.0.1 "$@" >"$folder/node$number.log" 2>&1) &
    echo $! >"$folder/node$number.pid"
    started+=($!)
}

# The file that people deploy, with this folder's paths and ports.
write_nginx() {
    [[ -f $folder/nginx/privkey.pem ]] || openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
        -keyout "$folder/nginx/privkey.pem" -out "$folder/nginx/fullchain.pem" 2>/dev/null
    sed -e "s#127.0.0.1:5081#127.0.0.1:$node1#" -e "s#127.0.0.1:5082#127.0.0.1:$node2#" -e "s#listen 80;#listen 127.0.0.1:$http;#" -e "s#listen 443 #listen 127.0.0.1:$https #" \
        -e "s#bot.example.com#localhost 127.0.0.1#" -e "s#/etc/ssl/hongyan#$folder/nginx#" -e "s#/var/www/hongyan#$folder/verify#" \
        -e "s#/var/log/nginx#$folder/nginx#" "$deploy/nginx/hongyan.conf" >"$folder/nginx/hongyan.conf"
    cat >"$folder/nginx/nginx.conf" <<END
$( ((EUID == 0)) && echo "user root;")
worker_processes 1;
daemon off;
pid $folder/nginx/nginx.pid;
error_log $folder/nginx/error.log;
events { worker_connections 1024; }
http {
    access_log $folder/nginx/access.log;
    client_body_temp_path $folder/nginx/body;
    proxy_temp_path $folder/nginx/proxy;
    fastcgi_temp_path $folder/nginx/fastcgi;
    uwsgi_temp_path $folder/nginx/uwsgi;
    scgi_temp_path $folder/nginx/scgi;
    include $folder/nginx/hongyan.conf;
}
END
}

wait_until_ready() {
    for _ in {1..240}; do
        # Its certificate was made here.
        curl -skf -o /dev/null "$1/health/ready" && return
        kill -0 "$2" 2>/dev/null || break
        sleep 0.5
    done
    echo "$1 is not ready:" >&2
    tail -20 "$folder"/node*.log "$folder/nginx/error.log" >&2
    return 1
}

trap stop EXIT
trap 'exit 0' INT TERM
[[ -n ${CONNECTION:-} ]] || start_postgresql
connection=${CONNECTION:-"Host=127.0.0.1;Port=$pg;Database=hongyan;Username=hongyan"}
write_nginx
nginx -t -q -p "$folder/nginx" -e "$folder/nginx/error.log" -c "$folder/nginx/nginx.conf"
start_node 1 "$node1" "$@"
start_node 2 "$node2" "$@"
wait_until_ready "http://127.0.0.1:$node1" "${started[0]}"
wait_until_ready "http://127.0.0.1:$node2" "${started[1]}"
nginx -p "$folder/nginx" -e "$folder/nginx/error.log" -c "$folder/nginx/nginx.conf" &
started+=($!)
wait_until_ready "https://127.0.0.1:$https" "${started[2]}"
echo "https://127.0.0.1:$https is served by http://127.0.0.1:$node1 and http://127.0.0.1:$node2; logs are in $folder."
if [[ ${WATCH_INPUT:-} == 1 ]]; then
    cat >/dev/null
else
    wait
fi
