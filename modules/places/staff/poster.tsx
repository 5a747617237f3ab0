import { useMessages } from '#kernel/web/messages.ts'
import type { PosterWords } from '../contract.ts'
import { placeOf } from './poster-place.ts'
import { messages } from './posters.messages.ts'
import type { Sheet, Worker } from './use-posters.ts'

/** A name of up to 40 characters must still fit on two lines. */
const lengthOf = (text: string): 'short' | 'long' | 'very-long' => {
  const wide = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 1 : 0.55), 0)
  return wide <= 13 ? 'short' : wide <= 26 ? 'long' : 'very-long'
}

/** The code as a picture, so that nothing of the answer is read as markup of the page. */
const pictureOf = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

const plainAddress = (url: string): string => url.replace(/^https?:\/\//, '')

type Props = { sheet: Sheet; words: PosterWords; districtName: string; sign?: string | undefined }

/** A poster for a door, drawn for A4; smaller ones are the same, made smaller. */
export function Poster({ sheet, words: own, districtName, sign }: Props) {
  const { poster: words } = useMessages(messages)
  const { code, worker } = sheet
  const place = placeOf(code)
  return (
    <div className="p-poster">
      <h2 className="p-poster-title">{own.heading || words.title}</h2>
      <p className="p-poster-around">{place.around}</p>
      <p className="p-poster-place" data-length={lengthOf(place.title)}>
        {place.title}
      </p>
      {place.facility && <p className="p-poster-facility">{place.facility}</p>}
      <div className="p-poster-code">
        <img src={pictureOf(code.svg)} alt={code.url} decoding="async" />
      </div>
      <p className="p-poster-address">
        {words.address}：<strong>{plainAddress(code.url)}</strong>
      </p>
      <Steps />
      <ul className="p-poster-promise">
        {words.promise.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
      {own.showsWorker && worker && <WorkerLine worker={worker} />}
      {own.line && <p className="p-poster-worker">{own.line}</p>}
      <p className="p-poster-foot">
        <span>
          {sign && <img className="p-poster-sign" src={sign} alt="" />}
          {own.from || districtName}
        </span>
        <span>
          {words.number} {code.token}
        </span>
      </p>
    </div>
  )
}

function Steps() {
  const { poster: words } = useMessages(messages)
  return (
    <ol className="p-poster-steps">
      {words.steps.map((step, index) => (
        <li key={step.name}>
          <div className="p-poster-number">{index + 1}</div>
          <strong>{step.name}</strong>
          <span>{step.how}</span>
        </li>
      ))}
    </ol>
  )
}

function WorkerLine({ worker }: { worker: Worker }) {
  const { poster: words } = useMessages(messages)
  return (
    <p className="p-poster-worker">
      {words.worker} <strong>{worker.name}</strong>
      {worker.workPhone && (
        <span>
          {words.workPhone} <strong>{worker.workPhone}</strong>
        </span>
      )}
    </p>
  )
}

/** A sticker for lifts and meter boxes: the code at the left, the words beside it. */
export function Sticker({ sheet, words: own }: Props) {
  const { poster: words } = useMessages(messages)
  const { code, worker } = sheet
  const place = placeOf(code)
  return (
    <div className="p-sticker">
      <div className="p-sticker-code">
        <img src={pictureOf(code.svg)} alt={code.url} decoding="async" />
        <p>{code.token}</p>
      </div>
      <div className="p-sticker-words">
        <h2>{own.heading || words.title}</h2>
        <p className="p-sticker-place" data-length={lengthOf(place.whole)}>
          {place.whole}
        </p>
        <p className="p-sticker-promise">
          {words.promise.map((promise) => (
            <span key={promise}>{promise} </span>
          ))}
        </p>
        {own.showsWorker && worker && (
          <p>
            {words.worker} {worker.name} {worker.workPhone}
          </p>
        )}
        {own.line && <p>{own.line}</p>}
      </div>
    </div>
  )
}
