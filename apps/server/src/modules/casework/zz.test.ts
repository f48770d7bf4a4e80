import { testHouse } from '@doudi/testkit'
import { test } from 'vitest'
test('x', async () => {
  console.log('build')
  const house = await testHouse()
  console.log('county')
  const county = await house.county()
  console.log('staff')
  await county.as('town-assistant').accountId()
  console.log('get')
  console.log((await county.as('town-assistant').get('/cases')).text)
  console.log('apply')
  console.log(await county.apply())
}, 20000)
