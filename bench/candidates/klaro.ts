import type { Candidate } from '../candidate.js'
import { heldMarkup } from '../heldMarkup.js'
import { installed, versionOf } from '../installed.js'
import { pageScript } from '../pageScript.js'

export const klaro = (): Candidate => ({
  id: 'klaro',
  title: `Klaro ${versionOf('klaro')}`,
  accept: '.klaro .cookie-notice .cm-btn-success',
  files: { '/config.js': pageScript('klaroConfig'), '/klaro.js': installed('klaro', 'dist/klaro.js') },
  head: `<script defer src="/config.js"></script>
<script defer src="/klaro.js"></script>`,
  wayBack: '<a href="/privacy" onclick="return klaro.show()">Cookie settings</a>',
  gated: (count) => heldMarkup('data-type="text/javascript" data-name="google-analytics"', count),
})
