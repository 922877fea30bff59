/** EIP-7825: the most gas that a transaction may ask for. */
export const transactionGasCap = 16_777_216n
