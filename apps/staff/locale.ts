import type { ConfigProviderProps } from 'antd'
import english from 'antd/locale/en_US.js'
import chinese from 'antd/locale/zh_CN.js'

type Locale = NonNullable<ConfigProviderProps['locale']>

/** antd ships its words as CommonJS: bundlers hand out either the module or its default. */
const wordsOf = (module: Locale | { default: Locale }): Locale =>
  'default' in module ? module.default : module

export const antdLocales = { zh: wordsOf(chinese), en: wordsOf(english) }
