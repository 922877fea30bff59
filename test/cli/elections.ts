/** Made-up elections in Pabulib's format. */

export type ElectionParts = {
  meta?: string
  projects?: string
  votes?: string
}

const meta = `key;value
description;Święto "두레" — made up
country;Nowhere
unit;Dure
instance;2026
num_projects;5
num_votes;6
budget;1000.50
vote_type;cumulative
rule;greedy
max_sum_points;7`

/** Skips B-2, which does not fit; nobody chose d; a and ż tie on the points. */
const projects = `project_id;cost;votes;score;name;selected
a;400.25;3;6;"Plac ""zabaw""; nowy";1
B-2/IX;1200;4;7;두레 마당 🎉;0
ż;300;2;6;Café\u202e & Co;1
d;1;0;0;;1
E 5;299.25;1;1;=SUM(A1);1`

const votes = `voter_id;vote;points;sex
w1;a,B-2/IX;3,1;F
w2;a,B-2/IX,E 5;2,2,1;
w3;a,ż;1,5;M
1.5;B-2/IX;2;F
w5;;;
"w;6";ż,B-2/IX;1,2;M`

/** An election that comes out right; each part may be replaced. */
export function makeElection(parts: ElectionParts = {}): string {
  return [
    'META',
    parts.meta ?? meta,
    'PROJECTS',
    parts.projects ?? projects,
    'VOTES',
    parts.votes ?? votes,
    '',
  ].join('\n')
}

/** The same with one text in it replaced. */
export function changeElection(from: string, to: string): string {
  const election = makeElection()
  if (!election.includes(from)) throw new Error(`No "${from}" to replace.`)
  return election.replace(from, to)
}
