import { Collapse, Input } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import type { ChannelBoard, Channels, Way } from '../contract.ts'
import { messages } from './channels.messages.ts'

type Listed = Channels['sms']['templates']
type Kind = ChannelBoard['kinds'][number]
type Props = {
  way: Way
  kinds: readonly Kind[]
  templates: Listed
  onChange: (templates: Listed) => void
}

/** The text of each kind to hand in, and what the provider gave for it. */
export function Templates({ way, kinds, templates, onChange }: Props) {
  const words = useMessages(messages)
  const done = kinds.filter(({ key }) => templates.some((each) => each.kind === key)).length
  function change(kind: string, part: { code?: string; fields?: string[] }): void {
    const before = templates.find((each) => each.kind === kind) ?? { kind, code: '', fields: [] }
    const next = { ...before, ...part }
    const others = templates.filter((each) => each.kind !== kind)
    onChange(next.code === '' && next.fields.length === 0 ? others : [...others, next])
  }
  return (
    <Collapse
      style={{ marginBottom: 12 }}
      items={[
        {
          key: 'templates',
          label: `${words.templates} ${done}/${kinds.length}`,
          children: (
            <>
              <p className="nt-hint">{words.templatesWhat}</p>
              {kinds.map((kind) => (
                <OneTemplate
                  key={kind.key}
                  id={`${way}-${kind.key}`}
                  kind={kind}
                  known={templates.find((each) => each.kind === kind.key)}
                  onChange={(part) => change(kind.key, part)}
                />
              ))}
            </>
          ),
        },
      ]}
    />
  )
}

function OneTemplate(props: {
  id: string
  kind: Kind
  known: Listed[number] | undefined
  onChange: (part: { code?: string; fields?: string[] }) => void
}) {
  const words = useMessages(messages)
  const { id, kind, known, onChange } = props
  return (
    <div className="nt-template">
      <h3>{kind.name}</h3>
      <Input.TextArea
        aria-label={words.templateText(kind.name)}
        readOnly
        autoSize
        value={kind.template}
        onFocus={(event) => event.target.select()}
      />
      <div className="nt-template-fields">
        <Labelled id={`${id}-code`} label={words.templateCode}>
          <Input
            id={`${id}-code`}
            autoComplete="off"
            maxLength={100}
            value={known?.code ?? ''}
            onChange={(event) => onChange({ code: event.target.value.trim() })}
          />
        </Labelled>
        <Labelled id={`${id}-fields`} label={words.templateFields}>
          <Input
            id={`${id}-fields`}
            autoComplete="off"
            placeholder={kind.fields.join(',')}
            value={(known?.fields ?? []).join(',')}
            onChange={(event) =>
              onChange({
                fields:
                  event.target.value === '' ? [] : event.target.value.replaceAll(/[\s，]/g, ',').split(','),
              })
            }
          />
        </Labelled>
      </div>
    </div>
  )
}
