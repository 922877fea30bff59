/** A small valid .pb file, and copies of it with one thing changed. */

export const sampleLines = [
  'META',
  'key;value',
  'description;A budget for tests',
  'num_projects;3',
  'num_votes;3',
  'budget;1000',
  'vote_type;cumulative',
  'rule;greedy',
  'max_points;3',
  'max_sum_points;4',
  'PROJECTS',
  'project_id;cost;votes;score;name;selected',
  'A/1;600;2;5;A garden;1',
  'b;500;1;1;Benches;0',
  '30;400;1;1;Bicycle racks;1',
  'VOTES',
  'voter_id;vote;points;age',
  '7;A/1;3;40',
  '8;A/1,b,30;2,1,1;',
  '9;;;61',
]

export const sample = sampleLines.join('\n')

/** The sample with whole lines replaced, by their number from 1. */
export function sampleWith(changes: Record<number, string | null>): string {
  return sampleLines
    .map((line, index) => {
      const change = changes[index + 1]
      return change === undefined ? line : change
    })
    .filter((line) => line !== null)
    .join('\n')
}
