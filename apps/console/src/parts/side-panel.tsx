/** A drawer from the right, never more than one deep. */
import { Drawer } from 'antd'
import type { ReactNode } from 'react'

interface SidePanelProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

export function SidePanel({ title, open, onClose, children }: SidePanelProps) {
  return (
    <Drawer title={title} open={open} onClose={onClose} size={520} destroyOnHidden classNames={{ body: 'side-panel' }}>
      {children}
    </Drawer>
  )
}
