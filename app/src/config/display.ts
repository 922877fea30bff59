/** Text size, theme, contrast and language as the reader chose them. */
import * as v from 'valibot'
import { keep, readKept } from './kept.ts'

export const sizes = ['100', '115', '130', '150', '200'] as const
export const themes = ['auto', 'light', 'dark'] as const
export const contrasts = ['auto', 'more'] as const
export const languages = ['ko', 'en'] as const
export type Language = (typeof languages)[number]

const displaySchema = v.object({
  size: v.optional(v.picklist(sizes), '100'),
  theme: v.optional(v.picklist(themes), 'auto'),
  contrast: v.optional(v.picklist(contrasts), 'auto'),
  language: v.optional(v.picklist(languages), 'ko'),
})

export type Display = v.InferOutput<typeof displaySchema>

/** `public/display.js` reads it, too, before the first paint. */
const name = 'dure.display'

export function readDisplay(): Display {
  return readKept(name, displaySchema) ?? v.parse(displaySchema, {})
}

export function applyDisplay(display: Display): void {
  keep(name, display)
  const html = document.documentElement
  html.dataset['theme'] = display.theme
  html.dataset['contrast'] = display.contrast
  html.dataset['size'] = display.size
  html.lang = display.language
}
