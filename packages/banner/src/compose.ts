/** For whoever brings the interface's parts along in their own way, such as the script tag. */

export { type Language, languages } from './language/languages.js'
export { type Mounted, mount } from './mount.js'
export type * from './types/bannerChunks.js'
export type * from './types/components.js'
export type * from './types/copy.js'
export type * from './types/stage.js'
