/** What a developer is told about the configuration; no visitor waits for it. */
export { advise } from '../config/advise.js'
