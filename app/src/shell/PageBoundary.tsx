/** Where a page cannot be shown: why, and a way on. The rest of the shell stays. */
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { Failure } from '../components/Failure.tsx'

type State = { error?: unknown; hasFailed: boolean }

class Boundary extends Component<
  { children: ReactNode; onReset: () => void },
  State
> {
  override state: State = { hasFailed: false }

  static getDerivedStateFromError(error: unknown): State {
    return { error, hasFailed: true }
  }

  override render() {
    const { error, hasFailed } = this.state
    if (!hasFailed) return this.props.children
    const retry = () => {
      this.props.onReset()
      this.setState({ hasFailed: false })
    }
    return <Failure error={error} onRetry={retry} />
  }
}

export function PageBoundary({ children }: { children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary()
  return <Boundary onReset={reset}>{children}</Boundary>
}
