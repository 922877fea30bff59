#!/usr/bin/env bash
# A whole round by the commands of dure: docs/operating.md tells it step by step.
set -euo pipefail
docs=$(cd "$(dirname "$0")" && pwd)

# The dure of this checkout, unless there is one on the PATH.
command -v dure > /dev/null || dure() { node "$docs/../cli/dure.mjs" "$@"; }

# `as WHO COMMAND …` acts with the key in WHO.json, and answers every question.
as() {
  local who=$1
  shift
  dure "$@" --key "file:$who.json" --yes
}

# One value of JSON on stdin, which is called `it`.
value() {
  node -p "const it = JSON.parse(require('fs').readFileSync(0, 'utf8')); $1"
}

# Waits until this is true of what `dure status` says, some minutes at most.
wait_until() {
  for _ in $(seq 200); do
    [ "$(dure status --json | value "$1")" != true ] || return 0
    sleep 1
  done
  echo "It does not come about: $1" >&2
  return 1
}

# One request to the node.
rpc() {
  node -e "fetch('$DURE_RPC_URL', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: '$1', params: $2 }),
  }).then((answer) => answer.json()).then(({ error, result }) => {
    if (error) throw new Error(error.message)
    console.log(JSON.stringify(result))
  })"
}

# Only test nodes can do these three: on a real chain, accounts are given ether
# by somebody, and everybody waits for the times of the round.
give_ether() {
  rpc hardhat_setBalance "['$1', '0x8ac7230489e80000']" > /dev/null
}
pass_to() {
  local time
  time=$(dure status --json | value "$1")
  rpc evm_setNextBlockTimestamp "[$time]" > /dev/null
  rpc evm_mine '[]' > /dev/null
}
pass_blocks() {
  rpc hardhat_mine "['0x$1']" > /dev/null
}

export DURE_PASSPHRASE=${DURE_PASSPHRASE:-only for trying out}
communities='north south east west'
for who in admin committee trustee1 trustee2 trustee3 $communities; do
  dure key new "$who.json" > "$who.address"
done
for who in admin committee trustee1 trustee2 trustee3 north south east; do
  give_ether "$(cat "$who.address")"
done

as admin deploy --json > deployment.json
export DURE_FACTORY
DURE_FACTORY=$(value it.factory < deployment.json)

# A text becomes a document: what is published, and has its digest on chain.
mkdir -p published kept
document() {
  echo "$3" > text.txt
  dure document new text.txt "published/$2.json" --kind "$1"
}

document round round 'Village commons 2027'
dure round template communities > template.json
node - > published/rules.json << 'END'
const { readFileSync } = require('fs')
const rules = JSON.parse(readFileSync('template.json', 'utf8'))
const key = (who) => readFileSync(`${who}.address`, 'utf8').trim()
const [admin, committee] = ['admin', 'committee'].map(key)
rules.holders = { admin, registrar: admin, screener: admin, committee }
rules.trustees = ['trustee1', 'trustee2', 'trustee3'].map(key)
rules.seatsPerCommunity = 1
rules.listLength = 2
rules.weights = [1]
rules.seats = 2
rules.minReviews = 1
console.log(JSON.stringify(rules, null, 2))
END
dure round create published/rules.json --check
as admin round create published/rules.json --json > round.json
export DURE_ROUND
DURE_ROUND=$(value it.round < round.json)

for community in $communities; do
  document proposal "$community" "What $community wants to do"
done
for community in north south east; do
  as $community propose --text "published/$community.json" --category 1 --ask 500
done
# The west has no ether: it signs, and the admin sends.
as west propose --text published/west.json --category 1 --ask 700 \
  --sign-only > west-signed.json
as admin propose --send west-signed.json

document screening screening 'It keeps to the call'
echo key,version,accepted,reason > published/decisions.csv
for community in $communities; do
  echo "$(cat $community.address),1,yes,screening.json" >> published/decisions.csv
done
as admin screen --file published/decisions.csv

pass_to 'it.times.registerUntil + 1'
as admin roster fix

# Each community has one seat here, and fills it with its own key.
dure proposals --json | value "['community,seat,key',
  ...it.proposals.map(({ number, key }) => [number, 1, key])].join('\n')" > roll.csv
dure roll check roll.csv
as admin roll publish roll.csv

# Each trustee has a machine of its own, and leaves this running on it.
set -m # A process group each, which ends as one.
trap 'for job in $(jobs -p); do kill -- "-$job"; done' EXIT
running=
for trustee in trustee1 trustee2 trustee3; do
  dure trustee init $trustee.age --work-factor 10 # For trying out only.
  as $trustee trustee run $trustee.age --every 1 > $trustee.log 2>&1 &
  running="$running $!"
done
wait_until it.trustees.haveKeys

pass_to 'it.roll.changedAt + it.times.rollNotice'
dure freeze --check
document notice notice 'The round is frozen as published'
as admin freeze --notice published/notice.json

# Trustees store the block of the draw and release their shares by themselves.
pass_blocks c
wait_until "it.trustees.missing['lottery share'].length <= 1"
as admin draw

pass_to it.times.reviewFrom
dure list "$(cat north.address)"
as north cast --scores 5,3 --keep kept
as south cast --scores 1,4 --keep kept
as east cast --scores 2,2 --keep kept
# A later version replaces the one before.
as south cast --scores 1,5 --keep kept
# The west seals, the admin sends: without ether, and without reading it.
as west cast --scores 4,0 --keep kept --seal-only west-sealed.json
as admin cast --send west-sealed.json

pass_to it.times.releaseFrom
wait $running # Trustees are done once the key is public.
as admin open

pass_to 'it.times.openUntil + 1'
as admin rank

document objection objection 'Was the south counted once?'
as north object --reason published/objection.json
pass_to 'it.rankedAt + it.times.objectionPeriod + 1'
document answer answer 'Once: dure receipt shows it'
as committee answer 1 published/answer.json
pass_to 'it.rankedAt + it.times.objectionPeriod + it.times.answerPeriod + 1'
document record record 'Confirmed as ranked'
as committee confirm --record published/record.json
dure status

dure verify --rpc "$DURE_RPC_URL" --round "$DURE_ROUND" \
  --documents published --save round.dure
dure verify round.dure
dure receipt --ballot west-sealed.json
dure export --csv results.csv --results results.json --pb round.pb

for program in seal list sum; do
  sed -n "/^\/\/ node $program.mjs/,/^\`\`\`/p" "$docs/verifying.md" |
    sed '$d' > $program.mjs
  (cd "$docs" && node --input-type=module - "$DURE_RPC_URL" "$DURE_ROUND" 1) \
    < $program.mjs
done
