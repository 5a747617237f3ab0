import { Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listOrganisations } from '#modules/organisations/web/door.ts'
import { personName } from '../web/person-name.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { listHolders, listSubjects } from '../web/routes.generated.ts'
import type { Desk, FurtherFilter } from './desk-address.ts'
import { messages } from './filter.messages.ts'

type Props = { readonly desk: Desk; readonly onDone: () => void }

/** Every filter there is; each takes effect at once. */
export function FilterFields({ desk, onDone }: Props) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const set = (name: FurtherFilter) => (value: string | null | undefined) =>
    desk.change({ [name]: value || undefined, m: undefined }, { replace: true })
  const options = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }))
  const simple = (name: 'channel' | 'level' | 'colour', of: Readonly<Record<string, string>>) => (
    <Choice
      name={name}
      value={desk.filter[name]}
      options={options(of)}
      label={words.names[name]}
      onChange={set(name)}
    />
  )
  return (
    <div className="d-filter-fields">
      <SubjectChoice value={desk.filter.subject} onChange={set('subject')} />
      <HandlerChoice desk={desk} onChange={set('handler')} />
      <OrganisationChoice value={desk.filter.organisation} onChange={set('organisation')} />
      {simple('channel', known.channel)}
      {simple('level', known.level)}
      {simple('colour', words.colours)}
      <Days desk={desk} />
      <Button size="small" type="primary" onClick={onDone}>
        {words.done}
      </Button>
    </div>
  )
}

type Option = { readonly value: string; readonly label: string; readonly options?: readonly Option[] }
type ChoiceProps = {
  readonly name: FurtherFilter
  readonly label: string
  readonly value: string | undefined
  readonly options: Option[]
  readonly onChange: (value: string | null | undefined) => void
}

function Choice({ name, label, value, options, onChange }: ChoiceProps) {
  const words = useMessages(messages)
  const id = `filter-${name}`
  return (
    <Labelled id={id} label={label}>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={words.any}
        value={value ?? null}
        options={options}
        onChange={onChange}
        style={{ width: '100%' }}
      />
    </Labelled>
  )
}

type OneProps = Pick<ChoiceProps, 'value' | 'onChange'>

function SubjectChoice(props: OneProps) {
  const words = useMessages(messages)
  const language = useLanguage()
  const groups = useStaffRoute(listSubjects, {}).data?.groups ?? []
  const options = groups.map((group) => ({
    value: group.key,
    label: group[language],
    options: group.subjects.map((subject) => ({ value: subject.key, label: subject[language] })),
  }))
  return <Choice {...props} name="subject" label={words.names.subject} options={options} />
}

function HandlerChoice({ desk, onChange }: { desk: Desk; onChange: OneProps['onChange'] }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const holders = useStaffRoute(listHolders, { query: desk.within }).data?.items ?? []
  const options = holders.map((person) => ({
    value: person.id,
    label: `${personName(person, language)} · ${words.held(person.open)}`,
  }))
  return (
    <Choice
      name="handler"
      label={words.names.handler}
      value={desk.filter.handler}
      options={options}
      onChange={onChange}
    />
  )
}

function OrganisationChoice(props: OneProps) {
  const words = useMessages(messages)
  const organisations = useStaffRoute(listOrganisations, { query: {} }).data?.items ?? []
  const options = organisations.map(({ id, name }) => ({ value: id, label: name }))
  return <Choice {...props} name="organisation" label={words.names.organisation} options={options} />
}

function Days({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  const { from, until } = desk.filter
  const day = (text: string | undefined) => (text ? dayjs(text) : null)
  return (
    <Labelled id="filter-days" label={words.received}>
      <DatePicker.RangePicker
        id={{ start: 'filter-days', end: 'filter-days-until' }}
        allowEmpty={[true, true]}
        value={[day(from), day(until)]}
        onChange={(_, [first, last]) =>
          desk.change({ from: first || undefined, until: last || undefined, m: undefined }, { replace: true })
        }
        style={{ width: '100%' }}
      />
    </Labelled>
  )
}
