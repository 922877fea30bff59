/** `node relayer/health/probe.ts PORT`: ends with 0 if the relayer of this machine is well. For containers. */
const port = process.argv[2] ?? ''

const isWell = await fetch(`http://127.0.0.1:${port}/health`).then(
  ({ ok }) => ok,
  () => false,
)
process.exitCode = isWell ? 0 : 1
