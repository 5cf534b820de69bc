import type { NoticeCopy } from '../types/copy.js'

export const noticeCopy: NoticeCopy = {
  title: 'Your choice about cookies',
  text: 'If you accept, the third-party service Google Analytics keeps cookies in your browser for up to 13 months to show us how this site is used and what to improve, and Google stores what they collect in the United States.',
  textOther:
    'If you accept, you let {services} use cookies and process data for the purposes and periods that the settings describe.',
  textFree:
    'None of this happens unless you accept; you can use this site either way and change your choice at any time.',
  policy: 'Privacy policy',
  accept: 'Accept',
  reject: 'Reject',
  preferences: 'Settings',
}
