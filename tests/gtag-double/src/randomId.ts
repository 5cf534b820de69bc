const random31 = () => Math.floor(Math.random() * 0x7fffffff)

/** A client ID as Google writes it: a random number and the second of its making. */
export const randomId = (): string => `${random31()}.${Math.floor(Date.now() / 1000)}`
