import type { DayOf, SampleFile } from './sampleFile';

/** What runs the product: tables, the nightly script, settings of the huts. SQL, shell, YAML. */
export const operationsFiles: readonly SampleFile[] = [
  { path: 'db/0001_huts_and_beds.sql', text: hutsAndBeds },
  { path: 'db/0002_deposits.sql', text: deposits },
  { path: 'scripts/nightly-sync.sh', text: nightlySync, executable: true },
  { path: 'config/huts.yaml', text: huts },
];

function hutsAndBeds(): string {
  return `@@ schema
-- Huts, their rooms, and one row for each bed (docs/adr/0001-one-bed-one-row.md).
CREATE TABLE hut (
  id      text PRIMARY KEY,
  name    text NOT NULL,
  height  integer NOT NULL CHECK (height BETWEEN 0 AND 4810)
);

CREATE TABLE room (
  id      text PRIMARY KEY,
  hut_id  text NOT NULL REFERENCES hut (id),
  kind    text NOT NULL CHECK (kind IN ('room', 'dormitory', 'winter'))
);

CREATE TABLE bed (
  id       text PRIMARY KEY,
  room_id  text NOT NULL REFERENCES room (id)
);

CREATE TABLE stay (
  bed_id     text NOT NULL REFERENCES bed (id),
  arrival    date NOT NULL,
  departure  date NOT NULL CHECK (departure > arrival),
  guest      text NOT NULL
);

CREATE INDEX stay_by_bed ON stay (bed_id, arrival);
`;
}

function deposits(): string {
  return `@@ deposit
-- [impl->PAY-10]
CREATE TABLE deposit (
  booking_id  text PRIMARY KEY,
  amount      numeric(8, 2) NOT NULL CHECK (amount > 0),
  paid_at     timestamptz,
  provider    text NOT NULL DEFAULT 'card'
);

-- TODO(PAY-12, PAY-14): one table for money that goes back, whichever way it came
COMMENT ON TABLE deposit IS 'A fifth of the stay. TODO in accounting: book it as a liability until arrival.';
`;
}

function nightlySync(): string {
  return `@@ sync
#!/usr/bin/env bash
# Sends each hut the list of tonight's guests. Runs at 14:00, before the first ones arrive.
# @implements HUT-17
set -euo pipefail

readonly api="\${BOOKING_URL:?say where the booking service is}"
readonly spool="\${SPOOL:-/var/spool/fellrest}"

arrivals() {
  curl --silent --fail "$api/huts/$1/arrivals?night=$(date +%F)"
}

@@ printer
page() {
  local guests
  guests="$(arrivals "$1")" || return
  cat <<PAGE
# TODO tonight in $1
$guests

# TODO tomorrow: count the blankets
PAGE
}

@@ sync-retry
# The valley loses its signal in bad weather, which is when a list matters most.
with_patience() {
  local wait
  for wait in 5 60 600; do
    "$@" && return
    sleep "$wait"
  done
  return 1
}

@@ sync
mkdir -p "$spool"
# TODO let the wardens choose which huts get paper and which get a screen (HUT-17)
for hut in grauwand sonnbuehl drei-zinken; do
@sync..sync-retry|  arrivals "$hut" > "$spool/$hut.txt"
@sync-retry..printer|  with_patience arrivals "$hut" > "$spool/$hut.txt"
@printer..|  with_patience page "$hut" > "$spool/$hut.txt"
done
`;
}

function huts(day: DayOf): string {
  return `@@ closing-days
# Facts about each hut that its warden may change with a pull request.
huts:
  grauwand:
    name: Grauwandhütte
    height: 2046
    closed:
      - { from: ${day(12)}, to: ${day(70)} }
@@ cancel
    # BUG(HUT-12): this one is in hours, all others are in days
    cancel-deadline: 48
@@ closing-days
  sonnbuehl:
    name: Sonnbühlhütte
    height: 1732
    closed: []
@cancel..|    cancel-deadline: 2
  drei-zinken:
    name: Biwak Drei Zinken
    height: 2911
    closed: []
@cancel..|    cancel-deadline: 7
`;
}
