/**
 * Loaded by each of Mocha's workers. Hardhat gives them a loader by
 * NODE_OPTIONS; a program that a test starts has to run without it, as users
 * run it.
 */
delete process.env['NODE_OPTIONS']
