/** What follows runs in a task of its own, so that what the visitor does meanwhile need not wait for both (P14). */
export const ownTask = (win: Window): Promise<unknown> => new Promise((done) => win.setTimeout(done))
