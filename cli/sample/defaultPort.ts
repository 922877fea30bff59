/** Where `npm start` listens, if nothing else does. */
export const defaultPort = 8545
