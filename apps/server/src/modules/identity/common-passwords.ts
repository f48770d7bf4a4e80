/**
 * Passwords people choose first, folded to small letters: words, keyboard walks, and what is usual in Chinese offices.
 * Short on purpose; `password-policy.ts` also strips digits and signs around a word before looking here.
 */
const words =
  'password passwort passw0rd passwordpassword letmein welcome welcometo admin administrator root superuser user guest test testing ' +
  'login signin changeme default secret master monkey dragon football baseball iloveyou sunshine princess shadow ' +
  'qwerty qwertyui qwertyuiop qwertyuiopasdf qwertyuiopasdfghjkl asdfgh asdfghjkl asdfghjklqwer zxcvbn zxcvbnm zxcvbnmasdf qazwsx ' +
  'qazwsxedc qazwsxedcrfv qweasd qweasdzxc qweasdzxcrty abcdef abcdefg abcdefgh abcdefghijkl abcdefghijklm aabbcc aabbccddeeff ' +
  'woaini woaini1314 wodemima mima mimamima nihao nihaonihao woshishui zhongguo zhonghua beijing shanghai shandong jinan jinanshi ' +
  'changzhou minzheng minzhengju minzhengting shehuijiuzhu jiuzhu dibao dibaohu zhengfu gongwuyuan jiedaoban xiangzhen cunweihui ' +
  'guanliyuan xitong xitongguanliyuan anquan shenji caiwu huawei tencent alibaba weixin taobao zhifubao ' +
  'huanying kaixin pingan pinganpingan xingfu gongxifacai yilufacai laopo laogong baobei ' +
  'government office county street village welfare assistance'

const numbers =
  '123456789012 1234567890123 012345678901 987654321098 111111111111 000000000000 888888888888 666666666666 ' +
  '112233445566 121212121212 123123123123 123456123456 123454321234 520131452013 147258369000 159753159753 100200300400 ' +
  '198001011980 199001011990 200001012000'

const walks =
  '1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6y7u8i !qaz2wsx3edc !qaz@wsx#edc 1qaz@wsx3edc q1w2e3r4t5y6 ' +
  'zaq12wsxcde3 zaq1xsw2cde3 a1b2c3d4e5f6 abc123abc123 abc123456789 a12345678901 aa1234567890 abcd12345678 abcdef123456 qwer1234qwer ' +
  'qwer12345678 asdf12345678 admin1234567 admin@123456 admin123admin password1234 password@123 passw0rd@123 p@ssw0rd1234 p@ssword1234 ' +
  'p@55w0rd1234 iloveyou1314 woaini520520 woaini521521 test12345678 root12345678 huawei12#$%^ changeme1234 changeme123! ' +
  'abc@12345678 abcd@1234567 aa@123456789 qwe123!@#qwe qwe!@#123456 1234qwerasdf 1234qwer!@#$ !@#$qwer1234 !@#$%^&*()_+ ' +
  'a123456789012 z123456789012 w123456789012 wang12345678 zhang1234567 li1234567890'

export const commonPasswords: ReadonlySet<string> = new Set([words, numbers, walks].join(' ').split(' '))
