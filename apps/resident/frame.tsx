import type { ReactNode } from 'react'
import { renderToString } from 'preact-render-to-string'
import { createElement } from 'preact'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import type { IconName } from '#kernel/ui/icon/icon-paths.ts'
import { Waiting } from '#kernel/ui/loaded/loaded.tsx'
import { Page } from '#kernel/ui/page/page.tsx'

/** The subjects most reported, as the door page shows them before the district's own list is here. */
const TILES: readonly (readonly [IconName, string])[] = [
  ['leak', '漏水'],
  ['noise', '噪音'],
  ['parking', '停车'],
  ['lamp', '路灯'],
  ['rubbish', '垃圾'],
  ['lift', '电梯'],
  ['drain', '下水道'],
  ['other', '其他'],
]

const Place = () => <span className="y-page__place--waiting" />

function Busy({ children }: { children: ReactNode }) {
  return <div aria-busy="true">{children}</div>
}

/** What a scanned door code shows at once. Nothing here can be pressed yet, so nothing typed is lost. */
function DoorFrame() {
  return (
    <Busy>
      <Page title="有什么事需要解决？" place={<Place />}>
        <div className="y-choices__grid">
          {TILES.map(([icon, word]) => (
            <div className="y-choice__tile y-choice__tile--waiting" key={word}>
              <Icon name={icon} size={1.65} />
              {word}
            </div>
          ))}
        </div>
        <div className="y-field__input y-field__input--waiting">说说情况</div>
        <div className="y-button y-button--primary y-button--wide" aria-disabled="true">
          提交
        </div>
      </Page>
    </Busy>
  )
}

/** What a code shows that this phone has scanned before: the home of the place. */
function HomeFrame() {
  return (
    <Busy>
      <Page title="有事随时说" place={<Place />}>
        <div className="y-button y-button--primary y-button--wide" aria-disabled="true">
          我要报一件事
        </div>
        <Waiting lines={5} />
      </Page>
    </Busy>
  )
}

function PlainFrame() {
  return (
    <Busy>
      <Page title="" place={<Place />}>
        <Waiting lines={5} />
      </Page>
    </Busy>
  )
}

/** The HTML put into each shell when the apps are built. */
export function renderFrames(): { door: string; plain: string } {
  return {
    door: [
      `<div class="frame--form">${renderToString(createElement(DoorFrame, {}))}</div>`,
      `<div class="frame--home">${renderToString(createElement(HomeFrame, {}))}</div>`,
    ].join(''),
    plain: renderToString(createElement(PlainFrame, {})),
  }
}
