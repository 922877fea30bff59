/**
 * Korean that is not marked as such: in English, words that nobody translated. What
 * people wrote says which language it has, raw files aside.
 */
import type { Page } from 'playwright-core'

export function koreanOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT,
    )
    const found: string[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent ?? ''
      const element = walker.currentNode.parentElement
      const isMarked =
        element?.closest('[lang="ko"], svg, script, pre') !== null
      if (/[가-힣]/.test(text) && !isMarked) found.push(text.trim())
    }
    return found.slice(0, 5)
  })
}
