/** The parts of core that a returning visitor of most pages does not need, each loaded on demand. */
export interface CoreParts {
  gates(): Promise<typeof import('./lazy/gatesPart.js')>
  session(): Promise<typeof import('./lazy/sessionPart.js')>
  receipts(): Promise<typeof import('./lazy/receiptsPart.js')>
  care(): Promise<typeof import('./lazy/carePart.js')>
  advice(): Promise<typeof import('./lazy/advicePart.js')>
  debug(): Promise<typeof import('./lazy/debugPart.js')>
}
