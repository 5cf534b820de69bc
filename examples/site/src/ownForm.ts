import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import { csrf } from 'hono/csrf'

const LARGEST_FORM = 4 * 1024

/** Lets a form of this site's own pages through that is no larger than a name needs, and nothing else. */
export const ownForm: MiddlewareHandler = every(
  csrf(),
  bodyLimit({
    maxSize: LARGEST_FORM,
    onError: (c) => c.text(`A form has at most ${LARGEST_FORM} bytes.`, 413),
  }),
)
