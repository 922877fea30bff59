/** A text of people as safe Markdown: no images, no scripts. Loaded when opened. */
import ReactMarkdown from 'react-markdown'
import rehypeSanitize from 'rehype-sanitize'

export function Markdown({ text }: { text: string }) {
  return (
    <div className="stack prose">
      <ReactMarkdown
        rehypePlugins={[rehypeSanitize]}
        disallowedElements={['img', 'h1', 'h2']}
        unwrapDisallowed
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}
