/** Around every page of a round: waits for what stands about it. */
import { Outlet } from '@tanstack/react-router'
import { useRound } from '../../queries/round.ts'

function RoundLayout() {
  useRound()
  return <Outlet />
}

export default RoundLayout
