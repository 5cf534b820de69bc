import { gatePage } from '../harness/index.js'

/** A site with a service for gated scripts and one for gated frames, each in its category. */
export const config = {
  categories: { analytics: {}, media: {} },
  services: [
    { id: 'stats', category: 'analytics' },
    { id: 'videos', category: 'media', name: '동영상' },
  ],
}

/** Code that writes down that it ran. */
export const log = (name: string) => `(window.ran = window.ran || []).push('${name}')`

export const gated = (attributes: string, text = '') =>
  `<script type="text/plain" data-category="analytics" ${attributes}>${text}</script>`

/** Whether exactly that ran, for `waitForFunction`. */
export const ran = (expected: string[]) =>
  `JSON.stringify(window.ran || []) === ${JSON.stringify(JSON.stringify(expected))}`

export const FRAME = '<iframe data-category="media" data-service="videos" data-src="/film"></iframe>'

/** A page with one gated frame, and what it shows. */
export const film = { '/': gatePage(config, FRAME), '/film': '<p>film</p>' }
