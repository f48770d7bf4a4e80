/** What people read when the identity module says no, and the texts it sends to phones. */
import type { PasswordRule } from './password-policy.ts'
import type { IdentityProblem } from './problems.ts'
import type { SentText } from './send-text.ts'

export const messagesZh: Readonly<Record<IdentityProblem, string>> = {
  'identity.sign-in-failed': '账号或密码不对，请再看一遍',
  'identity.second-factor-wrong': '验证码不对，或者刚才已经用过，请等下一组',
  'identity.ticket-over': '等得有点久了，请重新填账号和密码',
  'identity.slow-down': '试的次数太多了，请 {retryAfterSeconds} 秒后再试',
  'identity.activation-wrong': '设置密码的邀请码不对或过期了，请找安全管理员重发',
  'identity.password-weak': '这个密码还不够安全，请按下面的提示改一下',
  'identity.password-used-before': '这是最近用过的密码，请换一个',
  'identity.password-over': '密码用满 90 天了，请先换一个新的',
  'identity.code-wrong': '验证码不对，请再看一遍短信',
  'identity.code-over': '这个验证码不能用了，请重新获取',
  'identity.too-many-codes': '刚才已经发了几条短信，请 {retryAfterSeconds} 秒后再试',
  'identity.phone-unknown': '这个手机号还没有办过事，您可以直接申请，或打电话问我们',
  'identity.account-unknown': '没有找到这个账号',
  'identity.login-taken': '这个登录名已经有人用了，请换一个',
  'identity.person-has-account': '这个人已经有账号了，一人只开一个',
  'identity.phone-has-account': '这个手机号已经绑定了别的账号',
  'identity.account-disabled': '这个账号已经停用',
  'identity.not-yourself': '自己的账号和权限要请另一位安全管理员来办',
  'identity.role-unknown': '没有这个角色',
  'identity.role-level': '这个角色不能放在这一级，请选{level}一级的地方',
  'identity.roles-incompatible': '同一片地方，{role}和{other}不能是同一个人',
  'identity.grant-unknown': '没有找到这条授权',
  'identity.grant-released': '这条授权已经办过了',
  'identity.grant-same-person': '提出的人不能自己放行，请另一位安全管理员来办',
  'identity.period-backwards': '结束日期比开始日期早，请再看一遍',
  'identity.clock-backwards': '演示日期只能往后调',
}

/** Each rule a new password must keep, as advice. */
export const passwordRulesZh: Readonly<Record<PasswordRule, string>> = {
  'too-short': '至少 12 个字符',
  'too-long': '最多 128 个字符',
  'too-plain': '大写字母、小写字母、数字、符号里至少有三种',
  'contains-name': '不要包含登录名或姓名',
  'too-common': '这个密码太常见，容易被猜到',
  'too-repetitive': '不要一直重复同几个字符',
}

/** Texts to phones: who writes, what for, how long it lasts, and that nobody may ask for it. */
export const textsZh: Readonly<Record<SentText, string>> = {
  'code.sign-in': '【兜底】登录验证码 {code}，5 分钟内有效。工作人员不会向您要验证码。',
  'code.submit': '【兜底】提交申请的验证码 {code}，5 分钟内有效。工作人员不会向您要验证码。',
  'code.sign-consent': '【兜底】签授权书的验证码 {code}，5 分钟内有效。不是您本人办理请不要告诉别人。',
  'notice.password-set': '【兜底】您的账号刚刚设置了新密码。如果不是您本人，请马上联系安全管理员。',
  'notice.second-factor-reset': '【兜底】您的动态验证码刚刚被重置。如果您没有申请，请马上联系安全管理员。',
  'notice.many-tries': '【兜底】有人多次用错误的密码登录您的账号。如果不是您本人，请联系安全管理员。',
  'notice.new-place': '【兜底】您的账号刚刚在一个新的地点登录。如果不是您本人，请马上联系安全管理员。',
}
