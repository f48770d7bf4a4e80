/** The filters of a queue in one line. */
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { Choice } from '../../parts/choice.tsx'
import { caseStatuses, type QueueSearch } from '../../search-params.ts'
import { useNames } from '../../words.ts'
import { useQueueWords } from './words.ts'

interface QueueFiltersProps {
  readonly search: QueueSearch
  readonly onChoose: (change: { [K in keyof QueueSearch]: QueueSearch[K] | undefined }) => void
}

export function QueueFilters({ search, onChoose }: QueueFiltersProps) {
  const t = useQueueWords()
  const name = useNames()
  const [words, setWords] = useState(search.q ?? '')
  const find = (event: FormEvent) => {
    event.preventDefault()
    onChoose({ q: words.trim() || undefined })
  }
  return (
    <form className="filters" onSubmit={find}>
      <Choice
        aria-label={t('column.status')}
        value={search.status ?? ''}
        empty={t('filter.status')}
        options={caseStatuses.map(status => [status, name('status', status)] as const)}
        onChoose={status => onChoose({ status: caseStatuses.find(each => each === status) })}
      />
      <Input
        aria-label={t('filter.words')}
        placeholder={t('filter.words')}
        value={words}
        onChange={event => setWords(event.target.value)}
        style={{ width: 200 }}
      />
      <Button htmlType="submit">{t('filter.find')}</Button>
      {(search.q || search.status) && (
        <Button type="link" onClick={() => onChoose({ q: undefined, status: undefined })}>
          {t('filter.clear')}
        </Button>
      )}
    </form>
  )
}
