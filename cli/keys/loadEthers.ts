/** ethers, for its encrypted key files, with Node's scrypt: ten times as fast. */
import { scrypt as nodeScrypt } from 'node:crypto'

/** Only where a key file is opened: it takes a while to load. */
export async function loadEthers() {
  const ethers = await import('ethers')
  ethers.scrypt.register(derive)
  return ethers
}

function derive(
  passphrase: Uint8Array,
  salt: Uint8Array,
  N: number,
  r: number,
  p: number,
  length: number,
): Promise<Uint8Array> {
  const options = { N, r, p, maxmem: 256 * N * r }
  return new Promise((resolve, reject) => {
    nodeScrypt(passphrase, salt, length, options, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
