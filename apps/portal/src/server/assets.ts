/** The hashed names of style sheet and scripts, put in by the build; under test there are none. */
declare const __PORTAL_ASSETS__:
  | { readonly style: string; readonly script: string; readonly screen: string }
  | undefined

const built = typeof __PORTAL_ASSETS__ === 'undefined' ? { style: '', script: '', screen: '' } : __PORTAL_ASSETS__

export const assets = {
  style: `/portal/${built.style}`,
  script: `/portal/${built.script}`,
  screen: `/portal/${built.screen}`,
}
