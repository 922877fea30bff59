// describeTime
// ├── localTime: the date of this machine's zone, with its offset
// ├── relativeTime: before, now, after
// └── describePeriod: the two largest units
import { expect } from 'chai'
import {
  describePeriod,
  localTime,
  relativeTime,
} from '../../../cli/frame/describeTime.ts'

const now = 1_800_000_000

describe('describeTime', () => {
  it('tells a moment so that it can be read back', () => {
    const text = localTime(now)
    const [, day, clock, zone] = /^(\S+) (\S+) (\S+)$/.exec(text) ?? []
    expect(Date.parse(`${day}T${clock}${zone}`)).to.equal(now * 1000)
  })

  it('survives times that no calendar has', () => {
    expect(localTime(2 ** 60)).to.be.a('string')
  })

  const periods: [seconds: number, text: string][] = [
    [0, '0 seconds'],
    [1, '1 second'],
    [61, '1 minute 1 second'],
    [3_600, '1 hour'],
    [86_400 + 59, '1 day'],
    [7 * 86_400 - 3_600, '6 days 23 hours'],
  ]
  for (const [seconds, text] of periods)
    it(`says ${text}`, () => {
      expect(describePeriod(seconds)).to.equal(text)
      if (seconds === 0) return
      expect(relativeTime(now + seconds, now)).to.equal(`in ${text}`)
      expect(relativeTime(now - seconds, now)).to.equal(`${text} ago`)
    })
})
