/** Text that somebody wrote, as Markdown without anything that loads or runs. */
import Markdown, { type Components } from 'react-markdown'
import rehypeSanitize from 'rehype-sanitize'
import './SafeMarkdown.css'

const components: Components = {
  // The page has its own headings above.
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  // A picture from elsewhere would tell who reads what.
  img: ({ alt }) => <span>[{alt}]</span>,
  a: ({ children, href }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ),
  table: ({ children }) => (
    <div className="scroller">
      <table>{children}</table>
    </div>
  ),
}
const plugins = [rehypeSanitize]

export function SafeMarkdown({ lang, text }: { lang: string; text: string }) {
  return (
    <div className="markdown stack" lang={lang}>
      <Markdown skipHtml rehypePlugins={plugins} components={components}>
        {text}
      </Markdown>
    </div>
  )
}
