import { Button, Popover } from 'antd'
import { useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/react/session.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { AreaPicker } from '#modules/matters/staff/area-picker.tsx'
import { readArea } from '#modules/places/web/door.tsx'
import { messages } from './shell.messages.ts'

function useLookedAt() {
  const { search, change } = useAddress()
  const areaId = Number(search['area']) || undefined
  const chosen = useStaffRoute(
    readArea,
    { params: { areaId: areaId ?? 0 } },
    { enabled: areaId !== undefined },
  )
  const own = [...new Set(useSession().posts.map((post) => post.areaName))]
  const path = areaId === undefined ? own : (chosen.data?.area.pathNames ?? [])
  const look = (area: string | undefined) => change({ area, m: undefined })
  return { isOwn: areaId === undefined, own, path, look }
}

/** The area all pages look at: those of the own posts, or one below them. It stands in the address. */
export function AreaChooser() {
  const words = useMessages(messages)
  const [isOpen, setOpen] = useState(false)
  const { isOwn, own, path, look } = useLookedAt()
  const choose = (area: string | undefined) => {
    setOpen(false)
    look(area)
  }
  const content = (
    <div className="s-area-pop">
      {!isOwn && (
        <Button block onClick={() => choose(undefined)}>
          {words.wholeAreaOf(own.join('、'))}
        </Button>
      )}
      <AreaPicker isAlone onPick={(area) => choose(String(area.id))} />
    </div>
  )
  const label = isOwn ? path.join('、') : path.slice(-2).join(' / ')
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={content}
      destroyOnHidden
    >
      <Button className="s-area" title={`${words.chooseArea}（${path.join(' / ')}）`} aria-expanded={isOpen}>
        <Icon name="pin" size={1} />
        <span>{label || words.wholeArea}</span>
        <span className="s-caret" aria-hidden="true" />
      </Button>
    </Popover>
  )
}
