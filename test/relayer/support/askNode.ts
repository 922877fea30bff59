/** One question to a served chain, in its own words. */
export async function askNode<result = string>(
  url: string,
  method: string,
  ...params: readonly unknown[]
): Promise<result> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  return ((await answer.json()) as { result: result }).result
}
