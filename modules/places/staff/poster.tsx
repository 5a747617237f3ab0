import { useMessages } from '#kernel/web/messages.ts'
import type { DoorCode } from '../contract.ts'
import { Paper } from '../web/paper.tsx'
import { placeOf } from './poster-place.ts'
import { messages } from './posters.messages.ts'

/** Whom to ask, as the public page of the door says it. */
export type Worker = { readonly name: string; readonly workPhone: string }
export type Sheet = { readonly code: DoorCode; readonly worker: Worker | undefined }

/** A name of up to 40 characters must still fit on two lines. */
export const lengthOf = (text: string): 'short' | 'long' | 'very-long' => {
  const wide = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 1 : 0.55), 0)
  return wide <= 13 ? 'short' : wide <= 26 ? 'long' : 'very-long'
}

/** The code as a picture, so that nothing of the answer is read as markup of the page. */
export const pictureOf = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

const plainAddress = (url: string): string => url.replace(/^https?:\/\//, '')

/** One A4 poster for a door. */
export function Poster({ sheet, districtName }: { sheet: Sheet; districtName: string }) {
  const { poster: words } = useMessages(messages)
  const { code, worker } = sheet
  const place = placeOf(code)
  return (
    <Paper className="p-poster">
      <h2 className="p-poster-title">{words.title}</h2>
      <p className="p-poster-around">{place.around}</p>
      <p className="p-poster-place" data-length={lengthOf(place.title)}>
        {place.title}
      </p>
      {place.facility && <p className="p-poster-facility">{place.facility}</p>}
      <div className="p-poster-code">
        <img src={pictureOf(code.svg)} alt={code.url} />
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
      {worker && <WorkerLine worker={worker} />}
      <p className="p-poster-foot">
        <span>{districtName}</span>
        <span>
          {words.number} {code.token}
        </span>
      </p>
    </Paper>
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

/** Six small ones on a page, to cut apart: for lifts and meter boxes. */
export function LabelPage({ sheets }: { sheets: readonly Sheet[] }) {
  const { poster: words } = useMessages(messages)
  return (
    <Paper className="p-labels">
      {sheets.map(({ code, worker }) => {
        const place = placeOf(code)
        return (
          <div className="p-label" key={code.token}>
            <h2>{words.title}</h2>
            <p className="p-label-place" data-length={lengthOf(place.whole)}>
              {place.whole}
            </p>
            <div className="p-label-code">
              <img src={pictureOf(code.svg)} alt={code.url} />
            </div>
            <p className="p-label-small">{words.promise.join(' · ')}</p>
            {worker && (
              <p className="p-label-small">
                {words.worker} {worker.name} {worker.workPhone}
              </p>
            )}
            <p className="p-label-small">{plainAddress(code.url)}</p>
          </div>
        )
      })}
    </Paper>
  )
}
