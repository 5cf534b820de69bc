export { startReceipts } from '../receipts/startReceipts.js'
