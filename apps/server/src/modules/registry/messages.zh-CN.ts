/** The registry's refusals in plain words. */
export const messagesZh = {
  'registry.person-elsewhere': '这个身份证号已经登记在另一户，请联系镇（街道）核实',
  'registry.already-member': '这位家人已经在这一户了',
  'registry.not-a-member': '这位不在这一户里，请再看一遍',
  'registry.identity-contradicts': '填的出生日期或性别和身份证号对不上，请再看一遍',
  'registry.village-full': '本村（社区）的户号已经用完，请联系县（区）',
  'registry.value-missing': '这一项还没有登记',
  'registry.account-holder-outside': '收款人不是这一户的家人，请写明原因',
  'registry.account-elsewhere': '这个账号已经有别的家庭在用，请核对；确实要共用，请写明原因',
  'registry.account-not-proposed': '这条账户变更已经有了新的，或者已经确认过，请刷新后再看',
  'registry.same-person': '登记变更的人不能自己确认，请换一位同事',
  'document.empty': '这个文件是空的，请再选一次',
  'document.not-this-kind': '请上传照片（JPG、PNG）或 PDF',
  'document.damaged': '这张照片没有传完整，请再拍一张',
  'document.too-many-pixels': '这张照片太大了，请重新拍一张',
  'document.animated': '动图不能当材料，请拍一张照片',
  'document.active-content': '这个 PDF 里带有程序或上了锁，请拍照上传',
}
