/** Takes the table away as a file. It leaves the house, so the second factor comes first; who took it stands in the journal. */
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress } from '../../api.ts'
import { SidePanel } from '../../parts/side-panel.tsx'
import { StepUp } from '../../parts/step-up.tsx'
import { useQueueWords } from './words.ts'

export function ExportTable() {
  const t = useQueueWords()
  const [open, setOpen] = useState(false)
  const fetchFile = () => {
    window.location.assign(fileAddress('/cases/export'))
    setOpen(false)
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('export')}
      </Button>
      <SidePanel title={t('export')} open={open} onClose={() => setOpen(false)}>
        <p className="notice notice-warning">{t('export.text')}</p>
        <StepUp word={t('export')} sending={false} onProved={fetchFile} />
      </SidePanel>
    </>
  )
}
