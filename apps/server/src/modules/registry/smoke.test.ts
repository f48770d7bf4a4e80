import { testHouse } from '@doudi/testkit'
import { test } from 'vitest'
test('smoke', async () => {
  const house = await testHouse()
  const county = await house.county()
  console.log(await county.as('town-assistant').get('/households'))
})
