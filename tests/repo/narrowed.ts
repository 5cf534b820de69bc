/** A test that is narrowed, skipped or left for later; `ctx.skip()` and `{ skip: true }` count as well. */
export const narrowed =
  /\b(?:it|test|describe|suite|bench)(?:\.\w+)*\.(?:only|skip|todo|fails|skipIf|runIf)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(|\b\w+\.skip\(|\b(?:only|skip|todo|fails):\s*true/
