import { useLanguage } from './language.ts'

/** The words of a page in every language; `zh` is the source and gives the type. */
export type Messages<Words> = { readonly zh: Words; readonly en: Words }

/** The page's words in the language the person chose; renders again when they choose another. */
export function useMessages<Words>(messages: Messages<Words>): Words {
  return messages[useLanguage()]
}
