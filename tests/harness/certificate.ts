import { generate } from 'selfsigned'

let made: Promise<{ key: string; cert: string }> | undefined

/** A throw-away certificate, made once per test file. */
export function certificate() {
  made ??= generate([{ name: 'commonName', value: 'example.test' }], { keyType: 'ec', curve: 'P-256' }).then(
    (pems) => ({ key: pems.private, cert: pems.cert }),
  )
  return made
}
