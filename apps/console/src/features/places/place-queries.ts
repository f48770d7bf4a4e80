/** What lies below a division. */
import { read } from '../../api.ts'

export const belowQuery = (parent: string) => ({
  queryKey: ['divisions', parent],
  queryFn: () => read('/divisions', { parent }),
})
