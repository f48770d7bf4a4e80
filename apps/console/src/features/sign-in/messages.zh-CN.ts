/** Words of the sign-in. */
export default {
  title: '登录',
  lead: '工作人员登录后，只看得到自己辖区和职责内的事',
  login: '账号',
  password: '密码',
  code: '动态验证码',
  'code.hint': '打开手机上的验证器，填 6 位数字',
  next: '下一步',
  enter: '登录',
  other: '换一个账号',
  'demo.title': '演示账号',
  'demo.lead': '点一下就填好账号、密码和验证码',
} as const
