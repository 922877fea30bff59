/** Deploys the ERC-7913 verifiers: P-256 keys and passkeys (WebAuthn). */
import { buildModule } from '@nomicfoundation/hardhat-ignition/modules'

export default buildModule('Verifiers', (m) => {
  const p256Verifier = m.contract('ERC7913P256Verifier')
  const webAuthnVerifier = m.contract('ERC7913WebAuthnVerifier')
  return { p256Verifier, webAuthnVerifier }
})
