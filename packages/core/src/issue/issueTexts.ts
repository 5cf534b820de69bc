/** Per code: what was wrong, and what to write instead. Loaded in debug mode only; docs/issues.md lists them. */
export const issueTexts: Readonly<Record<string, readonly [wrong: string, instead: string]>> = {
  CG100: ['The configuration is not an object.', 'Pass { policies, services, … } or valid JSON.'],
  CG101: [
    'This is no usable cookie name.',
    'Use letters, digits, - and _, at most 40; consent_gate is used.',
  ],
  CG102: ['A record is kept for 1 to 400 days.', 'Write a number in that range; 180 is used.'],
  CG103: [
    'This host is not part of that domain.',
    'Write "host" or a parent domain of the page; host is used.',
  ],
  CG104: ['This is not one of the allowed values.', 'See the documentation; the default is used.'],
  CG105: ['A consent with another configuration runs already.', 'Start once, or call destroy() first.'],
  CG110: [
    'No usable policy version.',
    'Add policies: [{ version, url }] or data-policy-version; version 0 is used.',
  ],
  CG111: [
    'A version may hold letters, digits, - and _, at most 40.',
    'Write for example "2026-12-01". This version is ignored.',
  ],
  CG112: [
    'This is no date.',
    'Write ISO 8601, for example 2026-12-01T00:00:00+09:00. This version is ignored.',
  ],
  CG113: ['Less than 7 days between announced and effective.', 'Announce a change at least a week ahead.'],
  CG114: ['This is no offset.', 'Write Z or for example +09:00; Z is used.'],
  CG115: [
    'The versions are not in order of their effective instants, or two take effect at once.',
    'List the oldest first.',
  ],
  CG116: ['This version is listed twice.', 'Give each version its own name; the first is used.'],
  CG120: [
    'This service id is unusable or taken.',
    'Use letters, digits, - and _, at most 40, once. The service stays denied.',
  ],
  CG121: [
    'This category id is unusable.',
    'Use letters, digits, - and _, at most 40. The category is ignored.',
  ],
  CG122: [
    'A service cannot be necessary.',
    'Give it an optional category; list your own necessary cookies under necessary. The service stays denied.',
  ],
  CG123: ['This cookie pattern would match a necessary cookie.', 'Make it longer. The service stays denied.'],
  CG124: ['There is nothing to ask for.', 'Add a measurement ID, a service or a category.'],
  CG130: ['This is no cookie name.', 'Write the name of your session cookie.'],
  CG131: ['A session cookie has no expires and no maxAge.', 'Remove them; use idleMinutes for a limit.'],
  CG132: ['A __Host- cookie has no domain and the path /.', 'Remove domain and path.'],
  CG201: [
    'A cookie came back after it was swept, and was swept again.',
    'Find the script that writes it and gate it.',
  ],
  CG202: [
    'A cookie came back and could not be deleted.',
    'Find who sets it: a server, or another domain or path.',
  ],
  CG210: ['The receipts endpoint refused a receipt.', 'See what your server says about it.'],
  CG301: ['A service threw.', 'See the value; the others go on.'],
  CG302: ['A service changed its state for this reason.', 'Nothing to write; see the value.'],
  CG303: ['A callback of the page threw.', 'See the value; the others go on.'],
  CG401: [
    'This is not an action.',
    'Write data-consent-gate="preferences", "accept", "reject" or "withdraw".',
  ],
  CG402: [
    'No category or service has this id.',
    'Declare it in categories or services; the element stays held back.',
  ],
  CG403: [
    'This script carries no nonce, or another than gate.js.',
    'Give it the nonce of the page; it stays held back.',
  ],
  CG404: ['Scripts that ran stay until the next page.', 'Reload where that matters.'],
  CG502: ['The browser holds this auth cookie with an expiry.', 'Set it without Expires and Max-Age.'],
  CG601: [
    'The interface could not load.',
    'Check that gate-ui.js lies beside gate.js and that the policy allows it.',
  ],
  CG602: ['A part of the SDK could not load.', 'Check that the gate-*.js files lie beside gate.js.'],
}
