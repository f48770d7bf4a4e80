/** What a newcomer reads when the server is ready: the addresses and the demo accounts. */
import { demoAccounts } from './accounts.ts'
import { demoAreas } from './areas.ts'
import { DEMO_RESIDENT_PHONE } from './stories.ts'

export interface WelcomeFacts {
  readonly port: number
  readonly demo: boolean
  readonly seconds: number
  readonly engine: string
}

export function welcome({ port, demo, seconds, engine }: WelcomeFacts): string {
  const base = `http://localhost:${port}`
  const lines = [
    '',
    `兜底 Doudi 已就绪 · ready in ${seconds.toFixed(1)} s (${engine})`,
    '',
    `  居民 Portal    ${base}/`,
    `  工作台 Console ${base}/console`,
    `  协理员 Field   ${base}/field`,
    `  公示屏 Screen  ${base}/screen/${demoAreas[0]!.code}`,
    `  接口 API       ${base}/api/v1/openapi.json`,
  ]
  if (demo) {
    lines.push('', `  居民 Resident: ${DEMO_RESIDENT_PHONE} (${base}/progress)`)
    lines.push('', `  演示账号 Demo accounts (验证码和短信 codes and texts: ${base}/demo)`, '')
    for (const { login, password, roleName, divisionName } of demoAccounts())
      lines.push(`  ${login.padEnd(24)} ${password.padEnd(18)} ${divisionName} ${roleName}`)
  }
  return `${lines.join('\n')}\n\n`
}
