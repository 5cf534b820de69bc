/**
 * The address of a file that lies beside another. What follows the address goes along: `?v=2` shall get past a cache for
 * all files of a build, or for none.
 */
export function fileBeside(address: string, name: string): string {
  return address.replace(/[^/?]+(?=\?|$)/, name)
}
