import { theme as antd, type ThemeConfig } from 'antd'

// Where the style sheet takes the transitions away, antd must not wait for their end.
const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches

const shared = {
  motion,
  borderRadius: 6,
  fontSize: 14,
  fontFamily: '"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
  motionDurationFast: '0.08s',
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.18s',
}

const light = {
  colorPrimary: '#0b57c2',
  colorInfo: '#0b57c2',
  colorLink: '#0b57c2',
  colorSuccess: '#1a7f4b',
  colorWarning: '#9a5b00',
  colorError: '#b3261e',
  colorText: '#1b2430',
  colorTextSecondary: '#55606e',
  colorTextTertiary: '#55606e',
  colorTextDescription: '#55606e',
  colorTextPlaceholder: '#67727f',
  colorBorder: '#b9c2cc',
  colorBorderSecondary: '#dfe4ea',
  colorBgLayout: '#f4f6f8',
}

const dark = {
  colorPrimary: '#7fb0ff',
  colorInfo: '#7fb0ff',
  colorLink: '#7fb0ff',
  colorSuccess: '#5cc98f',
  colorWarning: '#f0b45a',
  colorError: '#ff8a80',
  colorText: '#e8ecf1',
  colorTextSecondary: '#a7b1be',
  colorTextTertiary: '#a7b1be',
  colorTextDescription: '#a7b1be',
  colorTextPlaceholder: '#94a0ae',
  colorTextLightSolid: '#0b1420',
  colorBorder: '#4a5563',
  colorBorderSecondary: '#333c48',
  colorBgLayout: '#0f1318',
  colorBgContainer: '#161b22',
  colorBgElevated: '#1d242d',
}

/** The tokens of the design for antd; the blues are strong enough for words on their ground. */
export function themeFor(isDark: boolean): ThemeConfig {
  if (!isDark) return { token: { ...shared, ...light } }
  return {
    algorithm: antd.darkAlgorithm,
    token: { ...shared, ...dark },
    components: {
      // The dark algorithm dims the blue; words and buttons keep the light one.
      Button: {
        colorPrimary: '#7fb0ff',
        colorPrimaryHover: '#a3c7ff',
        colorPrimaryActive: '#a3c7ff',
        primaryColor: '#0b1420',
      },
      Tooltip: { colorTextLightSolid: '#e8ecf1', colorBgSpotlight: '#333c48' },
    },
  }
}
