import type { Candidate } from './candidate.js'

/** The page that all have in common, with a candidate's tags. */
export const sitePage = ({ head, wayBack = '', gated }: Candidate, count: number): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A small site</title>
<link rel="icon" href="data:,">
<style>body{margin:0;font:16px/1.5 system-ui}main{max-width:40rem;margin:auto;padding:1rem}</style>
<script>var opened=0,openedAt=0;function gateOpened(){opened++;openedAt=performance.now()}</script>
${head}
</head>
<body>
<main><h1>A small site</h1>${'<p>It has some text, as sites do, and nothing else to load or to run.</p>'.repeat(5)}</main>
<footer>${wayBack}</footer>
${gated(count)}
</body>
</html>`
