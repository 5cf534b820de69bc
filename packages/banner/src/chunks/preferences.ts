import { startAside } from '../aside/startAside.js'
import { startPreferences } from '../preferences/startPreferences.js'
import type { PreferencesChunk } from '../types/bannerChunks.js'

export const startRest: PreferencesChunk['startRest'] = async (stage, tools) => {
  const stops = await Promise.all([startAside(stage, tools), startPreferences(stage, tools)])
  return () => {
    for (const stop of stops) stop()
  }
}
