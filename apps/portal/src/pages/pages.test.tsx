import { expect, test } from 'vitest'
import { CASE, NOTICE } from '../testing/fake-api.testing.ts'
import { Visitor } from '../testing/visitor.testing.ts'
import { checkOrder, checkQuestions, mayFit, nextQuestion } from './check-result.ts'

const open = [
  ['/', '家里有难处，可以来申请'],
  ['/place', '您在哪个区县？'],
  ['/policy', '低保是怎么回事'],
  ['/check', '眼下有急事吗？'],
  ['/apply/who', '给谁申请？'],
  ['/progress', '查进度'],
  ['/notices', '章丘区的公示'],
  [`/notices/${NOTICE}`, '拟给予低保的公示'],
  ['/demo', '演示说明'],
] as const

async function signedIn(): Promise<Visitor> {
  const visitor = await new Visitor().go('/my')
  await visitor.send({ phone: '13812345678', next: '/my' })
  return visitor.send({ code: '246810', next: '/my' })
}

test.each(open)(
  '%s opens with one heading, the telephone, both switches and its own title',
  async (address, heading) => {
    const visitor = await new Visitor().go(address)
    expect(visitor.status).toBe(200)
    expect(visitor.page.match(/<h1/g)).toHaveLength(1)
    expect(visitor.h1).toBe(heading)
    expect(visitor.page).toContain('tel:053100001234')
    expect(visitor.page).toContain('长辈版')
    expect(visitor.page).toContain('English')
    expect(visitor.page).not.toMatch(/ style=|<script>|javascript:/)
  },
)

test.each(open)('%s exists in English, without a Chinese sentence left over', async address => {
  const visitor = await new Visitor().go('/?lang=en')
  await visitor.go(address)
  expect(visitor.page).toContain('<html lang="en"')
  const words = visitor.page.replace(/<option.*?<\/option>|<optgroup[^>]*>/gs, '').replace(/<[^>]+>/g, ' ')
  const places = /章丘区|柳溪镇（示例）|东柳村|西柳村|周一至周五|中文|陈\*|验证码 246810/g
  expect(words.replace(places, '').match(/\p{Script=Han}+/gu)).toBeNull()
})

test('language, print size and contrast are kept and leave the address', async () => {
  const visitor = await new Visitor().go('/policy?mode=elder&theme=contrast&lang=en')
  expect(visitor.address).toBe('/policy')
  expect(visitor.page).toContain('<html lang="en" data-mode="elder" data-theme="contrast">')
  await visitor.go('/check')
  expect(visitor.page).toContain('data-mode="elder"')
  await visitor.go('/check?mode=standard')
  expect(visitor.page).not.toContain('data-mode')
})

test('whoever is not signed in is asked for the telephone and then sees what they wanted', async () => {
  const visitor = await new Visitor().go(`/my/${CASE}`)
  expect(visitor.h1).toBe('查进度')
  await visitor.send({ phone: '13812345678', next: visitor.hidden('next') })
  await visitor.send({ code: '246810', next: visitor.hidden('next') })
  expect(visitor.h1).toBe('办到哪一步了')
})

test('signing in never leads to another site', async () => {
  const visitor = await new Visitor().go('/progress')
  await visitor.send({ phone: '13812345678', next: 'https://elsewhere.example/my' })
  await visitor.send({ code: '246810', next: '//elsewhere.example' })
  expect(visitor.address).toBe('/my')
})

test('my assistance shows the amount, the case in small and the way out', async () => {
  const visitor = await signedIn()
  expect(visitor.page).toContain('每月 640 元')
  expect(visitor.page).toContain('第3步，共6步')
  await visitor.send({})
  expect(visitor.page).toContain('已退出')
})

test('a late step says by how much and whom to call; a decision gives reasons, remedies and the letter', async () => {
  const visitor = await signedIn()
  await visitor.go(`/my/${CASE}`)
  expect(visitor.page).toContain('比承诺晚了2天。可以打电话问：0531-00001234')
  expect(visitor.page).toContain('低保标准 × 3 人')
  expect(visitor.page).toContain('行政复议')
  expect(visitor.page).toContain(`/my/${CASE}/letters/letter`)
  await visitor.go(`/my/${CASE}/letters/letter`)
  expect(visitor.page).toContain('决定书')
})

test('withdrawing asks on a page of its own and wants a reason', async () => {
  const visitor = await signedIn()
  await visitor.go(`/my/${CASE}/withdraw`)
  await visitor.send({ reason: ' ' })
  expect(visitor.status).toBe(422)
  await visitor.send({ reason: '找到工作了' })
  expect(
    visitor.api.calls.at(-3)?.body ?? visitor.api.calls.find(({ path }) => path.endsWith('/withdraw'))?.body,
  ).toEqual({
    version: 7,
    reason: '找到工作了',
  })
})

test('a paper is sent as it is, with the case it belongs to', async () => {
  const visitor = await signedIn()
  await visitor.go(`/my/${CASE}/papers/diagnosis`)
  const body = new FormData()
  body.set('_form', visitor.hidden('_form'))
  body.set('_key', visitor.hidden('_key'))
  body.set('file', new File([new Uint8Array([255, 216, 255])], 'a.jpg', { type: 'image/jpeg' }))
  await visitor.go(`/my/${CASE}/papers/diagnosis`, { method: 'POST', body })
  expect(visitor.page).toContain('收到了：大病的诊断书')
})

test('anybody can object, with or without a name', async () => {
  const visitor = await new Visitor().go(`/notices/${NOTICE}`)
  await visitor.send({ content: '', named: 'yes', 'your-name': '', 'your-phone': '12' })
  expect(visitor.page.match(/class="field-error"/g)).toHaveLength(3)
  await visitor.send({ content: '他家有两辆车。', named: 'no' })
  expect(visitor.page).toContain('收到您的意见了')
  const sent = visitor.api.calls.find(({ path }) => path.endsWith('/objections'))
  expect(sent?.body).toEqual({ anonymous: true, content: '他家有两辆车。' })
})

test('the screen shows only what may be public, and drops what has run out', async () => {
  const visitor = await new Visitor().go('/screen/370114000000')
  expect(visitor.page).toContain('陈*')
  expect(visitor.page).toContain('data-theme="screen"')
  await visitor.go('/screen/370114000000/rows')
  expect(Object.keys(JSON.parse(visitor.page).rows[0])).toEqual([
    'id',
    'applicantMasked',
    'villageName',
    'householdSize',
    'amount',
    'endsOn',
  ])
})

test('a page that does not exist is friendly and has the telephone', async () => {
  const visitor = await new Visitor().go('/nowhere')
  expect(visitor.status).toBe(404)
  expect(visitor.page).toContain('没有找到这一页')
  expect(visitor.page).toContain('tel:053100001234')
})

test('the self-test takes at most eight taps and never ends without a next step', () => {
  expect(checkOrder.length).toBeLessThanOrEqual(8)
  let answered: Record<string, string>[] = [{}]
  for (const question of checkOrder) {
    answered = answered.flatMap(answers =>
      nextQuestion(answers) ? checkQuestions[question].map(value => ({ ...answers, [question]: value })) : [answers],
    )
  }
  expect(answered.length).toBeGreaterThan(500)
  for (const answers of answered) expect(nextQuestion(answers)).toBeUndefined()
  expect(mayFit({ who: 'elder', alone: 'no', health: 'none', work: 'none', income: 'low', property: 'no' })).toContain(
    'tekun',
  )
})

test('at worst the self-test says 可能不符合，仍可申请', async () => {
  const visitor = await new Visitor().go(
    '/check?urgent=no&who=adult&alone=yes&health=none&work=enough&income=high&property=yes',
  )
  expect(visitor.h1).toBe('可能不符合，仍可申请')
  expect(visitor.page).toContain('href="/apply"')
})
