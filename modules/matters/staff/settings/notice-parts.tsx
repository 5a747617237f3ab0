import { Button, Input } from 'antd'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import type { ConsentText } from '../../contract.ts'
import { messages } from './settings.messages.ts'

type Parts = ConsentText['zh']

/** The notice in one language, heading by heading. */
export function NoticeParts(props: { language: string; parts: Parts; onChange: (parts: Parts) => void }) {
  const { notice: words } = useMessages(messages)
  const { language, parts, onChange } = props
  const set = (at: number, change: Partial<Parts[number]>): void =>
    onChange(parts.map((part, index) => (index === at ? { ...part, ...change } : part)))
  return (
    <div lang={language === 'zh' ? 'zh-CN' : 'en'}>
      {parts.map(({ head, text }, index) => (
        // Parts are told apart by their place alone.
        <div className="su-card su-part" key={`part ${index + 1}`}>
          <div className="su-part-head">
            <Input
              aria-label={words.head(index + 1)}
              maxLength={40}
              value={head}
              onChange={(event) => set(index, { head: event.target.value })}
            />
            <Button
              aria-label={words.drop(index + 1)}
              icon={<Icon name="cross" size={0.9} />}
              onClick={() => onChange(parts.filter((_, each) => each !== index))}
            />
          </div>
          <Input.TextArea
            aria-label={words.text(index + 1)}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            value={text}
            onChange={(event) => set(index, { text: event.target.value })}
          />
        </div>
      ))}
      {parts.length < 20 && (
        <Button onClick={() => onChange([...parts, { head: '', text: '' }])}>{words.add}</Button>
      )}
    </div>
  )
}
