/** What this browser can do with keys, and how to leave one inside another app. */

/** Apps whose built-in browser has no passkeys, or loses them. */
const apps = [
  { name: 'KakaoTalk', sign: /KAKAOTALK/i },
  { name: 'Naver', sign: /NAVER\(inapp/i },
  { name: 'Line', sign: /\bLine\//i },
  { name: 'Facebook', sign: /FBAN|FBAV|FB_IAB/ },
  { name: 'Instagram', sign: /Instagram/i },
  { name: 'Daum', sign: /DaumApps/i },
] as const

export type HostApp = (typeof apps)[number]['name']

export function hostAppOf(userAgent: string): HostApp | undefined {
  return apps.find(({ sign }) => sign.test(userAgent))?.name
}

/**
 * An address that opens the page in the phone's own browser, its fragment kept;
 * none where only the app's menu can.
 */
export function waysOut(
  address: string,
  { app, userAgent }: { app: HostApp; userAgent: string },
): string | undefined {
  if (app === 'KakaoTalk')
    return `kakaotalk://web/openExternal?url=${encodeURIComponent(address)}`
  if (app === 'Line') return withExternal(address)
  if (!/Android/i.test(userAgent)) return undefined
  const { protocol } = new URL(address)
  const rest = address.slice(`${protocol}//`.length)
  // Android cuts at the last #, so that the page's own fragment survives.
  return `intent://${rest}#Intent;scheme=${protocol.slice(0, -1)};end`
}

function withExternal(address: string): string {
  const url = new URL(address)
  url.searchParams.set('openExternalBrowser', '1')
  return url.href
}

export function canUsePasskeys(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window
}
