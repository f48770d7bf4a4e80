/** The bank's file in either layout. It carries whole account numbers, so the second factor comes first. */
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress } from '../../api.ts'
import { SidePanel } from '../../parts/side-panel.tsx'
import { StepUp } from '../../parts/step-up.tsx'
import type { BatchDetail } from './payment-views.ts'
import { usePaymentWords } from './words.ts'

type Format = 'csv' | 'fixed'

export function BankFileButtons({ batch }: { batch: BatchDetail }) {
  const t = usePaymentWords()
  const [format, setFormat] = useState<Format>()
  const fetchFile = () => {
    window.location.assign(fileAddress(`/batches/${batch.id}/bank-file?format=${format}`))
    setFormat(undefined)
  }
  return (
    <>
      <Button onClick={() => setFormat('csv')}>{t('act.file-csv')}</Button>
      <Button onClick={() => setFormat('fixed')}>{t('act.file-fixed')}</Button>
      <SidePanel title={t('act.code-title')} open={format !== undefined} onClose={() => setFormat(undefined)}>
        <p className="notice notice-warning">{t('act.code-text')}</p>
        <StepUp word={t(format === 'fixed' ? 'act.file-fixed' : 'act.file-csv')} sending={false} onProved={fetchFile} />
      </SidePanel>
    </>
  )
}
