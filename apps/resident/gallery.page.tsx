import { useState, type ReactNode } from 'react'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { BottomBar } from '#kernel/ui/bottom-bar/bottom-bar.tsx'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Card } from '#kernel/ui/card/card.tsx'
import { ChoiceGrid } from '#kernel/ui/choice-grid/choice-grid.tsx'
import { Faces, type Satisfaction } from '#kernel/ui/faces/faces.tsx'
import { PhoneField, TextArea, TextField } from '#kernel/ui/field/field.tsx'
import { iconPaths, type IconName } from '#kernel/ui/icon/icon-paths.ts'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { Empty, Waiting } from '#kernel/ui/loaded/loaded.tsx'
import { MistakeSummary, Notice } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { PhotoPicker } from '#kernel/ui/photo-picker/photo-picker.tsx'
import { Sheet } from '#kernel/ui/sheet/sheet.tsx'
import { VoiceNote } from '#kernel/ui/voice-note/voice-note.tsx'
import { Timeline, type TimelineItem } from '#kernel/ui/timeline/timeline.tsx'
import { useDates } from '#kernel/web/dates.ts'
import type { Photo } from '#kernel/web/photo.ts'
import type { Recording } from '#kernel/web/record-voice.ts'
import { words } from './gallery.messages.ts'

const HOUR = 3600_000
const isIconName = (name: string): name is IconName => name in iconPaths
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="y-stack" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function FormParts() {
  const [subject, setSubject] = useState<string>('leak')
  const [kind, setKind] = useState<string>()
  const [text, setText] = useState(words.longText)
  const [phone, setPhone] = useState('')
  const [photos, setPhotos] = useState<Photo[]>([])
  const [said, setSaid] = useState<Recording>()
  return (
    <Section title={words.form}>
      <MistakeSummary mistakes={words.mistakes} />
      <ChoiceGrid
        legend={words.subject}
        choices={words.subjects.map(([icon, label]) => ({ value: icon, label, icon }))}
        value={subject}
        onChange={setSubject}
      />
      <ChoiceGrid legend={words.kind} choices={words.kinds} value={kind} onChange={setKind} />
      <TextArea
        label={words.situation}
        most={500}
        value={text}
        onChange={setText}
        aside={
          <Button kind="quiet" label={words.voice} icon="mic">
            {''}
          </Button>
        }
      />
      <VoiceNote voice={said} onRecorded={setSaid} />
      <PhotoPicker photos={photos} onChange={setPhotos} />
      <PhoneField label={words.phone} optional hint={words.phoneWhy} value={phone} onChange={setPhone} />
      <TextField label={words.room} value="3-2-50" onChange={() => undefined} problem={words.roomProblem} />
      <Button kind="primary" wide submit>
        {words.send}
      </Button>
      <Button kind="primary" wide busy>
        {words.sending}
      </Button>
    </Section>
  )
}

function ButtonParts({ openSheet }: { openSheet: () => void }) {
  return (
    <Section title={words.buttons}>
      <div className="y-row" style={{ flexWrap: 'wrap' }}>
        <Button icon="list" onPress={openSheet}>
          {words.openSheet}
        </Button>
        <Button kind="danger">{words.withdraw}</Button>
        <Button kind="quiet">{words.later}</Button>
        <Button disabled>{words.notNow}</Button>
        <ButtonLink to="tel:10086" icon="phone">
          {words.call}
        </ButtonLink>
      </div>
    </Section>
  )
}

function CardParts() {
  const dates = useDates()
  const late = ago(50)
  return (
    <Section title={words.cards}>
      <Card to="/work/1" late>
        <div className="y-row">
          <Icon name="drain" />
          <strong>{words.longPlace}</strong>
        </div>
        <p>{words.blocked}</p>
        <Badge kind="late">{dates.remaining(late)}</Badge>
      </Card>
      <Card>
        <div className="y-row" style={{ flexWrap: 'wrap' }}>
          <Badge>{words.received}</Badge>
          <Badge kind="going">{dates.remaining(ago(-5.5))}</Badge>
          <Badge kind="good">{words.done}</Badge>
          <Badge kind="warn">{words.soon}</Badge>
        </div>
        <p className="y-second">{dates.due(ago(-60))}</p>
      </Card>
      <Notice>{words.similar}</Notice>
      <Notice kind="good">{words.gotIt}</Notice>
      <Notice kind="warn">{words.offline}</Notice>
      <Waiting />
      <Empty>
        <p>{words.nothing}</p>
        <Button icon="plus">{words.begin}</Button>
      </Empty>
    </Section>
  )
}

function ProgressParts() {
  const [rating, setRating] = useState<Satisfaction | undefined>(4)
  const items: TimelineItem[] = [
    { id: '1', at: ago(30), text: words.steps[0], state: 'done' },
    { id: '2', at: ago(2), text: words.steps[1], state: 'now' },
    { id: '3', text: words.steps[2], state: 'later' },
  ]
  return (
    <Section title={words.progress}>
      <Card>
        <Timeline items={items} />
      </Card>
      <Faces legend={words.satisfied} value={rating} onChange={setRating} />
    </Section>
  )
}

function IconParts() {
  return (
    <Section title={words.icons}>
      <div className="y-row" style={{ flexWrap: 'wrap' }}>
        {Object.keys(iconPaths)
          .filter(isIconName)
          .map((name) => (
            <Icon key={name} name={name} size={1.7} label={name} />
          ))}
      </div>
    </Section>
  )
}

/** Every part of the design system on one page, with real lengths: looked at, and checked by axe. */
export function GalleryPage() {
  const [open, setOpen] = useState(false)
  return (
    <Page title={words.title} place={words.place} back="/" withBar>
      <FormParts />
      <ButtonParts openSheet={() => setOpen(true)} />
      <CardParts />
      <ProgressParts />
      <IconParts />
      <Sheet title={words.sheet} open={open} onClose={() => setOpen(false)}>
        <p>{words.similar}</p>
        <Button kind="primary" wide onPress={() => setOpen(false)}>
          {words.join}
        </Button>
      </Sheet>
      <BottomBar label={words.bar} links={words.links} />
    </Page>
  )
}
