/** The sentence that says what just happened and what comes next; it travels with the move to the next page. */
import { useRouterState } from '@tanstack/react-router'

declare module '@tanstack/react-router' {
  interface HistoryState {
    said?: string
  }
}

export function Said() {
  const said = useRouterState({ select: state => state.location.state.said })
  return (
    <div className="said-place" role="status">
      {said && <p className="notice notice-said">{said}</p>}
    </div>
  )
}
