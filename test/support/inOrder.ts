/**
 * For suites whose tests are steps of one story: after the first that fails the others
 * are skipped. Mocha's `bail` would stop the other files, too, where files run at once.
 */
import type { Suite } from 'mocha'

export function inOrder(suite: Suite): void {
  let hasFailed = false
  suite.beforeEach(function () {
    if (hasFailed) this.skip()
  })
  suite.afterEach(function () {
    if (this.currentTest?.state === 'failed') hasFailed = true
  })
}
