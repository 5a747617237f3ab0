import { Input } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useMay } from '#kernel/web/react/session.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { askForPhone, isPhone } from './phone-asked.ts'

const zh = {
  search: '查找',
  hint: '编号、文字、拼音首字母',
  hintPhone: '编号、文字、拼音首字母、手机号',
}
const en: typeof zh = {
  search: 'Search',
  hint: 'Number, words or pinyin',
  hintPhone: 'Number, words, pinyin or phone',
}
const messages = { zh, en }

/** The one box: what was typed goes into the address of the desk; a phone never does. */
export function SearchBox() {
  const { search, path } = useAddress()
  const sought = path === '/' ? (search['q'] ?? search['number'] ?? '') : ''
  return <Box key={sought} sought={sought} />
}

function Box({ sought }: { sought: string }) {
  const words = useMessages(messages)
  const mayCall = useMay('matters.contact')
  const navigate = useNavigate()
  const { path } = useAddress()
  const [text, setText] = useState(sought)
  const go = () => {
    const q = text.trim()
    const phone = mayCall && isPhone(q) ? q : undefined
    if (phone) {
      askForPhone(phone)
      setText('')
    }
    void navigate({
      to: '/',
      search: (before: Record<string, unknown>) => {
        // On the desk the other conditions stay in sight and stay in force; only the list opens up.
        const kept = path === '/' ? before : { area: before['area'] }
        if (phone) return kept
        return { ...kept, number: undefined, m: undefined, q: q || undefined, list: q ? 'all' : undefined }
      },
    })
  }
  return (
    <Input
      type="search"
      className="s-search"
      aria-label={words.search}
      placeholder={mayCall ? words.hintPhone : words.hint}
      prefix={<Icon name="search" size={1} />}
      value={text}
      maxLength={60}
      allowClear
      onChange={(event) => setText(event.target.value)}
      onPressEnter={go}
    />
  )
}
