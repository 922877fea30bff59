/** Trustees at the same time, each in a browser profile of its own: the keys of a round. */
import type { Address } from 'viem'
import { openDesk, type TrusteeDesk } from '../trusteeDesk.ts'
import { type EmptyStage, patience } from './emptyStage.ts'

/** The second leaves its page between two of its steps. */
export async function makeKeys(
  { browser, folder, office }: EmptyStage,
  round: Address,
  names: readonly string[],
): Promise<TrusteeDesk[]> {
  const desks: TrusteeDesk[] = []
  // One after the other: to lock a file is hard work by intent.
  for (const name of names) {
    const desk = await openDesk(browser, office, { folder, name, round })
    desk.page.setDefaultTimeout(patience)
    await desk.make()
    await desk.open('다시 열어 확인')
    await desk.act('열쇠 재료 내놓기')
    desks.push(desk)
  }
  await leaveAndReturn(desks[1])
  await Promise.all(desks.map(share))
  return desks
}

async function share(desk: TrusteeDesk): Promise<void> {
  await desk.act('잠근 조각 보내기')
  await desk.act('열쇠 확인하기')
  await desk.says('열쇠가 정해졌습니다.')
}

async function leaveAndReturn(desk: TrusteeDesk | undefined): Promise<void> {
  if (!desk) return
  await desk.says(/다른 열쇠지기의 재료를 기다립니다|보낼 차례입니다/)
  await desk.page.reload()
  await desk.open('파일 열기')
}
