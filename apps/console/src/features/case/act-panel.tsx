/** The panel in which an act's words are written; one form for each act that needs some. */
import { SidePanel } from '../../parts/side-panel.tsx'
import { ProblemNotice } from '../../problems.tsx'
import type { CaseDetail } from '../../views.ts'
import type { Act } from './acts.ts'
import { useCaseAct } from './case-queries.ts'
import { CorrectionForm } from './correction-form.tsx'
import { NoticeForm } from './notice-form.tsx'
import { ProposeForm } from './propose-form.tsx'
import { ChooseForm, ReasonForm } from './reason-form.tsx'
import { VisitForm } from './visit-form.tsx'
import { useCaseWords } from './words.ts'

/** What a form gets: the case, and where to send what was written. */
export interface ActFormProps {
  readonly item: CaseDetail
  readonly act: Act
  readonly sending: boolean
  readonly onSend: (body: Readonly<Record<string, unknown>>) => void
}

interface ActPanelProps {
  readonly item: CaseDetail
  readonly act: Act | undefined
  readonly onClose: () => void
  readonly onDone: (act: Act) => void
}

export function ActPanel({ item, act, onClose, onDone }: ActPanelProps) {
  const t = useCaseWords()
  const send = useCaseAct(item)
  const close = () => {
    send.reset()
    onClose()
  }
  return (
    <SidePanel title={act ? t(`act.${act}`) : ''} open={act !== undefined} onClose={close}>
      <ProblemNotice problem={send.error} />
      {act && (
        <ActForm
          key={act}
          item={item}
          act={act}
          sending={send.isPending}
          onSend={body => send.mutate({ act, body }, { onSuccess: () => onDone(act) })}
        />
      )}
    </SidePanel>
  )
}

function ActForm(props: ActFormProps) {
  const { act, item } = props
  if (act === 'request-correction') return <CorrectionForm {...props} />
  if (act === 'visits') return <VisitForm {...props} />
  if (act === 'propose') return <ProposeForm {...props} />
  if (act === 'notice') return <NoticeForm {...props} />
  if (act === 'pause') return <ChooseForm {...props} name="reason" choices={item.choices.pauseReasons} />
  if (act === 'extend') return <ChooseForm {...props} name="ground" choices={item.choices.extensionGrounds} />
  return <ReasonForm {...props} />
}
