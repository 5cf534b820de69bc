/** What a developer is told about the configuration; no visitor waits for it. */
export { inspectConfig } from '../config/inspectConfig.js'
