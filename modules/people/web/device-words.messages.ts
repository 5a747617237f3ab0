import type { OpenSession } from '../contract.ts'

const zh = {
  device: { phone: '手机', tablet: '平板', computer: '电脑', program: '程序', other: '其他设备' },
  browser: {
    wechat: '微信',
    wecom: '企业微信',
    dingtalk: '钉钉',
    edge: '微软浏览器',
    chrome: '谷歌浏览器',
    firefox: '火狐浏览器',
    safari: '苹果浏览器',
    other: '',
  },
}
const en: typeof zh = {
  device: { phone: 'Phone', tablet: 'Tablet', computer: 'Computer', program: 'Program', other: 'Other' },
  browser: {
    wechat: 'WeChat',
    wecom: 'WeCom',
    dingtalk: 'DingTalk',
    edge: 'Edge',
    chrome: 'Chrome',
    firefox: 'Firefox',
    safari: 'Safari',
    other: '',
  },
}
export const deviceWords = { zh, en }

/** "电脑 · 谷歌浏览器" */
export const deviceName = ({ device, browser }: OpenSession, words: typeof zh): string =>
  [words.device[device], words.browser[browser]].filter(Boolean).join(' · ')
