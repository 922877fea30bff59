/** What tells an audit bundle from other files, and its bound. */
export const bundleFormat = 'dure-bundle'
export const bundleVersion = 1

/** Unpacked: V8, for one, has no longer string. */
export const mostBundleBytes = 536_870_888
