import puppeteer from 'puppeteer-core'
import type { Engine } from './engine.js'

/** The distribution's Firefox, over WebDriver BiDi, with settings as `about:config` has them. */
export async function firefox(
  executablePath: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: settings,
  })
  const page = await browser.newPage()
  await page.setViewport({ width: 1024, height: 730 })
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  }
}
