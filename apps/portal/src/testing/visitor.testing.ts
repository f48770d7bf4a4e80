/** Somebody in front of the pages, for tests. */
import { createPortal } from '../server/entry.tsx'
import { FakeApi } from './fake-api.testing.ts'

/** A browser without script: keeps cookies, follows redirects, fills in the form it was shown. */
export class Visitor {
  readonly api = new FakeApi()
  readonly #portal = createPortal(this.api.fetch)
  readonly cookies = new Map<string, string>()
  address = '/'
  page = ''
  status = 0

  async go(address: string, init: RequestInit = {}): Promise<this> {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await this.#portal.request(new URL(address, 'http://localhost:8080').href, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const location = response.headers.get('location')
    if (location && response.status === 303) return this.go(location)
    this.address = address
    this.status = response.status
    this.page = await response.text()
    return this
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (/Max-Age=0/i.test(cookie)) this.cookies.delete(name)
    else this.cookies.set(name, decodeURIComponent(value))
  }

  hidden(name: string): string {
    return new RegExp(`name="${name}" value="([^"]*)"`).exec(this.page)?.[1] ?? ''
  }

  /** Sends the form of the open page with these fields. */
  async send(
    fields: Readonly<Record<string, string | readonly string[]>>,
    hidden: Readonly<Record<string, string>> = {},
  ): Promise<this> {
    const action = /<form method="post" action="([^"]*)"/.exec(this.page)?.[1] ?? this.address
    const body = new URLSearchParams({ _form: this.hidden('_form'), _key: this.hidden('_key'), ...hidden })
    if (this.hidden('change')) body.set('change', '1')
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    return this.go(action, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  }

  get h1(): string {
    return (/<h1>(.*?)<\/h1>/s.exec(this.page)?.[1] ?? '').replace(/<[^>]+>/g, '')
  }
}
