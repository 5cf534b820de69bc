export { issueWords } from '../issue/issueWords.js'
