import type { IssueTexts } from '../types/issue.js'

/**
 * Per code: what was wrong, and what to write instead. The path and the value are told beside it. Loaded in
 * debug mode only; docs/issues.md has the longer story of each.
 */
export const issueTexts: IssueTexts = {
  CG100: [
    'The configuration is not of the shape that is needed: something that must be an object or a list is none. Everything stays denied and nothing is asked.',
    'Compare it with the example in the README: policies and services are lists of objects, the rest are objects and values.',
  ],
  CG101: [
    'This cannot be the name of the record’s cookie, or is the auth cookie’s.',
    'Write 1 to 40 letters, digits, - and _. Until then it is "consent_gate".',
  ],
  CG102: [
    'A record is kept for 1 to 400 days.',
    'Write a number in that range, without quotes. A number in quotes is used as it is, anything else counts as 180.',
  ],
  CG103: [
    'This page’s host is not inside that domain.',
    'Write "host", or a domain that the host ends with, such as "example.com". Until then it is "host".',
  ],
  CG104: [
    'This is not one of the allowed values.',
    'ui.position: bottom, top, start, end, center. ui.theme: auto, light, dark. ui.reopen: auto, none. signals.gpc: deny, ask, ignore. session.sameSite: Lax, Strict, None. Until then the first of them counts. ui.lang: ko, en, ar. Until then it is the language of the page, or of the browser.',
  ],
  CG105: [
    'A consent with another configuration is already running on this page, and stays.',
    'Start once, with one configuration; or call destroy() on the first before you start the second.',
  ],
  CG106: [
    'Nothing reads this key: it is misspelt, or stands in the wrong place.',
    'Compare it with docs/configuration.md.',
  ],
  CG107: [
    'gate.js has no such attribute, so it says nothing: it is misspelt, or somebody else’s.',
    'Write one of data-measurement-id, data-policy-version, data-policy-url, data-session-cookie, data-lang, data-position, data-theme, data-debug and data-config. Everything else goes into the JSON that data-config names.',
  ],
  CG108: [
    'This must be an object, or a list of objects, and is something else, so nothing can be read from it.',
    'Compare it with docs/configuration.md: policies, services, necessary and the cookies of a service are lists of objects; categories and the rest are objects with keys. Or leave the key out.',
  ],
  CG109: [
    'Browsers keep no cookie for that domain: it is a public suffix, under which many sites live.',
    'Write the domain of your site, such as "example.co.kr" where the page is on shop.example.co.kr, or leave it out.',
  ],
  CG110: [
    'There is no policy version, so nobody can tell later what was agreed to.',
    'Write policies: [{ version: "2026-12-01", url: "/privacy" }], or data-policy-version on the tag. Until then it is version "0".',
  ],
  CG111: [
    'This cannot be the name of a policy version, so the version is ignored.',
    'Write 1 to 40 letters, digits, - and _, such as "2026-12-01".',
  ],
  CG112: [
    'This is not a date, so the version is ignored.',
    'Write ISO 8601: "2026-12-01", or "2026-12-01T00:00:00+09:00".',
  ],
  CG113: [
    'There are less than 7 days between the notice and the moment this version takes effect.',
    'Set announced at least 7 days before effective.',
  ],
  CG114: [
    'This is not an offset from UTC.',
    'Write "Z", or hours and minutes such as "+09:00". Until then it is "Z".',
  ],
  CG115: [
    'This version does not take effect after the one before it in the list.',
    'List the oldest version first, and give each an effective instant of its own.',
  ],
  CG116: [
    'This version is in the list already; only the first one counts.',
    'Give each version a name of its own.',
  ],
  CG117: [
    'This must be true or false, without quotes. In quotes even "false" counts as true.',
    'Write true or false, or leave the key out.',
  ],
  CG120: [
    'The id of this service cannot be used, or a category or an earlier service has it. The service stays denied.',
    'Write an id that nothing else has: 1 to 40 letters, digits, - and _.',
  ],
  CG121: [
    'This cannot be the id of a category, so the category is ignored.',
    'Write 1 to 40 letters, digits, - and _. "necessary" is there by itself, and needs no answer.',
  ],
  CG122: [
    'This service is in the category "necessary", or in one that cannot exist. It stays denied.',
    'Name an optional category, such as "analytics". The cookies that your own site needs go under necessary.',
  ],
  CG123: [
    'A cookie of this service would also match a necessary one, which must never be deleted. The service stays denied.',
    'Write the whole name, or a longer start before the *.',
  ],
  CG124: [
    'There is nothing to ask for, so there is no notice.',
    'Add data-measurement-id, or googleAnalytics, a service or a category to the configuration. With npm, Google Analytics is a service: services: [googleAnalytics({ measurementId: "G-XXXXXXXXXX" })].',
  ],
  CG125: [
    'No category or service has this id, so the choice says nothing about it.',
    'Correct the id that you hand to save() or withdraw(), or declare it.',
  ],
  CG126: [
    'No cookie can match this name, so none is deleted for it or told to be there.',
    'Write the whole name, or its start and one * at the end, such as "vid_*". There are no other patterns and no regular expressions.',
  ],
  CG130: [
    'This cannot be the name of a cookie, so there is no session cookie.',
    'Write the name of your auth cookie, such as "sid" or "__Host-sid".',
  ],
  CG131: [
    'A session cookie ends with the session: it has no expires and no maxAge. Both are ignored.',
    'Remove them. For a limit, write idleMinutes.',
  ],
  CG132: [
    'A cookie that starts with __Host- has no domain, and its path is "/". What differs is ignored.',
    'Remove domain and path, or choose a name without __Host-.',
  ],
  CG133: [
    'The page’s host is not inside session.domain, so a browser would refuse the cookie. It is kept on this host.',
    'Write a domain that the host name ends with, or leave it out.',
  ],
  CG134: [
    'This is no number of minutes. There is no idle limit.',
    'Write a number above 0: "idleMinutes": 30.',
  ],
  CG135: [
    'The address to log out at is on another origin, so it was not called and the session goes on.',
    'Write a path of this site, such as "/logout", and let that end the session elsewhere.',
  ],
  CG140: [
    'The configuration that data-config names is not there, or is not JSON. Everything stays denied and nothing is asked.',
    'Put it into <script type="application/json" id="…">, name it as data-config="#…", and check the place that the value tells.',
  ],
  CG141: [
    'Receipts need an address to be sent to. None is sent.',
    'Write "receipts": { "url": "/receipts" }.',
  ],
  CG201: [
    'This cookie came back after it was deleted, and was deleted again.',
    'Find the script that writes it, and gate that script with type="text/plain" and data-category.',
  ],
  CG202: [
    'This cookie came back after it was deleted, and cannot be deleted from this page.',
    'Find who sets it: a server, or a page on another domain or path. Stop it there; if it has a path, declare that with the cookie.',
  ],
  CG210: [
    'Your server did not take a receipt. The value is its status, and the receipt is not sent again; or it is the page that a redirect led to, and the receipt waits.',
    'Read what the server answered. An address that is right answers 2xx, to a repeated key as well.',
  ],
  CG301: [
    'A service threw this error. The record and the other services go on without it.',
    'Mend the grant, deny, track, pageView or destroy of the service with this id.',
  ],
  CG302: [
    'A service changed its state for the reason in the value.',
    'This is for your information. If it is blocked, look for an ad blocker, the content security policy, or a wrong address.',
  ],
  CG303: [
    'A function that the page handed over threw this error. Nothing else was stopped by it.',
    'Mend the function: the path names what it was given to.',
  ],
  CG304: [
    'A function in the queue of window.ConsentGate threw this error. Those after it were called.',
    'Mend the function that was given to ConsentGate.push.',
  ],
  CG401: [
    'data-consent-gate has no such action, so the click does nothing.',
    'Write data-consent-gate="preferences", "accept", "reject" or "withdraw".',
  ],
  CG402: [
    'No category or service has this id. What the element is for stays held back.',
    'Correct data-category or data-service, or declare the id under categories or services.',
  ],
  CG403: [
    'gate.js or the page carries a nonce, and this script carries none or another. It stays held back.',
    'Give the script the same nonce attribute: <script type="text/plain" data-category="…" nonce="…">.',
  ],
  CG404: [
    'These scripts ran before the visitor withdrew, and what they started stays until the next page.',
    'Where that matters, reload after a withdrawal, or make the script a service whose deny stops it.',
  ],
  CG405: [
    'This gated element could not be handled; the others were.',
    'Look at its attributes; the value is the error.',
  ],
  CG406: [
    'This element carries data-category and is not held back: the browser runs or loads it at once, whatever was answered.',
    'Write <script type="text/plain" data-category="…">, and on other elements data-src instead of src, or data-href instead of href.',
  ],
  CG502: [
    'The browser holds the auth cookie with an expiry, so it outlives the session.',
    'Set it without Expires and Max-Age: find the server or script that adds them.',
  ],
  CG601: [
    'A part of the interface could not load. Nobody was asked, and nothing was granted.',
    'With gate.js, check that the gate-*.js files lie beside it and are of the same build; with npm, that every file your bundler made is there, for pages that were opened before you published the next ones too. Then check that the content security policy allows them.',
  ],
  CG602: [
    'A part of the SDK could not load, or failed when it started.',
    'With gate.js, check that the gate-*.js files lie beside it and are of the same build; with npm, that every file your bundler made is there, for pages that were opened before you published the next ones too. Then check that the content security policy allows them.',
  ],
  CG603: [
    'ui.reopen is "none", and this page has no way back to the choice.',
    'Add a link or button with data-consent-gate="preferences" to every page, or write ui.reopen: "auto".',
  ],
  CG604: [
    'No category or service has the id that this element names, so it stays empty.',
    'Correct its service attribute, or declare the id under categories or services; a disclosure needs a service.',
  ],
}
